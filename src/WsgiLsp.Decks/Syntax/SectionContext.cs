using WsgiLsp.Decks.Model;

namespace WsgiLsp.Decks.Syntax;

/// <summary>What the parser must know of a section besides its text.</summary>
internal readonly record struct SectionContext
{
    /// <summary>What its heading is to the deck.</summary>
    public required SectionRole Role { get; init; }

    /// <summary>The kind that groups give to its card.</summary>
    public CardKind? InheritedKind { get; init; }

    /// <summary>Whether front matter or groups say that options keep the deck's order.</summary>
    public bool InheritsOrder { get; init; }

    /// <summary>Whether <c>==x==</c> is a blank.</summary>
    public bool HasHighlightClozes { get; init; }

    /// <summary>Whether the deck is in another language than English, whose words no rule judges.</summary>
    public bool IsForeignLanguage { get; init; }

    /// <summary>Whether its heading is front matter that is not fenced as it should be, which is told of the deck.</summary>
    public bool IsMisfenced { get; init; }

    /// <summary>Link definitions that stand elsewhere in the deck.</summary>
    public ForeignDefinitions Definitions { get; init; }
}
