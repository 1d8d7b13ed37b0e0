using System.Collections.Immutable;
using WsgiLsp.Decks.Model;
using WsgiLsp.Study.Chance;

namespace WsgiLsp.Study.Sessions;

/// <summary>The order in which a card's options, items or right cells are shown.</summary>
internal static class ShownOrder
{
    /// <summary>The deck's indices in the order shown; empty for kinds that show nothing to arrange.</summary>
    public static ImmutableArray<int> Of(Card card, int seed) =>
        card.Content switch
        {
            ChoiceContent choice when card.Shuffle => Shuffled(card, seed, choice.Options.Length),
            ChoiceContent choice => [.. Enumerable.Range(0, choice.Options.Length)],
            OrderContent order => Wrong(card, seed, order.Items.Length),
            MatchContent match => Wrong(card, seed, match.Pairs.Length),
            _ => [],
        };

    /// <summary>An order in which a card was shown, as far as it can be shown so still; else the deck's own or a new one.</summary>
    public static ImmutableArray<int> Kept(Card card, ImmutableArray<int> shown)
    {
        var order = Of(card, seed: 0);
        return order.Order().SequenceEqual(shown.Order()) ? shown : order;
    }

    private static ImmutableArray<int> Shuffled(Card card, int seed, int count) =>
        SeededRandom.For(seed, "options of " + card.Key).Shuffle(Enumerable.Range(0, count));

    /// <summary>Shuffled, and never already right.</summary>
    private static ImmutableArray<int> Wrong(Card card, int seed, int count)
    {
        var order = Shuffled(card, seed, count);
        return count > 1 && order.SequenceEqual(Enumerable.Range(0, count)) ? [.. order[1..], order[0]] : order;
    }
}
