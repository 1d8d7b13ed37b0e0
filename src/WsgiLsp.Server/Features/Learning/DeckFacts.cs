using System.Collections.Immutable;
using WsgiLsp.Study.Identity;
using WsgiLsp.Study.Reviews;
using WsgiLsp.Study.Statistics;

namespace WsgiLsp.Server.Features.Learning;

/// <summary>What the answers to a deck's cards say of the cards.</summary>
/// <param name="Learned">What was learned when the answers were read.</param>
/// <param name="Deck">What the deck said then.</param>
/// <param name="Items">The items that were answered, by their keys.</param>
internal sealed record DeckFacts(LearnedStates Learned, SeenDeck Deck, ImmutableDictionary<string, AnswerTally> Items)
{
    /// <summary>Reads the answers to a deck's cards.</summary>
    /// <param name="log">The log.</param>
    /// <param name="deck">The deck.</param>
    /// <param name="news">What is learned.</param>
    /// <param name="before">What was read before: only what came since is read again. Null for nothing.</param>
    /// <exception cref="ReviewLogException">The log cannot be read.</exception>
    public static DeckFacts Read(ReviewLog log, SeenDeck deck, LearnedNews news, DeckFacts? before)
    {
        var isKnown = ReferenceEquals(before?.Deck, deck) && ReferenceEquals(before.Learned, news.Before);
        if (isKnown && ReferenceEquals(news.Now, news.Before))
        {
            return before!;
        }

        var keys = deck.Items.Select(item => item.Key).Where(news.Now.States.Has).Distinct(StringComparer.Ordinal);
        return isKnown && news.Items is { } items
            ? before! with
            {
                Learned = news.Now,
                Items = before.Items.SetItems(Tallies(keys.Where(items.Contains))),
            }
            : new DeckFacts(news.Now, deck, ImmutableDictionary.CreateRange(StringComparer.Ordinal, Tallies(keys)));

        IReadOnlyDictionary<string, AnswerTally> Tallies(IEnumerable<string> of) =>
            log.ReadHistories(of, AnswerTally.Of);
    }
}
