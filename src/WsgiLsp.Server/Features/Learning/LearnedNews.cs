using WsgiLsp.Study.Resuming;
using WsgiLsp.Study.Reviews;

namespace WsgiLsp.Server.Features.Learning;

/// <summary>What the log knows of the learner now, and what of that is news.</summary>
/// <param name="Before">What it knew when it was last read; null for the first time.</param>
/// <param name="Now">What it knows now: the same object where nothing came to the log.</param>
/// <param name="Items">
/// The keys of all items to which something happened in between; null where that cannot be told, or where histories may
/// have moved or cards may say something else.
/// </param>
internal sealed record LearnedNews(LearnedStates? Before, LearnedStates Now, IReadOnlySet<string>? Items)
{
    /// <summary>Whether what is shown of learning may be otherwise.</summary>
    public bool IsOtherwise => Before is null || !Now.ShowsTheSameAs(Before);

    /// <summary>Reads a log: of one that was read before, what came since.</summary>
    /// <param name="log">The log.</param>
    /// <param name="before">What was read before; null for nothing.</param>
    /// <exception cref="ReviewLogException">The log cannot be read.</exception>
    public static LearnedNews Read(ReviewLog log, LearnedStates? before)
    {
        var news = before is null ? null : log.ReadNews(before.States);
        var states = news?.States ?? log.ReadItemStates();
        var sheets = SheetSession.In(log, before?.Sheets ?? []);
        return new LearnedNews(
            before,
            before is not null && ReferenceEquals(states, before.States) && sheets.SequenceEqual(before.Sheets)
                ? before
                : new LearnedStates(states, sheets),
            news is { HasIdentity: false } ? news.Items : null
        );
    }
}
