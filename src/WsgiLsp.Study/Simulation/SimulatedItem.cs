using WsgiLsp.Decks.Model;
using WsgiLsp.Study.Reviews;
using WsgiLsp.Study.Scheduling;

namespace WsgiLsp.Study.Simulation;

/// <summary>An item, and where a simulation has it.</summary>
/// <param name="key">Its identity in the log.</param>
/// <param name="card">Its card.</param>
/// <param name="scheduler">When it is asked again, with what its deck wishes.</param>
/// <param name="state">What is known of it.</param>
/// <param name="order">Its place in the decks' order.</param>
internal sealed class SimulatedItem(string key, Card card, Scheduler scheduler, ItemState state, int order)
{
    // When an item of the card was asked last; all items of a card share it.
    private readonly AskedDay _asked = new();

    public SimulatedItem(string key, SimulatedItem sibling, ItemState state, int order)
        : this(key, sibling.Card, sibling.Scheduler, state, order) => _asked = sibling._asked;

    public string Key => key;

    public Card Card => card;

    public Scheduler Scheduler => scheduler;

    public int Order => order;

    public ItemState State { get; set; } = state;

    /// <summary>The study day on which it is due; null while it waits as new.</summary>
    /// <param name="today">The study day on which that is asked.</param>
    public int? DueDay(int today) => LastWeek.Due(key, State, scheduler.Options.By, today).DueDay;

    /// <summary>
    /// Takes the card's place on a day, if no other item of the card has it: they would give one another away. As in sessions
    /// the place is taken even where a limit leaves the item out then.
    /// </summary>
    public bool TryAsk(int day)
    {
        var isFirst = _asked.Day != day;
        _asked.Day = day;
        return isFirst;
    }

    private sealed class AskedDay
    {
        public int? Day { get; set; }
    }
}
