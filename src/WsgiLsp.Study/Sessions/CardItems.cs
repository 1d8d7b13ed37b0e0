using WsgiLsp.Decks.Model;
using WsgiLsp.Study.Reviews;
using WsgiLsp.Study.Scheduling;

namespace WsgiLsp.Study.Sessions;

/// <summary>Where a card's items are for who studies the card: what the log says, and what the deck's day makes of it.</summary>
internal static class CardItems
{
    /// <summary>The state of one of a card's items.</summary>
    /// <param name="states">What the log knows of items.</param>
    /// <param name="card">The card.</param>
    /// <param name="name">The item's name; empty for the card itself.</param>
    /// <param name="today">Today's study day.</param>
    public static ItemState StateOf(this ItemStates states, Card card, string name, int today)
    {
        var key = SessionItem.KeyOf(card, name);
        return LastWeek.Due(key, states[key], DeckAim.Of(card).By, today);
    }
}
