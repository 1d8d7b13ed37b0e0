using WsgiLsp.Study.Identity;
using WsgiLsp.Study.Reviews;
using WsgiLsp.Study.Statistics;

namespace WsgiLsp.Server.Features.Learning;

/// <summary>What the answers to a deck's cards say of the cards.</summary>
/// <param name="Learned">What was learned when the answers were read.</param>
/// <param name="Deck">What the deck said then.</param>
/// <param name="Items">The items that were answered, by their keys.</param>
internal sealed record DeckFacts(LearnedStates Learned, SeenDeck Deck, IReadOnlyDictionary<string, AnswerTally> Items)
{
    /// <summary>Reads the answers to a deck's cards.</summary>
    /// <param name="log">The log.</param>
    /// <param name="deck">The deck.</param>
    /// <param name="learned">What is learned.</param>
    /// <param name="before">What was read before; it is kept where nothing changed.</param>
    /// <exception cref="ReviewLogException">The log cannot be read.</exception>
    public static DeckFacts Read(ReviewLog log, SeenDeck deck, LearnedStates learned, DeckFacts? before) =>
        before is not null && ReferenceEquals(before.Learned, learned) && ReferenceEquals(before.Deck, deck)
            ? before
            : new DeckFacts(
                learned,
                deck,
                log.ReadHistories(
                    deck.Items.Select(item => item.Key)
                        .Where(learned.States.Known.ContainsKey)
                        .Distinct(StringComparer.Ordinal),
                    AnswerTally.Of
                )
            );
}
