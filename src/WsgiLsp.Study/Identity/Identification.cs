using System.Collections.Immutable;

namespace WsgiLsp.Study.Identity;

/// <summary>Why an item is taken for one that the log knows, from the strongest to the weakest.</summary>
public enum IdentityEvidence
{
    /// <summary>Prompt and answer are word for word what the history was seen with.</summary>
    Fingerprint,

    /// <summary>The author gave both the same id.</summary>
    ExplicitId,

    /// <summary>The same heading in the same deck, which no other card there has.</summary>
    Anchor,

    /// <summary>Another item of the same card was found.</summary>
    Sibling,

    /// <summary>The same answer, which no other item has, to another prompt.</summary>
    Answer,

    /// <summary>The same prompt, which no other item of the deck has, with another answer.</summary>
    Prompt,

    /// <summary>The one item whose words are clearly nearest.</summary>
    Similarity,
}

/// <summary>What was found out about an item of a card now.</summary>
/// <param name="Item">The item.</param>
public abstract record IdentityDecision(SeenItem Item);

/// <summary>The item is one that the log knows.</summary>
/// <param name="Item">The item.</param>
/// <param name="Known">What it is: the history, if it has one, belongs to the item.</param>
/// <param name="Evidence">Why.</param>
public sealed record Identified(SeenItem Item, KnownItem Known, IdentityEvidence Evidence) : IdentityDecision(Item)
{
    /// <summary>Whether the history is under another key and is to move.</summary>
    public bool IsAttachment => Known.Id != Item.Key;
}

/// <summary>The item may be one of several that lost their card; its author is to be asked.</summary>
/// <param name="Item">The item.</param>
/// <param name="Candidates">Who it may be, most likely first: at least one.</param>
public sealed record Doubtful(SeenItem Item, ImmutableArray<IdentityCandidate> Candidates) : IdentityDecision(Item);

/// <summary>The log does not know the item.</summary>
/// <param name="Item">The item.</param>
public sealed record Unknown(SeenItem Item) : IdentityDecision(Item);

/// <summary>Who an item may be.</summary>
/// <param name="Known">What the log knows.</param>
/// <param name="Similarity">How alike their words are, 0–1.</param>
public readonly record struct IdentityCandidate(KnownItem Known, double Similarity);

/// <summary>What became of all items: every item and every history is in it once.</summary>
/// <param name="Decisions">One for each item now, in their order; a repeated key is left out but for its first item.</param>
/// <param name="Lost">What the log knows and no item is, in the order given; those that are asked about included.</param>
public sealed record Identification(ImmutableArray<IdentityDecision> Decisions, ImmutableArray<KnownItem> Lost);
