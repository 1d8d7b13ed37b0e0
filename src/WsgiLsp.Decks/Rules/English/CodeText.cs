using System.Buffers;

namespace WsgiLsp.Decks.Rules.English;

/// <summary>Tells code that nobody marked as code from words.</summary>
internal static class CodeText
{
    private static readonly SearchValues<char> Signs = SearchValues.Create("{}[]<>=;$@\\|#*~^\uFFFC");

    private static readonly SearchValues<char> Breaks = SearchValues.Create("./:_(");

    /// <summary>Whether a text reads like code, a command, a path or a formula rather than like a sentence.</summary>
    public static bool IsLikely(ReadOnlySpan<char> text)
    {
        if (text.ContainsAny(Signs))
        {
            return true;
        }

        for (var i = 1; i + 1 < text.Length; i++)
        {
            // a.b, a/b, a::b, a_b, f(x), and an option such as " -x".
            if (
                (Breaks.Contains(text[i]) && char.IsAsciiLetterOrDigit(text[i - 1]) && !char.IsWhiteSpace(text[i + 1]))
                || (text[i] == '-' && char.IsWhiteSpace(text[i - 1]) && !char.IsWhiteSpace(text[i + 1]))
            )
            {
                return true;
            }
        }

        return false;
    }
}
