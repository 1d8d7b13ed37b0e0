using WsgiLsp.Study.Reviews;

namespace WsgiLsp.Study.Resuming;

/// <summary>A session of this study day that was not ended: its process died, or its learner left.</summary>
/// <param name="Title">What it asks as a whole.</param>
/// <param name="Began">When it began.</param>
/// <param name="Answered">Number of answers given in its last round.</param>
/// <param name="Items">Number of items of that round, with those that came back.</param>
public sealed record UnfinishedSession(string Title, DateTimeOffset Began, int Answered, int Items)
{
    /// <summary>Looks for one in the log.</summary>
    /// <param name="log">The log.</param>
    /// <returns>Null where there is none, or only one of an earlier day: what was due then is due still.</returns>
    /// <exception cref="ReviewLogException">The log cannot be read.</exception>
    public static UnfinishedSession? In(ReviewLog log) =>
        Find(log) is { } kept
            ? new(
                kept.Title,
                DateTimeOffset.FromUnixTimeMilliseconds(kept.Began).ToOffset(log.Now.Time.Offset),
                kept.Answered,
                kept.Count
            )
            : null;

    /// <summary>The session of this study day that the terminal left; null where there is none.</summary>
    internal static KeptSession? Find(ReviewLog log) =>
        KeptSession.Parse(log.ReadSession()) is { } kept && kept.Day == log.Today ? kept : null;
}
