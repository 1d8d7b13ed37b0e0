using System.Buffers;

namespace WsgiLsp.Study.Grading;

/// <summary>
/// Tells code from words in an accepted answer. Accepted answers of typed cards are always marked as code, so that the
/// mark says nothing.
/// </summary>
internal static class CodeLook
{
    private static readonly SearchValues<char> Signs = SearchValues.Create("{}[]<>=;$@\\|*~^_`");

    /// <summary>Whether a text looks like a command, an option, a path, an identifier or an expression.</summary>
    public static bool IsCode(ReadOnlySpan<char> text)
    {
        if (text.ContainsAny(Signs))
        {
            return true;
        }

        foreach (var range in text.Split(' '))
        {
            if (IsCodeWord(text[range]))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsCodeWord(ReadOnlySpan<char> word)
    {
        if (word is ['-' or '/' or '.' or '#' or ':', _, ..])
        {
            return true;
        }

        for (var i = 1; i + 1 < word.Length; i++)
        {
            // a.b, a:b, f(x); "TCP/IP", "e.g." and "it's" are words. In words a call's brackets follow a space.
            if (
                (word[i] is '.' or ':' && char.IsLetter(word[i - 1]) && char.IsLetter(word[i + 1]) && word.Length > 4)
                || (word[i] == '(' && char.IsLetterOrDigit(word[i - 1]))
            )
            {
                return true;
            }
        }

        return IsCamelCase(word);
    }

    /// <summary><c>getElement</c>, but not names such as GitHub and not plurals such as URLs.</summary>
    private static bool IsCamelCase(ReadOnlySpan<char> word) =>
        word.Length > 1 && char.IsLower(word[0]) && word.ContainsAnyInRange('A', 'Z');
}
