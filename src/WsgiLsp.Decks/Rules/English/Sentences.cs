using WsgiLsp.Decks.Text;

namespace WsgiLsp.Decks.Rules.English;

/// <summary>Splits a line of text into sentences.</summary>
internal static class Sentences
{
    // What a full stop after it does not end a sentence.
    private static readonly string[] Abbreviations = ["e.g", "i.e", "etc", "vs", "cf", "approx", "no", "fig", "resp"];

    /// <summary>
    /// The sentences of a text without the white space between them. A full stop, question mark or exclamation mark ends
    /// one where white space follows; a line feed always does.
    /// </summary>
    public static List<TextSpan> Of(ReadOnlySpan<char> text)
    {
        var result = new List<TextSpan>();
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (!Ends(text, i))
            {
                continue;
            }

            Add(result, text, start, i + 1);
            start = i + 1;
        }

        Add(result, text, start, text.Length);
        return result;
    }

    private static bool Ends(ReadOnlySpan<char> text, int at)
    {
        switch (text[at])
        {
            case '\n':
                return true;
            case '.' or '?' or '!' or '"' or '”' or ')' when at + 1 < text.Length && char.IsWhiteSpace(text[at + 1]):
                var mark = text[at] is '.' or '?' or '!' ? at : at - 1;
                return mark > 0
                    && (text[mark] is '.' or '?' or '!')
                    && !char.IsWhiteSpace(text[mark - 1])
                    && !(text[mark] == '.' && EndsInAbbreviation(text[..mark]));
            default:
                return false;
        }
    }

    private static bool EndsInAbbreviation(ReadOnlySpan<char> text)
    {
        var word = text[(text.LastIndexOfAny(' ', '(', '\n') + 1)..];
        foreach (var abbreviation in Abbreviations)
        {
            if (word.Equals(abbreviation, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static void Add(List<TextSpan> result, ReadOnlySpan<char> text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        if (end > start)
        {
            result.Add(TextSpan.FromBounds(start, end));
        }
    }
}
