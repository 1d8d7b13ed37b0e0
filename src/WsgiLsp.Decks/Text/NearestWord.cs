namespace WsgiLsp.Decks.Text;

/// <summary>What somebody may have meant by a word that we do not know.</summary>
public static class NearestWord
{
    /// <summary>Fewer letters than these abbreviate nothing.</summary>
    private const int ShortestAbbreviation = 3;

    /// <summary>
    /// The known word that is fewest slips away, if that is no more than a third of the word, or that it abbreviates;
    /// else null.
    /// </summary>
    /// <param name="word">The word.</param>
    /// <param name="known">The known ones.</param>
    public static string? Find(string word, IEnumerable<string> known) =>
        Nearest(word, known, new NearWord(null, MostSlips(word) + 1)).Word;

    /// <summary>How many slips are forgiven: a third of the word.</summary>
    /// <param name="word">The word.</param>
    /// <param name="most">More are never forgiven.</param>
    internal static int MostSlips(string word, int most = int.MaxValue) => Math.Min(Math.Max(1, word.Length / 3), most);

    /// <summary>The nearest of some words, if one of them is nearer than what is known already.</summary>
    /// <param name="word">The word.</param>
    /// <param name="known">The words.</param>
    /// <param name="best">What is known already; without a word its slips are the first number that is too many.</param>
    internal static NearWord Nearest(string word, IEnumerable<string> known, NearWord best)
    {
        foreach (var candidate in known)
        {
            // Of words that are equally near the first by its letters, in whatever order they come.
            var isTied = best.Word is not null && string.CompareOrdinal(candidate, best.Word) < 0;
            var limit = isTied ? best.Slips + 1 : best.Slips;
            var slips = Abbreviates(word, candidate) ? 1 : Distance(word, candidate, limit);
            if (slips < limit)
            {
                best = new NearWord(candidate, slips);
            }
        }

        return best;
    }

    /// <summary>What to put behind a finding's sentence: empty, or <c> Did you mean 'x'?</c>.</summary>
    public static string Question(string? nearest) => nearest is null ? "" : $" Did you mean '{nearest}'?";

    /// <summary>What to end a message with: empty, or <c>; did you mean 'x'?</c>.</summary>
    public static string Suggestion(string word, IEnumerable<string> known) =>
        Find(word, known) is { } nearest ? $"; did you mean '{nearest}'?" : "";

    private static bool Abbreviates(string word, string candidate) =>
        word.Length >= ShortestAbbreviation && candidate.StartsWith(word, StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// Insertions, deletions, changes and swaps of neighbours (optimal string alignment), case ignored; any number from the
    /// limit on stands for too many.
    /// </summary>
    private static int Distance(ReadOnlySpan<char> a, ReadOnlySpan<char> b, int limit)
    {
        if (Math.Abs(a.Length - b.Length) >= limit)
        {
            return limit;
        }

        while (!a.IsEmpty && !b.IsEmpty && Same(a[0], b[0]))
        {
            a = a[1..];
            b = b[1..];
        }

        while (!a.IsEmpty && !b.IsEmpty && Same(a[^1], b[^1]))
        {
            a = a[..^1];
            b = b[..^1];
        }

        return a.IsEmpty || b.IsEmpty ? a.Length + b.Length : Distances(a, b, limit);
    }

    private static int Distances(ReadOnlySpan<char> a, ReadOnlySpan<char> b, int limit)
    {
        var (before, last, row) = (new int[b.Length + 1], new int[b.Length + 1], new int[b.Length + 1]);
        for (var j = 0; j <= b.Length; j++)
        {
            last[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            // What stands farther apart than the limit is too far already.
            row.AsSpan().Fill(limit);
            row[0] = i;
            var least = limit;
            var end = Math.Min(b.Length, i + limit);
            for (var j = Math.Max(1, i - limit); j <= end; j++)
            {
                var cost = Same(a[i - 1], b[j - 1]) ? 0 : 1;
                row[j] = Math.Min(Math.Min(last[j], row[j - 1]) + 1, last[j - 1] + cost);
                if (i > 1 && j > 1 && Same(a[i - 1], b[j - 2]) && Same(a[i - 2], b[j - 1]))
                {
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
                }

                least = Math.Min(least, row[j]);
            }

            // Rows grow, but for a swap, which reaches back by one.
            if (least >= limit && i > 1)
            {
                return limit;
            }

            (before, last, row) = (last, row, before);
        }

        return last[b.Length];
    }

    private static bool Same(char a, char b) => char.ToLowerInvariant(a) == char.ToLowerInvariant(b);
}

/// <summary>A word that somebody may have meant.</summary>
/// <param name="Word">The word; null where none is near.</param>
/// <param name="Slips">How many slips away it is.</param>
internal sealed record NearWord(string? Word, int Slips);
