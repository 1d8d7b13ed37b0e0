namespace WsgiLsp.Decks.Rules;

/// <summary>Reads prompts.</summary>
internal static class PromptText
{
    private const int MostDigits = 4;

    /// <summary>A prompt without its number, each white space one blank.</summary>
    public static string Plain(string prompt) =>
        string.Join(
            ' ',
            WithoutNumber(prompt).ToString().Split(default(char[]), StringSplitOptions.RemoveEmptyEntries)
        );

    /// <summary>A prompt without the number that it begins with, as in <c>Q12. What …?</c> or <c>3) What …?</c></summary>
    public static ReadOnlySpan<char> WithoutNumber(ReadOnlySpan<char> prompt)
    {
        var isMarked = prompt is ['Q' or 'q', ..];
        var digits = isMarked ? 1 : 0;
        var at = digits;
        while (at < prompt.Length && char.IsAsciiDigit(prompt[at]))
        {
            at++;
        }

        if (at == digits || at - digits > MostDigits || at >= prompt.Length)
        {
            return prompt;
        }

        var hasMark = prompt[at] is '.' or ')' || (isMarked && prompt[at] is ':' or '-');
        var rest = prompt[(hasMark ? at + 1 : at)..];
        return (hasMark || isMarked) && rest.Length > 0 && char.IsWhiteSpace(rest[0]) ? rest.TrimStart() : prompt;
    }
}
