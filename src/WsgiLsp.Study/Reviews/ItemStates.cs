namespace WsgiLsp.Study.Reviews;

/// <summary>What the log knows of all items.</summary>
public sealed class ItemStates
{
    private readonly Dictionary<string, ItemState> _states;

    private ItemStates(Dictionary<string, ItemState> states, long change)
    {
        _states = states;
        Change = change;
    }

    /// <summary>Of an empty log: every item is new.</summary>
    public static ItemStates None { get; } = new([], change: 0);

    /// <summary>All items that the log knows.</summary>
    public IReadOnlyDictionary<string, ItemState> Known => _states;

    /// <summary>The number of the last change that this knows of.</summary>
    internal long Change { get; }

    /// <summary>The state of an item; one that the log does not know is new.</summary>
    public ItemState this[string item] => _states.GetValueOrDefault(item, ItemState.New);

    /// <summary>Whether others were read from the same log, and nothing changed in between.</summary>
    public bool IsSame(ItemStates others) => Change == others.Change && _states.Count == others._states.Count;

    /// <summary>States for tests and previews.</summary>
    /// <param name="states">The states by the items' keys.</param>
    public static ItemStates Of(IEnumerable<KeyValuePair<string, ItemState>> states) =>
        new(new Dictionary<string, ItemState>(states, StringComparer.Ordinal), change: 0);

    /// <summary>The states after some changed.</summary>
    internal ItemStates With(IEnumerable<(string Item, ItemState State)> changed, long change)
    {
        Dictionary<string, ItemState>? states = null;
        foreach (var (item, state) in changed)
        {
            // A session may hold the earlier ones: they stay as they are.
            (states ??= new(_states, StringComparer.Ordinal))[item] = state;
        }

        return states is null ? new ItemStates(_states, change) : new ItemStates(states, change);
    }
}
