using System.Collections.Immutable;
using WsgiLsp.Decks.Model;
using WsgiLsp.Protocol;
using WsgiLsp.Server.Features.Learning;
using WsgiLsp.Server.Workspace;
using WsgiLsp.Study.Reviews;
using WsgiLsp.Study.Sessions;

namespace WsgiLsp.Server.Panel;

/// <summary>
/// Tells a client with panels how much there is to study in all decks, whenever that changes. Counts in the background, once
/// for all that happened meanwhile. Safe to use from several threads.
/// </summary>
/// <param name="connection">The way to the client.</param>
/// <param name="isWanted">Whether the client wants to know.</param>
/// <param name="paths">The full paths of all decks.</param>
/// <param name="read">A deck as it is now; null where it is none any more.</param>
/// <param name="learned">What the log knows; null where there is none.</param>
/// <param name="settings">The learner's limits.</param>
/// <param name="clock">Tells the moment.</param>
internal sealed class DueTeller(
    Connection connection,
    Func<bool> isWanted,
    Func<IEnumerable<string>> paths,
    Func<string, Deck?> read,
    Func<LearnedStates?> learned,
    ServerSettings settings,
    TimeProvider clock
)
{
    private readonly Lock guard = new();
    private Dictionary<string, (DateTime Written, ImmutableArray<Card> Cards)> known = new(StringComparer.Ordinal);
    private bool isCounting;
    private bool isStale;
    private DueCount? told;

    /// <summary>Something happened that the count may depend on.</summary>
    public void Tell()
    {
        lock (guard)
        {
            if (!isWanted())
            {
                return;
            }

            isStale = true;
            if (isCounting)
            {
                return;
            }

            isCounting = true;
        }

        _ = Task.Run(CountAll);
    }

    private void CountAll()
    {
        while (IsAnyLeft())
        {
            var count = Count();
            if (count != told)
            {
                told = count;
                connection.Notify(PanelMethods.Due, count);
            }
        }
    }

    private bool IsAnyLeft()
    {
        lock (guard)
        {
            (isCounting, isStale) = (isStale, false);
            return isCounting;
        }
    }

    private DueCount Count()
    {
        var study = settings.Current.Study;
        var counts = DueCounts.Of(
            Cards(),
            (learned() ?? LearnedStates.None).States,
            new StudyMoment(clock.GetLocalNow(), study.DayStart),
            study.Session
        );
        return new DueCount(counts.Due, counts.NewToday);
    }

    /// <summary>
    /// The cards of all decks, without their words, which none of the decks is kept for; a deck is read again only where its
    /// file changed.
    /// </summary>
    private List<Card> Cards()
    {
        var now = new Dictionary<string, (DateTime, ImmutableArray<Card> Cards)>(StringComparer.Ordinal);
        foreach (var path in paths().Distinct(StringComparer.Ordinal))
        {
            var written = File.GetLastWriteTimeUtc(path);
            now[path] =
                known.TryGetValue(path, out var before) && before.Written == written
                    ? before
                    : (written, [.. (read(path)?.Cards ?? []).Select(PlannedCard.Of)]);
        }

        known = now;
        return [.. now.Values.SelectMany(deck => deck.Cards)];
    }
}
