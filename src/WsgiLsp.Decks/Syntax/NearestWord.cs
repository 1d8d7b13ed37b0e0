namespace WsgiLsp.Decks.Syntax;

/// <summary>Finds the known word that a misspelt one most likely stands for.</summary>
public static class NearestWord
{
    /// <summary>
    /// The nearest of some words, or null where none is near: at most one change (insertion, deletion, replacement) up to
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

    private static int Distance(string a, string b)
    {
        var row = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
        {
            row[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
