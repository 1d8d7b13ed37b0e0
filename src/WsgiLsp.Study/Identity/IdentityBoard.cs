using System.Collections.Immutable;

namespace WsgiLsp.Study.Identity;

/// <summary>Who is whom so far: what the log knows on one side, items of cards now on the other. Stages fill it.</summary>
internal sealed class IdentityBoard
{
    private readonly int[] _itemOf;
    private readonly (int Known, IdentityEvidence Evidence)[] _knownOf;

    public IdentityBoard(IEnumerable<KnownItem> known, IEnumerable<SeenItem> items)
    {
        Known = [.. known];
        var keys = new HashSet<string>(StringComparer.Ordinal);
        Items = [.. items.Where(item => keys.Add(item.Key))];
        ItemByKey = new Dictionary<string, int>(Items.Length, StringComparer.Ordinal);
        for (var i = 0; i < Items.Length; i++)
        {
            ItemByKey.Add(Items[i].Key, i);
        }

        _itemOf = new int[Known.Length];
        _knownOf = new (int, IdentityEvidence)[Items.Length];
        Array.Fill(_itemOf, -1);
        Array.Fill(_knownOf, (-1, default));
        DeckOf = [.. Known.Select(one => one.Last.DeckId)];

        // Those with a history choose first, and those that had a card just now before those that lost theirs earlier.
        KnownInOrder =
        [
            .. Enumerable
                .Range(0, Known.Length)
                .OrderBy(k => (Known[k].HasHistory ? 0 : 2) + (Known[k].IsOrphan ? 1 : 0)),
        ];
    }

    public KnownItem[] Known { get; }

    public SeenItem[] Items { get; }

    public Dictionary<string, int> ItemByKey { get; }

    /// <summary>Indices of what the log knows, in the order in which they choose.</summary>
    public int[] KnownInOrder { get; }

    /// <summary>The deck in which each known item is looked for: its own, or what that is called now.</summary>
    public string[] DeckOf { get; }

    public IEnumerable<int> FreeKnown => KnownInOrder.Where(k => _itemOf[k] < 0);

    public IEnumerable<int> FreeItems => Enumerable.Range(0, Items.Length).Where(IsFree);

    public bool IsFree(int item) => _knownOf[item].Known < 0;

    public int ItemOf(int known) => _itemOf[known];

    /// <summary>The item in the place where a known one was, or -1.</summary>
    public int ItemInPlaceOf(int known)
    {
        var last = Known[known].Last;
        var key = DeckOf[known] == last.DeckId ? last.Key : DeckOf[known] + last.Key[last.DeckId.Length..];
        return ItemByKey.GetValueOrDefault(key, -1);
    }

    public void Identify(int known, int item, IdentityEvidence evidence)
    {
        _itemOf[known] = item;
        _knownOf[item] = (known, evidence);
    }

    /// <summary>Takes an item back from a known one.</summary>
    public void Release(int known)
    {
        _knownOf[_itemOf[known]] = (-1, default);
        _itemOf[known] = -1;
    }

    public Identification ToIdentification(IReadOnlyDictionary<int, ImmutableArray<IdentityCandidate>> doubts) =>
        new(
            [.. Enumerable.Range(0, Items.Length).Select(i => Decide(i, doubts))],
            [.. Enumerable.Range(0, Known.Length).Where(k => _itemOf[k] < 0).Select(k => Known[k])]
        );

    private IdentityDecision Decide(int item, IReadOnlyDictionary<int, ImmutableArray<IdentityCandidate>> doubts) =>
        !IsFree(item) ? new Identified(Items[item], Known[_knownOf[item].Known], _knownOf[item].Evidence)
        : doubts.TryGetValue(item, out var candidates) ? new Doubtful(Items[item], candidates)
        : new Unknown(Items[item]);
}
