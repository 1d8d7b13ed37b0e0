using System.Globalization;
using System.Text;

namespace WsgiLsp.Cli.Reports;

/// <summary>Text in columns of a terminal.</summary>
internal static class TableColumn
{
    /// <summary>A text of exactly that width: filled with blanks, or cut with an ellipsis.</summary>
    /// <param name="text">Any text; line ends become blanks.</param>
    /// <param name="width">In columns, at least 1.</param>
    public static string Fit(string text, int width)
    {
        var cells = Cells(text).ToList();
        if (cells.Sum(cell => cell.Width) <= width)
        {
            return string.Concat(cells.Select(cell => cell.Text)) + new string(' ', width - cells.Sum(c => c.Width));
        }

        var result = new StringBuilder();
        var used = 0;
        foreach (var (shown, columns) in cells.TakeWhile(cell => used + cell.Width < width))
        {
            result.Append(shown);
            used += columns;
        }

        return result.Append('…').Append(' ', width - used - 1).ToString();
    }

    /// <summary>The width of a text, in columns.</summary>
    public static int WidthOf(string text) => Cells(text).Sum(cell => cell.Width);

    private static IEnumerable<(string Text, int Width)> Cells(string text)
    {
        var line = Printable.Line(text);
        var graphemes = StringInfo.GetTextElementEnumerator(line);
        while (graphemes.MoveNext())
        {
            yield return Printable.Cell(graphemes.GetTextElement());
        }
    }
}
