using System.Collections.Concurrent;
using WsgiLsp.Decks.Text;

namespace WsgiLsp.Decks.Model;

/// <summary>Remembers which of a large deck's names a wrong one most likely meant, through edits of headings.</summary>
internal sealed class LinkNames
{
    // Up to so many names a search costs nothing worth remembering.
    private const int Many = 256;

    // Among many names only those with the same first letter are compared, and few slips forgiven.
    private const int FewSlips = 2;

    private readonly ConcurrentDictionary<string, NearWord> nearest = new(StringComparer.Ordinal);

    /// <summary>The name that a wrong one most likely meant, or null.</summary>
    /// <param name="wanted">The wrong name.</param>
    /// <param name="names">All names.</param>
    /// <param name="count">About how many there are.</param>
    public string? Nearest(string wanted, IEnumerable<string> names, int count) =>
        count <= Many
            ? NearestWord.Find(wanted, names)
            : nearest
                .GetOrAdd(
                    wanted,
                    static (wanted, names) => Search(wanted, names, new NearWord(null, FewSlips + 1)),
                    names
                )
                .Word;

    /// <summary>What holds after some names went and others came.</summary>
    public LinkNames With(IReadOnlySet<string> removed, IReadOnlySet<string> added)
    {
        var result = new LinkNames();
        foreach (var (wanted, near) in nearest)
        {
            if (near.Word is null || !removed.Contains(near.Word))
            {
                result.nearest[wanted] = Search(wanted, added, near);
            }
        }

        return result;
    }

    private static NearWord Search(string wanted, IEnumerable<string> names, NearWord best)
    {
        // A plain loop: thousands of names for each link, at a key that takes headings away.
        var candidates = new List<string>();
        foreach (var name in names)
        {
            if (name.Length > 0 && name[0] == wanted[0] && IsOfLength(name, wanted))
            {
                candidates.Add(name);
            }
        }

        return NearestWord.Nearest(wanted, candidates, best);
    }

    /// <summary>Whether few slips can make one of the other, or the wrong name abbreviates it.</summary>
    private static bool IsOfLength(string name, string wanted) =>
        Math.Abs(name.Length - wanted.Length) <= FewSlips
        || (name.Length > wanted.Length && name.StartsWith(wanted, StringComparison.OrdinalIgnoreCase));
}
