using WsgiLsp.Decks.Names;
using WsgiLsp.Decks.Syntax;
using WsgiLsp.Decks.Text;

namespace WsgiLsp.Decks.Workspace;

/// <summary>What <c>requires</c> names: a card of the same deck, or <c>deck/card</c>.</summary>
internal static class Requirements
{
    /// <summary>What a section's comment and attributes require, with the places.</summary>
    public static IReadOnlyList<(string Text, TextSpan Span)> Of(Section section) =>
        section.Metadata.Requires.IsEmpty
            ? []
            :
            [
                .. MetadataWords
                    .Items(section, "requires")
                    .Where(item => section.Metadata.Requires.Contains(item.Text)),
            ];

    /// <summary>The deck and the card that a requirement of a card names.</summary>
    /// <param name="text">What is required.</param>
    /// <param name="deck">The id of the deck in which it stands.</param>
    public static (string Deck, string Card) Read(string text, string deck)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        return slash < 0 ? (deck, text) : (text[..slash], text[(slash + 1)..]);
    }
}
