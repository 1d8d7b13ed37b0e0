using System.Text;

namespace WsgiLsp.Cli.Reports;

/// <summary>Lines of reports, broken between words where a terminal is too narrow for them.</summary>
internal static class WrappedLine
{
    /// <summary>A line, or several.</summary>
    /// <param name="text">The text, of one line.</param>
    /// <param name="columns">The terminal's width; null for any.</param>
    /// <param name="indent">What stands before all lines but the first; they are not indented where that takes half the room.</param>
    public static string Of(string text, int? columns, string indent = "") =>
        Of(text.Split(' ').Select(word => (word, word)), columns, indent);

    /// <summary>A line, or several, of words that are shown with colours.</summary>
    /// <param name="words">Each word as it is shown, and its text.</param>
    /// <param name="columns">The terminal's width; null for any.</param>
    /// <param name="indent">As above.</param>
    public static string Of(IEnumerable<(string Shown, string Text)> words, int? columns, string indent = "")
    {
        var room = columns ?? int.MaxValue;
        var before = indent.Length * 2 > room ? "" : indent;
        var lines = new StringBuilder();
        var used = 0;
        foreach (var (shown, text) in words)
        {
            var width = TableColumn.WidthOf(text);
            if (lines.Length > 0)
            {
                var fits = used + 1 + width <= room;
                lines.Append(fits ? " " : "\n" + before);
                used = fits ? used + 1 : before.Length;
            }

            lines.Append(shown);
            used += width;
        }

        return lines.ToString();
    }
}
