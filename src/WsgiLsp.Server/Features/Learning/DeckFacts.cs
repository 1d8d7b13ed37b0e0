using System.Runtime.CompilerServices;
using WsgiLsp.Decks.Model;
using WsgiLsp.Study.Identity;
using WsgiLsp.Study.Reviews;
using WsgiLsp.Study.Statistics.Cards;

namespace WsgiLsp.Server.Features.Learning;

/// <summary>What the learner's answers to a deck's cards say of the cards. Safe to use from several threads.</summary>
internal sealed class DeckFacts
{
    private readonly LearnedStates learned;
    private readonly SeenDeck deck;
    private readonly LearnerAnswers answers;

    // Findings and hints are asked for at every key, and cards outlive the edits of others.
    private readonly ConditionalWeakTable<Card, StrongBox<CardFacts?>> known = [];

    private DeckFacts(LearnedStates learned, SeenDeck deck, LearnerAnswers answers) =>
        (this.learned, this.deck, this.answers) = (learned, deck, answers);

    /// <summary>Reads the answers to a deck's cards.</summary>
    /// <param name="log">The log.</param>
    /// <param name="deck">The deck.</param>
    /// <param name="news">What is learned.</param>
    /// <param name="before">What was read before: only what came since is read again. Null for nothing.</param>
    /// <exception cref="ReviewLogException">The log cannot be read.</exception>
    public static DeckFacts Read(ReviewLog log, SeenDeck deck, LearnedNews news, DeckFacts? before)
    {
        var isKnown = ReferenceEquals(before?.deck, deck) && ReferenceEquals(before.learned, news.Before);
        if (isKnown && ReferenceEquals(news.Now, news.Before))
        {
            return before!;
        }

        var keys = deck.Items.Select(item => item.Key).Where(news.Now.States.Has).Distinct(StringComparer.Ordinal);
        return new DeckFacts(
            news.Now,
            deck,
            isKnown && news.Items is { } items
                ? before!.answers.ReadAgain(log, keys.Where(items.Contains))
                : LearnerAnswers.None.ReadAgain(log, keys)
        );
    }

    /// <summary>What answers say of a card as it is now, which may not be saved; null where it has none.</summary>
    public CardFacts? Of(Card card) =>
        known.GetValue(card, one => new StrongBox<CardFacts?>(CardFactsReader.Read(one, answers))).Value;
}
