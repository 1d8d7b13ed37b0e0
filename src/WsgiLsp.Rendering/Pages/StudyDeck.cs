using WsgiLsp.Decks.Model;

namespace WsgiLsp.Rendering.Pages;

/// <summary>A deck for a page.</summary>
/// <param name="Path">Its path, with <c>/</c>; other decks' links are looked up by it.</param>
/// <param name="Deck">The deck.</param>
/// <param name="Image">The address of an image as the deck names it; null to show its description.</param>
public sealed record StudyDeck(string Path, Deck Deck, Func<string, string?> Image)
{
    /// <summary>The cards to study: those that nobody took out.</summary>
    public IEnumerable<Card> Cards => Deck.Cards.Where(card => !card.Suspended);
}
