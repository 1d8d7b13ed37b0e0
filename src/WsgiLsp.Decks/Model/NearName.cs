using WsgiLsp.Decks.Text;

namespace WsgiLsp.Decks.Model;

/// <summary>Which of a deck's names a wrong one most likely meant. A deck may have thousands, and is asked at each key.</summary>
internal static class NearName
{
    // Up to so many names all are compared.
    private const int Many = 256;

    // Among more, only those with the same first letter are, and few slips forgiven.
    private const int FewSlips = 2;

    /// <summary>Whether a search among so many names is worth remembering.</summary>
    public static bool IsSlow(int count) => count > Many;

    /// <summary>The name that a wrong one most likely meant, or null.</summary>
    /// <param name="wanted">The wrong name.</param>
    /// <param name="names">All names.</param>
    /// <param name="count">About how many there are.</param>
    public static string? Find(string wanted, IEnumerable<string> names, int count) =>
        IsSlow(count) ? Among(wanted, names).Word : NearestWord.Find(wanted, names);

    /// <summary>The nearest of many names.</summary>
    /// <param name="wanted">The wrong name.</param>
    /// <param name="names">All names.</param>
    public static NearWord Among(string wanted, IEnumerable<string> names) =>
        Among(wanted, names, new NearWord(null, NearestWord.MostSlips(wanted, FewSlips) + 1));

    /// <summary>The nearest of many names and of what is known already.</summary>
    /// <param name="wanted">The wrong name.</param>
    /// <param name="names">Further names.</param>
    /// <param name="best">What is known.</param>
    public static NearWord Among(string wanted, IEnumerable<string> names, NearWord best)
    {
        // A plain loop: thousands of names for each link, at a key that takes headings away.
        var candidates = new List<string>();
        foreach (var name in names)
        {
            if (name.Length > 0 && wanted.Length > 0 && name[0] == wanted[0] && IsOfLength(name, wanted))
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
