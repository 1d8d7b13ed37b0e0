using WsgiLsp.Decks.Text;

namespace WsgiLsp.Decks.Model;

/// <summary>Which of a deck's names a wrong one most likely meant. A deck may have thousands, and is asked at each key.</summary>
internal static class NearName
{
    // Up to so many names all are compared.
    private const int Many = 256;

    /// <summary>Whether a search among so many names is worth remembering.</summary>
    public static bool IsSlow(int count) => count > Many;

    /// <summary>The name that a wrong one most likely meant, or null.</summary>
    /// <param name="wanted">The wrong name.</param>
    /// <param name="names">All names.</param>
    /// <param name="count">About how many there are.</param>
    public static string? Find(string wanted, IEnumerable<string> names, int count)
    {
        if (!IsSlow(count))
        {
            return NearestWord.Find(wanted, names);
        }

        var search = new NearNameSearch(wanted);
        NearNameSearch.Look(names, [search]);
        return search.Best.Word;
    }
}
