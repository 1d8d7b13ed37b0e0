using System.Collections.Immutable;

namespace WsgiLsp.Study.Identity;

/// <summary>
/// Tells decks apart that have the same id because their files have the same name in different folders. A deck is the one
/// that the log knows if most of its cards are; others of its name are kept apart.
/// </summary>
public static class DeckIdentity
{
    /// <summary>Which deck the log's items of an id belong to.</summary>
    /// <param name="seen">What the log last saw under the id, answered or not.</param>
    /// <param name="decks">The items of each deck that has the id now.</param>
    /// <returns>
    /// Index of the deck; null where the log's cards are in none of them. Of decks that are equally near, as copies are, the
    /// first.
    /// </returns>
    public static int? Owner(IEnumerable<SeenItem> seen, IReadOnlyList<ImmutableArray<SeenItem>> decks)
    {
        var cards = new CardTexts(seen);
        var best = Enumerable
            .Range(0, decks.Count)
            .Select(deck => (Deck: deck, Known: cards.CountIn(decks[deck]), Is: cards.AreMostOf(decks[deck])))
            .Where(deck => deck.Is)
            .OrderByDescending(deck => deck.Known)
            .ThenBy(deck => deck.Deck)
            .Select(deck => (int?)deck.Deck);
        return best.FirstOrDefault();
    }

    /// <summary>Whether a deck is the one that the log knows under its id.</summary>
    /// <param name="seen">What the log last saw under the id, answered or not.</param>
    /// <param name="deck">The deck's items now.</param>
    public static bool IsSame(IEnumerable<SeenItem> seen, ImmutableArray<SeenItem> deck) =>
        new CardTexts(seen).AreMostOf(deck);

    /// <summary>The cards of a deck, by what they say or by heading and prompt.</summary>
    private sealed class CardTexts
    {
        private readonly HashSet<string> _cards = new(StringComparer.Ordinal);
        private readonly HashSet<string> _texts = new(StringComparer.Ordinal);
        private readonly HashSet<(string, string)> _prompts = [];

        public CardTexts(IEnumerable<SeenItem> items)
        {
            foreach (var item in items)
            {
                _cards.Add(item.CardId);
                _texts.Add(item.Fingerprint);
                _prompts.Add((item.CardId, item.Prompt));
            }
        }

        public int CountIn(ImmutableArray<SeenItem> deck) =>
            deck.Where(item => _texts.Contains(item.Fingerprint) || _prompts.Contains((item.CardId, item.Prompt)))
                .Select(item => item.CardId)
                .Distinct(StringComparer.Ordinal)
                .Count();

        // The log may know few of a large deck's cards, and a deck may have lost many that the log knows.
        public bool AreMostOf(ImmutableArray<SeenItem> deck)
        {
            var total = deck.Select(item => item.CardId).Distinct(StringComparer.Ordinal).Count();
            return 2 * CountIn(deck) > Math.Min(total, _cards.Count);
        }
    }
}
