using System.Collections.Immutable;
using WsgiLsp.Study.Reviews;

namespace WsgiLsp.Study.Resuming;

/// <summary>A session on a quiz sheet, as the log keeps it.</summary>
/// <param name="Place">The sheet.</param>
/// <param name="Title">What it asks as a whole.</param>
/// <param name="Began">When it began.</param>
/// <param name="Answered">Number of answers given in its last round.</param>
/// <param name="Items">Number of items of that round, with those that came back.</param>
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
    // As the log keeps it: it may be long, and is not read again while it is the same.
    private string? Kept { get; init; }

    /// <summary>All that the log keeps.</summary>
    /// <param name="log">The log.</param>
    /// <param name="before">What it kept when it was last read; what is the same still is handed out again.</param>
    /// <exception cref="ReviewLogException">The log cannot be read.</exception>
    public static ImmutableArray<SheetSession> In(ReviewLog log, params ImmutableArray<SheetSession> before)
    {
        var known = before.ToDictionary(session => session.Place.Id, StringComparer.Ordinal);
        return
        [
            .. log.ReadSheets()
                .Select(one =>
                    known.GetValueOrDefault(one.Sheet) is { } same && same.Kept == one.Session
                        ? same
                        : Parse(one.Session)
                )
                .OfType<SheetSession>(),
        ];
    }

    /// <summary>The one of a sheet; null where the log keeps none.</summary>
    /// <param name="log">The log.</param>
    /// <param name="sheet">The sheet's id.</param>
    /// <exception cref="ReviewLogException">The log cannot be read.</exception>
    public static SheetSession? Find(ReviewLog log, string sheet) =>
        log.ReadSession(sheet) is { } kept ? Parse(kept) : null;

    /// <summary>Keeps it no longer: what was answered stays in the log.</summary>
    /// <exception cref="ReviewLogException">The log cannot be written.</exception>
    public void Drop(ReviewLog log) => log.AppendStep([], _ => null, Place.Id);

    private static SheetSession? Parse(string session) =>
        KeptSession.Parse(session) is { Sheet: { } place } kept
            ? new SheetSession(
                place,
                kept.Title,
                DateTimeOffset.FromUnixTimeMilliseconds(kept.Began),
                kept.Answered,
                kept.Count,
                kept.IsFinished
            )
            {
                Kept = session,
            }
            : null;
}
