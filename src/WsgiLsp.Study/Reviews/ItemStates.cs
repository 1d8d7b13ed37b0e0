using WsgiLsp.Study.Scheduling;

namespace WsgiLsp.Study.Reviews;

/// <summary>
/// What the log knows of all items. Never changes: what came later stands beside the many that were read at first, which all
/// that come of them share.
/// </summary>
public sealed class ItemStates
{
    // With more than so many beside them all are put together anew.
    private const int MostLater = 1_000;

    private readonly ReadStates _read;
    private readonly Dictionary<string, ItemState> _later;

    private ItemStates(ReadStates read, Dictionary<string, ItemState> later, LogMark mark, LearnerFsrs fsrs)
    {
        (_read, _later, Mark, Fsrs) = (read, later, mark, fsrs);
    }

    /// <summary>Of an empty log: every item is new.</summary>
    public static ItemStates None { get; } = Of([]);

    /// <summary>All items that the log knows.</summary>
    public IEnumerable<KeyValuePair<string, ItemState>> Known => Where(_read.All, _ => true);

    /// <summary>Those of them that are on a step, so that they are due at a time of day. Costs little.</summary>
    public IEnumerable<KeyValuePair<string, ItemState>> OnSteps =>
        Where(_read.OnSteps, state => state.DueTime is not null);

    /// <summary>Tells how well they are remembered, with the weights that made these states.</summary>
    public LearnerFsrs Fsrs { get; }

    /// <summary>How far the log was read.</summary>
    internal LogMark Mark { get; }

    /// <summary>The state of an item; one that the log does not know is new.</summary>
    public ItemState this[string item] =>
        _later.Count > 0 && _later.TryGetValue(item, out var state)
            ? state
            : _read.All.GetValueOrDefault(item, ItemState.New);

    /// <summary>Whether the log knows an item.</summary>
    public bool Has(string item) => _later.ContainsKey(item) || _read.All.ContainsKey(item);

    /// <summary>Those of the known items that were first or last answered on a study day. Costs little but for the first time.</summary>
    public IEnumerable<KeyValuePair<string, ItemState>> AnsweredOn(int day) =>
        Where(_read.AnsweredOn(day), state => ReadStates.IsAnsweredOn(state, day));

    /// <summary>Whether others were read from the same log, and nothing happened to an item in between.</summary>
    public bool IsSame(ItemStates others) => ReferenceEquals(_read, others._read) && Mark.Change == others.Mark.Change;

    /// <summary>States for tests and previews.</summary>
    /// <param name="states">The states by the items' keys.</param>
    public static ItemStates Of(IEnumerable<KeyValuePair<string, ItemState>> states) =>
        Read(states, default, LearnerFsrs.Default);

    /// <summary>All states, as they were read.</summary>
    internal static ItemStates Read(
        IEnumerable<KeyValuePair<string, ItemState>> states,
        LogMark mark,
        LearnerFsrs fsrs
    ) =>
        new(
            new ReadStates(new Dictionary<string, ItemState>(states, StringComparer.Ordinal)),
            new Dictionary<string, ItemState>(StringComparer.Ordinal),
            mark,
            fsrs
        );

    /// <summary>The states after some changed.</summary>
    internal ItemStates With(IEnumerable<KeyValuePair<string, ItemState>> changed, LogMark mark)
    {
        if (mark == Mark)
        {
            return this;
        }

        var later = new Dictionary<string, ItemState>(_later, StringComparer.Ordinal);
        foreach (var (item, state) in changed)
        {
            later[item] = state;
        }

        var states = new ItemStates(_read, later, mark, Fsrs);
        return later.Count > MostLater ? Read(states.Known, mark, Fsrs) : states;
    }

    /// <summary>Some of the items that were read at first, as they are now, and of the later ones those that are like them.</summary>
    private IEnumerable<KeyValuePair<string, ItemState>> Where(
        IEnumerable<KeyValuePair<string, ItemState>> read,
        Func<ItemState, bool> isWanted
    ) =>
        _later.Count == 0
            ? read
            : read.Where(one => !_later.ContainsKey(one.Key)).Concat(_later.Where(one => isWanted(one.Value)));

    /// <summary>The many states that are shared, and lists of the few among them that are asked for again and again.</summary>
    private sealed class ReadStates(Dictionary<string, ItemState> all)
    {
        // Made when somebody asks, perhaps twice at once, which does no harm.
        private KeyValuePair<string, ItemState>[]? _onSteps;
        private AnsweredItems? _answered;

        public Dictionary<string, ItemState> All => all;

        public KeyValuePair<string, ItemState>[] OnSteps =>
            _onSteps ??= [.. all.Where(one => one.Value.DueTime is not null)];

        public static bool IsAnsweredOn(ItemState state, int day) => state.FirstDay == day || state.LastDay == day;

        public KeyValuePair<string, ItemState>[] AnsweredOn(int day)
        {
            var known = _answered;
            if (known?.Day != day)
            {
                _answered = known = new(day, [.. all.Where(one => IsAnsweredOn(one.Value, day))]);
            }

            return known.Items;
        }
    }

    private sealed record AnsweredItems(int Day, KeyValuePair<string, ItemState>[] Items);
}
