namespace WsgiLsp.Decks.Text;

/// <summary>Finds what somebody types letters of: all of them, in order, be there others between.</summary>
public static class SubsequenceMatch
{
    private const int PerLetter = 1;
    private const int AtStart = 8;
    private const int AtWord = 4;
    private const int InRow = 3;

    /// <summary>How well a text matches: the more, the better; null where it does not. Case and spaces do not matter.</summary>
    /// <param name="query">The letters; without any everything matches alike.</param>
    /// <param name="text">The text.</param>
    public static int? Score(ReadOnlySpan<char> query, ReadOnlySpan<char> text)
    {
        if (text.IndexOf(query, StringComparison.OrdinalIgnoreCase) is >= 0 and var whole)
        {
            // As it stands: better than any letters apart, best at the start of the text or of a word.
            var isWhole = query.Length == text.Length;
            return query.IsEmpty
                ? 0
                : (query.Length * (PerLetter + InRow + AtWord)) + Place(text, whole) + (isWhole ? AtStart : 0);
        }

        var (score, at, last) = (0, 0, -2);
        foreach (var letter in query)
        {
            if (char.IsWhiteSpace(letter))
            {
                continue;
            }

            at = Next(text, at, letter);
            if (at < 0)
            {
                return null;
            }

            score += PerLetter + (at == last + 1 ? InRow : Place(text, at));
            last = at++;
        }

        return score;
    }

    private static int Place(ReadOnlySpan<char> text, int at) =>
        at == 0 ? AtStart
        : !char.IsLetterOrDigit(text[at - 1]) ? AtWord
        : 0;

    private static int Next(ReadOnlySpan<char> text, int from, char letter)
    {
        var wanted = char.ToLowerInvariant(letter);
        for (var i = from; i < text.Length; i++)
        {
            if (char.ToLowerInvariant(text[i]) == wanted)
            {
                return i;
            }
        }

        return -1;
    }
}
