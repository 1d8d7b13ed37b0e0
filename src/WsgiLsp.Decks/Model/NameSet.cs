using System.Collections.Concurrent;
using WsgiLsp.Decks.Text;

namespace WsgiLsp.Decks.Model;

/// <summary>Names that can be referred to. Remembers what a wrong one may have meant, since it is asked at each key.</summary>
internal sealed class NameSet(IEnumerable<string> names)
{
    // Among more names only those with the same first letter are compared, and few slips forgiven.
    private const int Many = 256;
    private const int FewSlips = 2;

    private readonly HashSet<string> all = [.. names];
    private readonly ConcurrentDictionary<string, string?> nearest = new(StringComparer.Ordinal);

    public bool Contains(string name) => all.Contains(name);

    /// <summary>The name that a wrong one most likely meant, or null.</summary>
    public string? Nearest(string word) =>
        nearest.GetOrAdd(
            word,
            static (wanted, names) =>
                names.Count <= Many
                    ? NearestWord.Find(wanted, names)
                    : NearestWord.Find(
                        wanted,
                        names.Where(name => name.Length > 0 && wanted.Length > 0 && name[0] == wanted[0]),
                        FewSlips
                    ),
            all
        );
}
