using WsgiLsp.Decks.Text;

namespace WsgiLsp.Decks.Rules.English;

/// <summary>An answer of a few words, and the search for it where it would give itself away.</summary>
/// <param name="Text">The answer without articles, quotes and full stop.</param>
internal readonly record struct ShortAnswer(string Text)
{
    private const int MostCharacters = 60;
    private const int MostWords = 5;
    private const string Quotes = "\"'“”‘’«»`";

    /// <summary>
    /// Whether the letters' case must be the same: in names such as HTTP, where it tells the name from a word.
    /// </summary>
    private bool IsCaseSensitive => Text.AsSpan(1).ContainsAnyInRange('A', 'Z');

    /// <summary>The answer that a text is; null where it is long, or of words that any text may hold.</summary>
    /// <param name="text">A text as the reader sees it.</param>
    public static ShortAnswer? Of(string text)
    {
        if (text.Length > MostCharacters || text.Contains('\n', StringComparison.Ordinal))
        {
            return null;
        }

        var rest = text.AsSpan().Trim().TrimEnd(".!;:,").Trim(Quotes).Trim();
        foreach (var article in (ReadOnlySpan<string>)["a ", "an ", "the "])
        {
            if (rest.StartsWith(article, StringComparison.OrdinalIgnoreCase))
            {
                rest = rest[article.Length..].TrimStart();
                break;
            }
        }

        rest = rest.Trim(Quotes);
        return IsTelling(rest) ? new ShortAnswer(rest.ToString()) : null;
    }

    /// <summary>
    /// Where the answer stands in a text as words of their own, not glued to other signs as in code; null where it does
    /// not.
    /// </summary>
    /// <param name="text">The text; hidden stretches covered.</param>
    /// <param name="from">The index to search from.</param>
    public TextSpan? In(string text, int from = 0)
    {
        var comparison = IsCaseSensitive ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;
        for (var at = text.IndexOf(Text, from, comparison); at >= 0; at = text.IndexOf(Text, at + 1, comparison))
        {
            if (BeginsWord(text, at) && EndsWord(text, at + Text.Length))
            {
                return new TextSpan(at, Text.Length);
            }
        }

        return null;
    }

    private static bool IsTelling(ReadOnlySpan<char> text)
    {
        var words = 0;
        var tells = false;
        foreach (var word in Words.PartsIn(text))
        {
            words++;
            var letters = text.Slice(word.Start, word.Length);
            tells |= letters.Length > 1 && letters.ContainsAnyExceptInRange('0', '9') && !IsCommon(letters);
        }

        return tells && words <= MostWords;
    }

    private static bool IsCommon(ReadOnlySpan<char> word) =>
        StopWords.Contains(word)
        || StopWords.IsQuestionNoun(word)
        || (word[^1] == 's' && StopWords.IsQuestionNoun(word[..^1]))
        || word.Equals("yes", StringComparison.OrdinalIgnoreCase)
        || word.Equals("true", StringComparison.OrdinalIgnoreCase)
        || word.Equals("false", StringComparison.OrdinalIgnoreCase);

    private static bool BeginsWord(string text, int at) =>
        at == 0
        || char.IsWhiteSpace(text[at - 1])
        || (text[at - 1] is '(' && (at == 1 || char.IsWhiteSpace(text[at - 2])));

    private static bool EndsWord(string text, int at)
    {
        while (at < text.Length && (text[at] is '.' or ',' or ';' or ':' or '?' or '!' or ')'))
        {
            at++;
        }

        return at == text.Length || char.IsWhiteSpace(text[at]);
    }
}
