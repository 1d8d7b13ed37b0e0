using WsgiLsp.Study.Reviews;

namespace WsgiLsp.Study.Identity;

/// <summary>Makes the log's events about where histories are.</summary>
internal static class HistoryEvents
{
    /// <summary>A history goes from one key to another.</summary>
    public static ReviewEvent Move(string from, string to) =>
        new()
        {
            Kind = ReviewEventKind.Attach,
            Item = to,
            Given = from,
        };

    /// <summary>What an item says now.</summary>
    /// <param name="item">The item.</param>
    /// <param name="path">The file of its deck; the mere name of a deck that was not saved yet is none.</param>
    public static ReviewEvent Seen(SeenItem item, string path) =>
        new()
        {
            Kind = ReviewEventKind.Seen,
            Item = item.Key,
            Given = item.ToJson(),
            Shown = Path.IsPathFullyQualified(path) ? path : null,
        };

    /// <summary>An item is due, because its answer is another one than was learned.</summary>
    /// <param name="item">The item.</param>
    /// <param name="former">What was learned.</param>
    public static ReviewEvent DueNow(SeenItem item, string former) =>
        new()
        {
            Kind = ReviewEventKind.DueNow,
            Item = item.Key,
            Given = former,
        };
}
