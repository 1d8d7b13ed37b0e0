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
    public static List<StudiedItem> Of(IEnumerable<Card> cards, ItemStates states) =>
        [
            .. cards
                .Where(SessionPlan.CanAsk)
                .SelectMany(card => card.Items.Select(name => (Card: card, Key: SessionItem.KeyOf(card, name))))
                .DistinctBy(item => item.Key, StringComparer.Ordinal)
                .Select(item => new StudiedItem(item.Card, item.Key, states[item.Key])),
        ];
}
