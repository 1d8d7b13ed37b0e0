using System.Text;
using WsgiLsp.Decks.Formatting;

namespace WsgiLsp.Cli.Reports;

/// <summary>
/// Text of a deck as a terminal may show it: in columns, and without what would move the cursor, change colours or turn
/// the direction of writing.
/// </summary>
internal static class Printable
{
    /// <summary>Stands for what is not shown.</summary>
    private const string Replacement = "\uFFFD";

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
            _ => DisplayWidth.Of(rune),
        };
}
