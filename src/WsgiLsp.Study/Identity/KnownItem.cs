using System.Collections.Immutable;

namespace WsgiLsp.Study.Identity;

/// <summary>An item that the log knows: what it said when it was last seen, and in earlier wordings.</summary>
public sealed record KnownItem
{
    /// <summary>
    /// What the log calls the history: the key that has it now. The matcher only hands it back, so that any name will do
    /// that no other history has.
    /// </summary>
    public required string Id { get; init; }

    /// <summary>The item as it was last seen under this history.</summary>
    public required SeenItem Last { get; init; }

    /// <summary>
    /// Fingerprints of all texts that the history was seen with, in the order in which each was seen first. May leave out
    /// that of <see cref="Last"/>.
    /// </summary>
    public ImmutableArray<string> Fingerprints { get; init; } = [];

    /// <summary>Whether the item has been answered. An item that was only seen tells new cards from old ones.</summary>
    public bool HasHistory { get; init; } = true;

    /// <summary>
    /// Whether the item lost its card when it was looked for earlier, and another card has its key. The log puts the history
    /// away under a key that no card has.
    /// </summary>
    public bool IsOrphan { get; init; }

    /// <summary>The same history after it was seen with a card.</summary>
    /// <param name="item">The card's item now.</param>
    public KnownItem SeenAs(SeenItem item)
    {
        var before = Last.Fingerprint;
        var now = item.Fingerprint;
        var seen = Fingerprints.Contains(before) ? Fingerprints : Fingerprints.Add(before);
        return this with { Last = item, Fingerprints = seen.Contains(now) ? seen : seen.Add(now), IsOrphan = false };
    }
}
