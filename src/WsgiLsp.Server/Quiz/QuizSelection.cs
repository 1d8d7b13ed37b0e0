using WsgiLsp.Decks.Model;

namespace WsgiLsp.Server.Quiz;

/// <summary>Which cards of a deck a request means.</summary>
internal static class QuizSelection
{
    /// <summary>The cards of a request, in the deck's order.</summary>
    public static IEnumerable<Card> Of(Deck deck, QuizRequest request) =>
        request.Card is { } id ? deck.Cards.Where(card => card.Id == id).Take(1) : InGroup(deck, request.Path ?? []);

    /// <summary>The cards at and below a group; all for an empty path.</summary>
    private static IEnumerable<Card> InGroup(Deck deck, IReadOnlyList<string> path) =>
        deck.Cards.Where(card => card.Path.Take(path.Count).SequenceEqual(path, StringComparer.Ordinal));
}
