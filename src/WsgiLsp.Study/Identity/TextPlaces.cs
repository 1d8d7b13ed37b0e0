namespace WsgiLsp.Study.Identity;

/// <summary>Where each text stands now, by fingerprint.</summary>
internal sealed class TextPlaces
{
    private readonly IdentityBoard _board;
    private readonly string[] _known;
    private readonly string[] _items;
    private readonly Dictionary<string, Queue<int>> _anywhere = new(StringComparer.Ordinal);
    private readonly Dictionary<(string, string), Queue<int>> _byDeck = [];

    public TextPlaces(IdentityBoard board)
    {
        _board = board;
        _known = [.. board.Known.Select(one => one.Last.Fingerprint)];
        _items = [.. board.Items.Select(item => item.Fingerprint)];
        for (var i = 0; i < _items.Length; i++)
        {
            Add(_anywhere, _items[i], i);
            Add(_byDeck, (_items[i], board.Items[i].DeckId), i);
        }
    }

    public string FingerprintOf(int item) => _items[item];

    /// <summary>The item under the known one's own key, if it says the same; else -1.</summary>
    public int InPlace(int known) =>
        _board.ItemInPlaceOf(known) is >= 0 and var item && _items[item] == _known[known] ? item : -1;

    /// <summary>The first item of the known one's deck that says the same and may be taken; else -1.</summary>
    public int InDeck(int known, Predicate<int> mayTake) =>
        First(_byDeck.GetValueOrDefault((_known[known], _board.DeckOf[known])), mayTake);

    /// <summary>The first item that says the same and may be taken; else -1.</summary>
    public int Anywhere(int known, Predicate<int> mayTake) =>
        First(_anywhere.GetValueOrDefault(_known[known]), mayTake);

    /// <summary>The first item with a text that may be taken, preferably in a deck; else -1.</summary>
    public int Find(string fingerprint, string deck, Predicate<int> mayTake) =>
        First(_byDeck.GetValueOrDefault((fingerprint, deck)), mayTake) is >= 0 and var item
            ? item
            : First(_anywhere.GetValueOrDefault(fingerprint), mayTake);

    private int First(Queue<int>? places, Predicate<int> mayTake)
    {
        if (places is null)
        {
            return -1;
        }

        // Those that are taken at the front stay taken, so that thousands of equal cards do not cost their square.
        while (places.TryPeek(out var taken) && !_board.IsFree(taken))
        {
            places.Dequeue();
        }

        foreach (var place in places)
        {
            if (mayTake(place))
            {
                return place;
            }
        }

        return -1;
    }

    private static void Add<TKey>(Dictionary<TKey, Queue<int>> places, TKey key, int item)
        where TKey : notnull
    {
        if (!places.TryGetValue(key, out var queue))
        {
            places.Add(key, queue = new Queue<int>());
        }

        queue.Enqueue(item);
    }
}
