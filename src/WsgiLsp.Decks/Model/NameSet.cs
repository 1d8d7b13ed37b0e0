using System.Collections.Concurrent;

namespace WsgiLsp.Decks.Model;

/// <summary>Names that can be referred to. Remembers what a wrong one may have meant, since it is asked at each key.</summary>
internal sealed class NameSet(IEnumerable<string> names)
{
    private readonly HashSet<string> all = [.. names];
    private readonly ConcurrentDictionary<string, string?> nearest = new(StringComparer.Ordinal);

    public bool Contains(string name) => all.Contains(name);

    /// <summary>The name that a wrong one most likely meant, or null.</summary>
    public string? Nearest(string word) =>
        nearest.GetOrAdd(word, static (wanted, names) => NearName.Find(wanted, names, names.Count), all);
}
