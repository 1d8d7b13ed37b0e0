using System.Collections.Immutable;
using WsgiLsp.Decks.Model;
using WsgiLsp.Study.Chance;
using WsgiLsp.Study.Reviews;

namespace WsgiLsp.Study.Sessions;

/// <summary>In which order a session asks.</summary>
public enum SessionOrder
{
    /// <summary>As the cards are passed: the deck's order.</summary>
    Deck,

    /// <summary>Shuffled by the seed.</summary>
    Random,
}

/// <summary>What a session asks.</summary>
/// <param name="Order">In which order.</param>
/// <param name="Limit">At most so many items, at least 0; null for all.</param>
/// <param name="Seed">Decides the random order and the order of options; the same seed gives the same session.</param>
public sealed record SessionOptions(SessionOrder Order = SessionOrder.Deck, int? Limit = null, int Seed = 0);

/// <summary>Which cards a session asks, in which order.</summary>
public static class SessionPlan
{
    /// <summary>Options are named by one letter each; a card with more of them is not asked.</summary>
    private const int MaxOptions = 26;

    /// <summary>
    /// Plans a session. Left out are notes, cards that the author or the learner suspended, items buried today, and cards
    /// that cannot be answered (no answer, a choice without a key, a rubric without concepts: the rules report them).
    /// </summary>
    /// <param name="cards">The cards selected, in the deck's order.</param>
    /// <param name="states">What the log knows of items.</param>
    /// <param name="today">The study day.</param>
    /// <param name="options">Order, limit and seed.</param>
    public static ImmutableArray<SessionItem> Make(
        IEnumerable<Card> cards,
        ItemStates states,
        int today,
        SessionOptions options
    )
    {
        var chosen = cards.Where(card => IsAsked(card, states[card.Key], today));
        if (options.Order == SessionOrder.Random)
        {
            chosen = SeededRandom.For(options.Seed, "order of cards").Shuffle(chosen);
        }

        return
        [
            .. chosen.Take(options.Limit ?? int.MaxValue).Select(card => Item(card, states[card.Key], options.Seed)),
        ];
    }

    /// <summary>One card as an item, whatever the log or its author say of suspending it.</summary>
    /// <param name="card">The card.</param>
    /// <param name="state">What the log knows of it.</param>
    /// <param name="seed">Decides the order of options.</param>
    /// <exception cref="ArgumentException">The card cannot be asked; see <see cref="CanAsk"/>.</exception>
    public static SessionItem Item(Card card, ItemState state, int seed) =>
        CanAsk(card)
            ? new SessionItem
            {
                Card = card,
                IsNew = state.IsNew,
                IsPractice = false,
                OptionOrder = OptionOrder(card, seed),
            }
            : throw new ArgumentException($"The card {card.Key} cannot be asked.", nameof(card));

    /// <summary>Whether a session can ask a card at all.</summary>
    public static bool CanAsk(Card card) =>
        card.Content switch
        {
            TrueFalseContent or ClozeContent or TypedContent or OrderContent or MatchContent => true,
            RecallContent recall => recall.Body.Length > 0,
            ChoiceContent choice => choice.Options.Length <= MaxOptions && choice.Options.Any(option => option.Correct),
            ExplainContent explain => explain.Concepts.Length > 0,
            _ => false,
        };

    private static bool IsAsked(Card card, ItemState state, int today) =>
        CanAsk(card) && !card.Suspended && !state.IsSuspended && !state.IsBuriedOn(today);

    private static ImmutableArray<int> OptionOrder(Card card, int seed)
    {
        if (card.Content is not ChoiceContent choice)
        {
            return [];
        }

        var inDeckOrder = Enumerable.Range(0, choice.Options.Length);
        return card.Shuffle ? SeededRandom.For(seed, "options of " + card.Key).Shuffle(inDeckOrder) : [.. inDeckOrder];
    }
}
