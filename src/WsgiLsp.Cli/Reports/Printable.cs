using System.Globalization;
using System.Text;

namespace WsgiLsp.Cli.Reports;

/// <summary>
/// Text of a deck as a terminal may show it: in columns, and without what would move the cursor, change colours or turn
/// the direction of writing.
/// </summary>
internal static class Printable
{
    /// <summary>Stands for what is not shown.</summary>
    private const string Replacement = "\uFFFD";

    /// <summary>From–to, both included: what terminals show two columns wide (East Asian Wide and emoji).</summary>
    private static readonly (int First, int Last)[] Wide =
    [
        (0x1100, 0x115F),
        (0x231A, 0x231B),
        (0x23E9, 0x23EC),
        (0x25FD, 0x25FE),
        (0x2614, 0x2615),
        (0x2648, 0x2653),
        (0x26A1, 0x26A1),
        (0x26BD, 0x26BE),
        (0x26C4, 0x26C5),
        (0x26D4, 0x26D4),
        (0x2705, 0x2705),
        (0x270A, 0x270B),
        (0x2728, 0x2728),
        (0x274C, 0x274C),
        (0x2753, 0x2757),
        (0x2795, 0x2797),
        (0x27B0, 0x27B0),
        (0x2B1B, 0x2B1C),
        (0x2B50, 0x2B50),
        (0x2B55, 0x2B55),
        (0x2E80, 0x303E),
        (0x3041, 0x4DBF),
        (0x4E00, 0xA4CF),
        (0xA960, 0xA97F),
        (0xAC00, 0xD7A3),
        (0xF900, 0xFAFF),
        (0xFE10, 0xFE19),
        (0xFE30, 0xFE6F),
        (0xFF00, 0xFF60),
        (0xFFE0, 0xFFE6),
        (0x16FE0, 0x18D08),
        (0x1B000, 0x1B2FB),
        (0x1F004, 0x1F004),
        (0x1F0CF, 0x1F0CF),
        (0x1F18E, 0x1F18E),
        (0x1F191, 0x1F19A),
        (0x1F1E6, 0x1F202),
        (0x1F210, 0x1F265),
        (0x1F300, 0x1F64F),
        (0x1F680, 0x1F6FF),
        (0x1F7E0, 0x1F7F0),
        (0x1F90C, 0x1F9FF),
        (0x1FA70, 0x1FAFF),
        (0x20000, 0x3FFFD),
    ];

    /// <summary>Makes an emoji of the character before it.</summary>
    private const int EmojiSelector = 0xFE0F;

    /// <summary>A text in one line.</summary>
    public static string Line(string text) =>
        Show(text, rune => rune.Value is '\n' or '\r' or '\t' ? " " : Replacement);

    /// <summary>A text of any number of lines: tabs and line ends stay.</summary>
    public static string Text(string text) =>
        string.Join(
            "\r\n",
            text.Split("\r\n")
                .Select(part => Show(part, rune => rune.Value is '\n' or '\t' ? rune.ToString() : Replacement))
        );

    /// <param name="text">The text.</param>
    /// <param name="instead">What to show of a character that is none to be shown as it is.</param>
    private static string Show(string text, Func<Rune, string> instead)
    {
        if (!text.EnumerateRunes().Any(IsHidden))
        {
            return text;
        }

        var result = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            result.Append(IsHidden(rune) ? instead(rune) : rune.ToString());
        }

        return result.ToString();
    }

    /// <summary>What is shown of one character as a reader sees it (a grapheme), and its width: 0, 1 or 2 columns.</summary>
    public static (string Text, int Width) Cell(ReadOnlySpan<char> grapheme)
    {
        var width = 0;
        foreach (var rune in grapheme.EnumerateRunes())
        {
            if (IsHidden(rune))
            {
                return (Replacement, 1);
            }

            width = Math.Max(width, WidthOf(rune));
        }

        return (grapheme.ToString(), width);
    }

    private static bool IsHidden(Rune rune) =>
        Rune.IsControl(rune) || rune.Value is >= 0x202A and <= 0x202E or >= 0x2066 and <= 0x2069 or 0x2028 or 0x2029;

    private static int WidthOf(Rune rune) =>
        rune.Value switch
        {
            < 0x0300 => 1,
            EmojiSelector => 2,
            _ when IsZeroWidth(rune) => 0,
            < 0x1100 => 1,
            var value => Array.Exists(Wide, range => value >= range.First && value <= range.Last) ? 2 : 1,
        };

    private static bool IsZeroWidth(Rune rune) =>
        Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.NonSpacingMark
                or UnicodeCategory.EnclosingMark
                or UnicodeCategory.Format;
}
