using WsgiLsp.Decks.Model;
using WsgiLsp.Decks.Text;

namespace WsgiLsp.Decks.Tokens;

/// <summary>
/// The tokens of a deck. Those of a section are found when somebody asks, and stay with it: an edit has only those of the
/// sections that it touches found anew.
/// </summary>
public static class DeckTokens
{
    /// <summary>The tokens of the sections that a stretch of the deck touches, ascending and without overlap.</summary>
    /// <param name="deck">The deck.</param>
    /// <param name="range">The stretch; null for the whole deck.</param>
    /// <param name="cancellation">Ends the search.</param>
    public static IEnumerable<DeckToken> Of(Deck deck, TextSpan? range = null, CancellationToken cancellation = default)
    {
        var (from, to) = range is { } wanted ? (wanted.Start, wanted.End) : (0, deck.Text.Length);
        for (var index = deck.SectionAt(from); index < deck.SectionCount && deck.StartOf(index).Offset <= to; index++)
        {
            cancellation.ThrowIfCancellationRequested();
            var start = deck.StartOf(index).Offset;
            if (index == 0)
            {
                foreach (var token in FrontMatterTokens.Of(deck.FrontMatterSource))
                {
                    yield return token;
                }
            }

            foreach (var token in deck.Entries[index].Section.Tokens)
            {
                yield return token with
                {
                    Span = token.Span.Shift(start),
                };
            }
        }
    }
}
