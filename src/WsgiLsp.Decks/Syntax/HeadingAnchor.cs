using System.Globalization;
using System.Text;

namespace WsgiLsp.Decks.Syntax;

/// <summary>The anchor that GitHub gives a heading.</summary>
internal static class HeadingAnchor
{
    // A heading of signs only has no anchor on GitHub; a card needs a name all the same.
    private const string Nameless = "card";

    // UTF-16 code units; as many as go on the stack.
    private const int Short = 256;

    /// <summary>The anchor of a heading's plain text, before repeats are numbered; never empty.</summary>
    public static string Of(string title) => Ascii.IsValid(title) ? OfAscii(title) : OfAny(title);

    /// <summary>Nearly all headings, in one pass.</summary>
    private static string OfAscii(string title)
    {
        var anchor = title.Length <= Short ? stackalloc char[Short] : new char[title.Length];
        var length = 0;
        foreach (var letter in title)
        {
            if (char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_')
            {
                anchor[length++] = char.ToLowerInvariant(letter);
            }
            else if (letter == ' ')
            {
                anchor[length++] = '-';
            }
        }

        return length == 0 ? Nameless : anchor[..length].ToString();
    }

    private static string OfAny(string title)
    {
        var result = new StringBuilder(title.Length);
        foreach (var rune in title.ToLowerInvariant().EnumerateRunes())
        {
            if (rune.Value == ' ')
            {
                result.Append('-');
            }
            else if (rune.Value is '-' or '_' || IsWordCharacter(rune))
            {
                result.Append(rune.ToString());
            }
        }

        return result.Length == 0 ? Nameless : result.ToString();
    }

    private static bool IsWordCharacter(Rune rune) =>
        Rune.IsLetterOrDigit(rune)
        || Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.NonSpacingMark
                or UnicodeCategory.SpacingCombiningMark
                or UnicodeCategory.LetterNumber
                or UnicodeCategory.OtherNumber
                or UnicodeCategory.ConnectorPunctuation;
}
