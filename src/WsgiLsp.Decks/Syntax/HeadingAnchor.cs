using System.Globalization;
using System.Text;

namespace WsgiLsp.Decks.Syntax;

/// <summary>The anchor that GitHub gives a heading.</summary>
internal static class HeadingAnchor
{
    /// <summary>The anchor of a heading's plain text, before repeats are numbered; never empty.</summary>
    public static string Of(string title)
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

        // A heading of signs only has no anchor on GitHub; a card needs a name all the same.
        return result.Length == 0 ? "card" : result.ToString();
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
