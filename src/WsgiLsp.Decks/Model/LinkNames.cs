using System.Collections.Concurrent;
using WsgiLsp.Decks.Text;

namespace WsgiLsp.Decks.Model;

/// <summary>Remembers which of a large deck's names wrong ones most likely meant, through edits of headings.</summary>
internal sealed class LinkNames
{
    private readonly ConcurrentDictionary<string, NearWord> nearest = new(StringComparer.Ordinal);

    /// <summary>The names that wrong ones most likely meant, each in its place, or null.</summary>
    /// <param name="wanted">The wrong names.</param>
    /// <param name="names">Makes a list of all names.</param>
    /// <param name="count">About how many there are.</param>
    public string?[] Nearest(IReadOnlyList<string> wanted, Func<IEnumerable<string>> names, int count)
    {
        if (!NearName.IsSlow(count))
        {
            return [.. wanted.Select(name => NearName.Find(name, names(), count))];
        }

        var searches = new Dictionary<string, NearNameSearch>(StringComparer.Ordinal);
        foreach (var name in wanted.Where(name => !nearest.ContainsKey(name)))
        {
            searches[name] = new NearNameSearch(name);
        }

        if (searches.Count > 0)
        {
            Look(searches, names());
        }

        return [.. wanted.Select(name => nearest[name].Word)];
    }

    /// <summary>What holds after some names went and others came.</summary>
    public LinkNames With(IReadOnlySet<string> removed, IReadOnlySet<string> added)
    {
        var searches = new Dictionary<string, NearNameSearch>(StringComparer.Ordinal);
        foreach (var (wanted, near) in nearest)
        {
            if (near.Word is null || !removed.Contains(near.Word))
            {
                searches[wanted] = new NearNameSearch(wanted, near);
            }
        }

        var result = new LinkNames();
        result.Look(searches, added);
        return result;
    }

    private void Look(Dictionary<string, NearNameSearch> searches, IEnumerable<string> names)
    {
        NearNameSearch.Look(names, [.. searches.Values]);
        foreach (var (wanted, search) in searches)
        {
            nearest[wanted] = search.Best;
        }
    }
}
