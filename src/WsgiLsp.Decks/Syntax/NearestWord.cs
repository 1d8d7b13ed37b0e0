namespace WsgiLsp.Decks.Syntax;

/// <summary>Finds the known word that a misspelt one most likely stands for.</summary>
public static class NearestWord
{
    /// <summary>
    /// The nearest of some words, or null where none is near: at most one change (a letter inserted, left out, replaced, or two neighbours swapped) up to
    /// 4 letters, two up to 7, else three.
    /// </summary>
    public static string? Find(string word, IEnumerable<string> known)
    {
        var allowed = word.Length switch
        {
            <= 4 => 1,
            <= 7 => 2,
            _ => 3,
        };
        string? best = null;
        foreach (var candidate in known)
        {
            if (Math.Abs(candidate.Length - word.Length) > allowed)
            {
                continue;
            }

            var distance = Distance(word, candidate);
            if (distance <= allowed && distance > 0)
            {
                best = candidate;
                allowed = distance - 1;
            }
        }

        return best;
    }

    // Optimal string alignment: a swap of neighbours counts once.
    private static int Distance(string a, string b)
    {
        var (before, above, row) = (new int[b.Length + 1], new int[b.Length + 1], new int[b.Length + 1]);
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    row[j] = i + j;
                    continue;
                }

                var replaced = above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                row[j] = Math.Min(replaced, Math.Min(above[j], row[j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
                }
            }

            (before, above, row) = (above, row, before);
        }

        return above[b.Length];
    }
}
