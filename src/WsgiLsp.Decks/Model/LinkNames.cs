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

    private static NearWord Search(string wanted, IEnumerable<string> names, NearWord best) =>
        NearestWord.Nearest(wanted, names.Where(name => name.AsSpan().StartsWith(wanted.AsSpan(0, 1))), best);
}
