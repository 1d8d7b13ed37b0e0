using System.Collections.Concurrent;
using WsgiLsp.Decks.Text;

namespace WsgiLsp.Decks.Model;

/// <summary>Remembers which of a large deck's names a wrong one most likely meant, through edits of headings.</summary>
internal sealed class LinkNames
{
    private readonly ConcurrentDictionary<string, NearWord> nearest = new(StringComparer.Ordinal);

    /// <summary>The name that a wrong one most likely meant, or null.</summary>
    /// <param name="wanted">The wrong name.</param>
    /// <param name="names">Makes a list of all names.</param>
    /// <param name="count">About how many there are.</param>
    public string? Nearest(string wanted, Func<IEnumerable<string>> names, int count) =>
        NearName.IsSlow(count)
            ? nearest.GetOrAdd(wanted, static (wanted, names) => NearName.Among(wanted, names()), names).Word
            : NearName.Find(wanted, names(), count);

    /// <summary>What holds after some names went and others came.</summary>
    public LinkNames With(IReadOnlySet<string> removed, IReadOnlySet<string> added)
    {
        var result = new LinkNames();
        foreach (var (wanted, near) in nearest)
        {
            if (near.Word is null || !removed.Contains(near.Word))
            {
                result.nearest[wanted] = NearName.Among(wanted, added, near);
            }
        }

        return result;
    }
}
