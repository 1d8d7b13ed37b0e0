using System.Globalization;

namespace WsgiLsp.Study.Identity;

/// <summary>
/// The words of a text for comparison, in lower case: runs of letters, marks and digits, with signs that belong to a name
/// (<c>c++</c>, <c>c#</c>); each letter of scripts that do not part words; and operators of two signs or more.
/// </summary>
internal static class Tokens
{
    private const string Operators = "=!<>&|^~%";

    /// <summary>The words, in the order of the text.</summary>
    public static List<string> Of(string text)
    {
        var result = new List<string>();
        for (var at = 0; at < text.Length; )
        {
            var start = at;
            if (IsUnspaced(text[at]))
            {
                at++;
                result.Add(text[start..at]);
            }
            else if (IsWordPart(text[at]))
            {
                while (at < text.Length && IsWordPart(text[at]) && !IsUnspaced(text[at]))
                {
                    at++;
                }

                while (at < text.Length && text[at] is '+' or '#')
                {
                    at++;
                }

                result.Add(text[start..at].ToLowerInvariant());
            }
            else if (Operators.Contains(text[at], StringComparison.Ordinal))
            {
                while (at < text.Length && Operators.Contains(text[at], StringComparison.Ordinal))
                {
                    at++;
                }

                if (at - start > 1)
                {
                    result.Add(text[start..at]);
                }
            }
            else
            {
                at++;
            }
        }

        return result;
    }

    /// <summary>The words of several texts, each once.</summary>
    public static HashSet<string> SetOf(IEnumerable<string> texts) =>
        texts.SelectMany(Of).ToHashSet(StringComparer.Ordinal);

    /// <summary>
    /// Whether two different words are likely the same one, corrected or inflected: from 6 letters on with one slip, which
    /// may swap the first two letters but not change them, or with another ending behind 5 equal letters. Never with digits.
    /// </summary>
    public static bool AreNear(string a, string b)
    {
        if (a.Any(char.IsDigit) || b.Any(char.IsDigit))
        {
            return false;
        }

        var prefix = a.AsSpan().CommonPrefixLength(b);
        return (prefix >= 5 && a.Length - prefix <= 3 && b.Length - prefix <= 3) || IsSlip(a, b, prefix);
    }

    private static bool IsSlip(string a, string b, int prefix)
    {
        if (Math.Min(a.Length, b.Length) < 5 || Math.Max(a.Length, b.Length) < 6)
        {
            return false;
        }

        var x = a.AsSpan(prefix);
        var y = b.AsSpan(prefix);
        var isSwap = x.Length > 1 && y.Length > 1 && x[0] == y[1] && x[1] == y[0] && x[2..].SequenceEqual(y[2..]);
        var isExtra = (x.Length > 0 && x[1..].SequenceEqual(y)) || (y.Length > 0 && y[1..].SequenceEqual(x));
        var isOther = x.Length == y.Length && x.Length > 0 && x[1..].SequenceEqual(y[1..]);
        return isSwap || (prefix > 0 && isExtra) || (prefix > 1 && isOther);
    }

    private static bool IsWordPart(char c) =>
        char.IsLetterOrDigit(c)
        || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    // Kana, Han, and the scripts of Thai, Lao, Myanmar and Khmer.
    private static bool IsUnspaced(char c) =>
        c is (>= '\u3040' and <= '\u30FF') or (>= '\u3400' and <= '\u9FFF') or (>= '\uF900' and <= '\uFAFF')
        || (
            c is (>= '\u0E00' and <= '\u0EFF') or (>= '\u1000' and <= '\u109F') or (>= '\u1780' and <= '\u17FF')
            && char.IsLetter(c)
        );
}
