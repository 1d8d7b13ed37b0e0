using System.Collections.Immutable;
using WsgiLsp.Study.Reviews;

namespace WsgiLsp.Study.Resuming;

/// <summary>A session on a quiz sheet, as the log keeps it.</summary>
/// <param name="Place">The sheet.</param>
/// <param name="Title">What it asks as a whole.</param>
/// <param name="Began">When it began.</param>
/// <param name="Answered">Number of answers given in its last round.</param>
/// <param name="Items">Number of items that it began with.</param>
/// <param name="IsFinished">Whether its Result stands there.</param>
public sealed record SheetSession(
    SheetPlace Place,
    string Title,
    DateTimeOffset Began,
    int Answered,
    int Items,
    bool IsFinished
)
{
    /// <summary>All that the log keeps.</summary>
    /// <exception cref="ReviewLogException">The log cannot be read.</exception>
    public static ImmutableArray<SheetSession> In(ReviewLog log) =>
        [
            .. log.ReadSheets()
                .Select(kept => KeptSession.Parse(kept.Session))
                .OfType<KeptSession>()
                .Where(kept => kept.Sheet is not null)
                .Select(kept => new SheetSession(
                    kept.Sheet!,
                    kept.Title,
                    DateTimeOffset.FromUnixTimeMilliseconds(kept.Began),
                    kept.Answered,
                    kept.Items.Count,
                    kept.IsFinished
                )),
        ];

    /// <summary>Keeps it no longer: what was answered stays in the log.</summary>
    /// <exception cref="ReviewLogException">The log cannot be written.</exception>
    public void Drop(ReviewLog log) => log.AppendStep([], _ => null, Place.Id);
}
