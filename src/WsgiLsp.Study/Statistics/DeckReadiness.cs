using System.Collections.Immutable;
using WsgiLsp.Decks.Model;
using WsgiLsp.Study.Reviews;
using WsgiLsp.Study.Scheduling;

namespace WsgiLsp.Study.Statistics;

/// <summary>How much of a deck will be known on the day to be ready for, if nothing is asked until then.</summary>
/// <param name="Deck">The deck's id.</param>
/// <param name="Day">The study day.</param>
/// <param name="Items">Number of its items, without suspended ones; at least 1.</param>
/// <param name="New">How many of them were never answered.</param>
/// <param name="Known">The sum of their chances of recall on that day; that of a new one is 0.</param>
public sealed record DeckReadiness(string Deck, int Day, int Items, int New, double Known)
{
    /// <summary>The mean chance of recall, new items included: 0…1.</summary>
    public double Expected => Known / Items;

    /// <summary>The mean chance of recall of what was answered: 0…1; null where nothing was.</summary>
    public double? ExpectedOfLearned => Items > New ? Known / (Items - New) : null;

    /// <summary>That of each deck whose day is still to come, or is today; in the decks' order.</summary>
    /// <param name="cards">The cards.</param>
    /// <param name="states">What the log knows of items.</param>
    /// <param name="today">Today's study day.</param>
    public static ImmutableArray<DeckReadiness> Of(IEnumerable<Card> cards, ItemStates states, int today) =>
        Of(StudiedItem.Of(cards.Where(card => card.By is not null), states, today), states.Fsrs, today);

    /// <summary>The same of items.</summary>
    internal static ImmutableArray<DeckReadiness> Of(IEnumerable<StudiedItem> items, LearnerFsrs fsrs, int today) =>
        [
            .. items
                .Where(item => !item.IsSuspended)
                .Select(item => (Item: item, Day: DeckAim.Of(item.Card).By))
                .Where(one => one.Day >= today)
                .GroupBy(one => (one.Item.Card.DeckId, Day: one.Day!.Value))
                .Select(deck => new DeckReadiness(
                    deck.Key.DeckId,
                    deck.Key.Day,
                    deck.Count(),
                    deck.Count(one => one.Item.State.IsNew),
                    deck.Sum(one => Chance(one.Item, deck.Key.Day, fsrs))
                )),
        ];

    private static double Chance(StudiedItem item, int day, LearnerFsrs fsrs) =>
        item.State is { IsNew: false, LastDay: { } last }
            ? fsrs[item.Card.Kind].Retrievability(item.State.Schedule.Memory.Stability, Math.Max(0, day - last))
            : 0;
}
