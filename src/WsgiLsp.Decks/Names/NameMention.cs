using WsgiLsp.Decks.Syntax;
using WsgiLsp.Decks.Text;

namespace WsgiLsp.Decks.Names;

/// <summary>A word of a deck that names something, at its place in the file.</summary>
public sealed record NameMention
{
    /// <summary>How it names it.</summary>
    public required NameUse Use { get; init; }

    /// <summary>The name as it is meant: an address is decoded.</summary>
    public required string Text { get; init; }

    /// <summary>Index of the section in which it stands.</summary>
    public required int Section { get; init; }

    /// <summary>Where it stands.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>First position.</summary>
    public required LinePosition Start { get; init; }

    /// <summary>Position just past it.</summary>
    public required LinePosition End { get; init; }

    /// <summary>Whether it gives the name, and does not only use it.</summary>
    public bool IsDeclaration => Use is NameUse.Heading or NameUse.CardId or NameUse.DeckId;

    /// <summary>Where a link leads as a whole; of a requirement the deck's id as path and the card's as fragment.</summary>
    internal LinkTarget Target { get; init; }
}
