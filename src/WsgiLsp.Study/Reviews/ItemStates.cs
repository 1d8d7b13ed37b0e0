using System.Collections.Immutable;

namespace WsgiLsp.Study.Reviews;

/// <summary>What the log knows of an item today.</summary>
public readonly record struct ItemState
{
    /// <summary>Whether it was ever answered, and the answer not taken back.</summary>
    public bool WasAnswered { get; init; }

    /// <summary>Whether it was answered on this study day.</summary>
    public bool WasAnsweredToday { get; init; }

    /// <summary>Whether the learner suspended it.</summary>
    public bool IsSuspended { get; init; }

    /// <summary>Whether the learner buried it on this study day.</summary>
    public bool IsBuriedToday { get; init; }

    /// <summary>Whether it was never answered.</summary>
    public bool IsNew => !WasAnswered;
}

/// <summary>What of an event decides the state of items.</summary>
/// <param name="Id">The event's id.</param>
/// <param name="Kind">What happened.</param>
/// <param name="Item">The item's key.</param>
/// <param name="Target">The event that it changes.</param>
/// <param name="Day">The study day.</param>
public readonly record struct StateChange(Guid Id, ReviewEventKind Kind, string Item, Guid? Target, int Day);

/// <summary>What the log knows of all items on a study day.</summary>
public sealed class ItemStates
{
    private readonly ImmutableDictionary<string, ItemState> _states;

    private ItemStates(ImmutableDictionary<string, ItemState> states) => _states = states;

    /// <summary>Of an empty log: every item is new.</summary>
    public static ItemStates None { get; } = new(ImmutableDictionary<string, ItemState>.Empty);

    /// <summary>The state of an item; one that the log does not know is new.</summary>
    public ItemState this[string item] => _states.GetValueOrDefault(item);

    /// <summary>Replays events.</summary>
    /// <param name="changes">The events about items, in the log's order.</param>
    /// <param name="today">The study day for which to tell.</param>
    public static ItemStates Replay(IEnumerable<StateChange> changes, int today)
    {
        var all = changes.ToList();
        var undone = all.Where(change => change.Kind == ReviewEventKind.Undo)
            .Select(change => change.Target)
            .ToHashSet();
        var states = ImmutableDictionary.CreateBuilder<string, ItemState>();
        foreach (var change in all.Where(change => !undone.Contains(change.Id)))
        {
            states[change.Item] = Next(states.GetValueOrDefault(change.Item), change, today);
        }

        return new ItemStates(states.ToImmutable());
    }

    private static ItemState Next(ItemState state, StateChange change, int today) =>
        change.Kind switch
        {
            ReviewEventKind.Review => state with
            {
                WasAnswered = true,
                WasAnsweredToday = state.WasAnsweredToday || change.Day == today,
            },
            ReviewEventKind.Suspend => state with { IsSuspended = true },
            ReviewEventKind.Resume => state with { IsSuspended = false },
            ReviewEventKind.Bury => state with { IsBuriedToday = change.Day == today },
            ReviewEventKind.Reset or ReviewEventKind.StartFresh => state with
            {
                WasAnswered = false,
                WasAnsweredToday = false,
            },
            _ => state,
        };
}
