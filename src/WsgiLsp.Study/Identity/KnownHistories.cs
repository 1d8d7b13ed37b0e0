namespace WsgiLsp.Study.Identity;

/// <summary>Which key has which history now, and the text that it was last seen with.</summary>
public sealed class KnownHistories
{
    private readonly Dictionary<string, (KnownItem Item, string? Path)> _byKey = new(StringComparer.Ordinal);

    private KnownHistories() { }

    /// <summary>The histories by the keys that have them; the id of each is that key.</summary>
    public IEnumerable<(KnownItem Item, string? Path)> All => _byKey.Values;

    /// <summary>Replays what the log says of identity.</summary>
    /// <param name="events">The events, in the order of time and id.</param>
    /// <param name="isAnswered">Whether the item of a key has been answered.</param>
    public static KnownHistories Of(IEnumerable<IdentityEvent> events, Func<string, bool> isAnswered)
    {
        var result = new KnownHistories();
        var moves = new List<MovedEvent>();
        foreach (var happened in events)
        {
            if (moves.Count > 0 && (happened is not MovedEvent || happened.Time != moves[0].Time))
            {
                result.Move(moves);
            }

            if (happened is MovedEvent moved)
            {
                moves.Add(moved);
            }
            else if (happened is SeenEvent seen && SeenItem.Read(seen.Json) is { } item)
            {
                result.See(seen, item);
            }
        }

        result.Move(moves);
        foreach (var (key, (item, path)) in result._byKey.ToList())
        {
            var known = item with { Id = key, HasHistory = isAnswered(key), IsOrphan = key != item.Last.Key };
            result._byKey[key] = (known, path);
        }

        return result;
    }

    private void See(SeenEvent seen, SeenItem item) =>
        _byKey[seen.Key] = (
            _byKey.TryGetValue(seen.Key, out var before)
                ? before.Item.SeenAs(item)
                : new KnownItem { Id = seen.Key, Last = item },
            seen.Path
        );

    /// <summary>Moves of one moment happen at once: two items may have taken each other's place.</summary>
    private void Move(List<MovedEvent> moves)
    {
        var moved = moves
            .Where(move => _byKey.ContainsKey(move.From))
            .Select(move => (move.Key, History: _byKey[move.From]))
            .ToList();
        foreach (var move in moves)
        {
            _byKey.Remove(move.From);
        }

        foreach (var (key, history) in moved)
        {
            _byKey[key] = history;
        }

        moves.Clear();
    }
}
