using WsgiLsp.Decks.Model;
using WsgiLsp.Study.Reviews;
using WsgiLsp.Study.Sessions;

namespace WsgiLsp.Study.Statistics;

/// <summary>An item that statistics count.</summary>
/// <param name="Card">Its card.</param>
/// <param name="Key">Its identity in the log.</param>
/// <param name="State">What the log knows of it.</param>
internal sealed record StudiedItem(Card Card, string Key, ItemState State)
{
    /// <summary>Whether it is out of study.</summary>
    public bool IsSuspended => Card.Suspended || State.IsSuspended;

    /// <summary>Days between its last answer and the next, at least 0.</summary>
    public int Interval => State is { DueDay: { } due, LastDay: { } last } ? Math.Max(0, due - last) : 0;

    /// <summary>The items of all cards that can be asked, each once.</summary>
    /// <param name="cards">The cards.</param>
    /// <param name="states">What the log knows of items.</param>
    /// <param name="today">Today's study day.</param>
    public static List<StudiedItem> Of(IEnumerable<Card> cards, ItemStates states, int today) =>
        [
            .. cards
                .Where(SessionPlan.CanAsk)
                .SelectMany(card => card.Items.Select(name => Of(card, name, states, today)))
                .DistinctBy(item => item.Key, StringComparer.Ordinal),
        ];

    /// <summary>One of a card's items.</summary>
    public static StudiedItem Of(Card card, string name, ItemStates states, int today) =>
        new(card, SessionItem.KeyOf(card, name), states.StateOf(card, name, today));
}
