namespace WsgiLsp.Decks.Rules.English;

/// <summary>Finds capital letters that name something: "table B", "only A", or just "C".</summary>
internal static class LetterNames
{
    /// <summary>Whether a text names something by a letter.</summary>
    /// <param name="text">The text.</param>
    /// <param name="index">Index of the letter in the alphabet.</param>
    public static bool Has(string text, int index)
    {
        var letter = (char)('A' + index);
        var words = Words.List(text);
        for (var i = 0; i < words.Count; i++)
        {
            if (words[i].Length != 1 || text[words[i].Start] != letter)
            {
                continue;
            }

            // "A server …" is an article, and "B. A server" the label of an option.
            var isArticle = letter == 'A' && text.AsSpan(words[i].End) is [' ', >= 'a' and <= 'z', ..];
            var isLabel = words[i].Start == 0 && words.Count > 1 && text[words[i].End] is '.' or ')' or ':';
            var isOnly = i + 1 < words.Count && text.AsSpan(words[i + 1].Start, words[i + 1].Length) is "only" or "and";
            if (isOnly || (!isArticle && !isLabel))
            {
                return true;
            }
        }

        return false;
    }
}
