using System.Runtime.InteropServices;

namespace WsgiLsp.Decks.Model;

/// <summary>
/// How many sections of a deck use each name. Counted once for a whole deck; after edits only what differs is noted beside
/// it, and that is little however long somebody types at one heading.
/// </summary>
internal sealed class NameCounts
{
    // Shared by all decks since it was made, and never changed.
    private readonly Dictionary<string, int> whole;
    private readonly Dictionary<string, int> since;

    private NameCounts(Dictionary<string, int> whole, Dictionary<string, int> since)
    {
        this.whole = whole;
        this.since = since;
    }

    /// <summary>How many sections use a name.</summary>
    public int this[string name] => since.TryGetValue(name, out var count) ? count : whole.GetValueOrDefault(name);

    /// <summary>Counts names.</summary>
    /// <param name="names">Each name as often as it is used.</param>
    /// <param name="about">About how many there are.</param>
    public static NameCounts Of(IEnumerable<string> names, int about)
    {
        var counts = new Dictionary<string, int>(about, StringComparer.Ordinal);
        foreach (var name in names)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(counts, name, out _)++;
        }

        return new NameCounts(counts, new Dictionary<string, int>(StringComparer.Ordinal));
    }

    /// <summary>The counts after an exchange of names that nobody else uses; null where somebody does.</summary>
    /// <param name="removed">Names that one section used.</param>
    /// <param name="added">Names that no section used but those.</param>
    public NameCounts? Exchange(IEnumerable<string> removed, IEnumerable<string> added)
    {
        var result = new NameCounts(whole, new Dictionary<string, int>(since, StringComparer.Ordinal));
        return
            removed.All(name => result.TrySet(name, from: 1, to: 0))
            && added.All(name => result.TrySet(name, from: 0, to: 1))
            ? result
            : null;
    }

    private bool TrySet(string name, int from, int to)
    {
        if (this[name] != from)
        {
            return false;
        }

        if (whole.GetValueOrDefault(name) == to)
        {
            since.Remove(name);
        }
        else
        {
            since[name] = to;
        }

        return true;
    }
}
