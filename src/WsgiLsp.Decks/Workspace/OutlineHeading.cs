using WsgiLsp.Decks.Model;
using WsgiLsp.Decks.Names;

namespace WsgiLsp.Decks.Workspace;

/// <summary>A heading of a deck, as far as its outline tells.</summary>
/// <param name="Deck">The deck.</param>
/// <param name="Index">The index of its Section.</param>
public readonly record struct OutlineHeading(DeckOutline Deck, int Index)
{
    /// <summary>The heading as plain text.</summary>
    public string Title => Section.Title;

    /// <summary>What it is to the deck.</summary>
    public SectionRole Role => Section.Role;

    /// <summary>The card's kind; null where it is no card.</summary>
    public CardKind? Kind => Section.Kind;

    /// <summary>GitHub's anchor, with its number.</summary>
    public string Anchor => Section.Anchor;

    /// <summary>The card's id; null where it is none that is asked, and has no id of its own.</summary>
    public string? Id => Section.CardId;

    /// <summary>Whether its card is asked: it is no note.</summary>
    public bool IsAsked => Section.Prompt != 0;

    /// <summary>The tags that it gives itself.</summary>
    public IEnumerable<string> Tags => Section.Tags.Select(tag => tag.Text);

    /// <summary>Where it is.</summary>
    public NamePlace Place => Deck.PlaceOf(Index);

    /// <summary>The card, or else the heading, as names stand for it.</summary>
    public NamedSection Named => new(Deck.Path, Index);

    private OutlineSection Section => Deck.Sections[Index];
}
