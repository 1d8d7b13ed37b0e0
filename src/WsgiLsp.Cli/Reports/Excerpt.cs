using System.Globalization;
using WsgiLsp.Cli.Checking;

namespace WsgiLsp.Cli.Reports;

/// <summary>A source line as a terminal shows it, with the columns of a finding in it.</summary>
/// <param name="Text">The line, tabs as spaces; cut to <see cref="MaxWidth"/> around the finding.</param>
/// <param name="Underline">Spaces up to the finding, then a <c>^</c> for each of its columns: at least one.</param>
internal readonly record struct Excerpt(string Text, string Underline)
{
    /// <summary>The most columns that a line takes, the marks where it was cut included.</summary>
    public const int MaxWidth = 100;

    /// <summary>With less nothing could be read.</summary>
    private const int LeastWidth = 12;

    private const int TabWidth = 4;

    /// <summary>How many columns are left before the finding in a line that must be cut.</summary>
    private const int Lead = 24;

    private const string Cut = "…";

    /// <summary>The excerpt.</summary>
    /// <param name="line">The line.</param>
    /// <param name="columns">How many columns there are, if that is less than <see cref="MaxWidth"/>; null for more.</param>
    public static Excerpt Of(SourceLine line, int? columns = null)
    {
        var most = Math.Clamp(columns ?? MaxWidth, LeastWidth, MaxWidth);
        var lead = Math.Min(Lead, most / 4);
        var cells = Cells(line);
        var (first, last) = (FirstAt(cells, line.Start), FirstAt(cells, line.End));
        var width = cells.Sum(cell => cell.Width);
        var (from, to) = (0, cells.Count);
        if (line.IsCutBefore || line.IsCutAfter || width > most)
        {
            var hasMoreBehind = line.IsCutAfter || WidthOf(cells, first, cells.Count) > most - lead;
            from = Back(cells, first, hasMoreBehind ? lead : most - 2 - WidthOf(cells, first, cells.Count));
            to = Forth(cells, from, most - 2);
        }

        var isCutBefore = from > 0 || line.IsCutBefore;
        var isCutAfter = to < cells.Count || line.IsCutAfter;
        var text = string.Concat(cells.Skip(from).Take(to - from).Select(cell => cell.Text));
        var indent = WidthOf(cells, from, first) + (isCutBefore ? 1 : 0);
        var carets = Math.Max(1, WidthOf(cells, first, Math.Min(last, to)));
        return new Excerpt(
            (isCutBefore ? Cut : "") + text + (isCutAfter ? Cut : ""),
            new string(' ', indent) + new string('^', carets)
        );
    }

    private static List<Cell> Cells(SourceLine line)
    {
        var cells = new List<Cell>();
        var column = 0;
        for (var at = 0; at < line.Text.Length; )
        {
            var length = StringInfo.GetNextTextElementLength(line.Text, at);
            var (text, width) = Printable.Cell(line.Text.AsSpan(at, length));
            if (line.Text[at] == '\t')
            {
                width = TabWidth - (column % TabWidth);
                text = new string(' ', width);
            }

            cells.Add(new Cell(at + length, text, width));
            column += width;
            at += length;
        }

        return cells;
    }

    /// <summary>Index of the cell that holds an offset; their number for the end of the line.</summary>
    private static int FirstAt(List<Cell> cells, int offset)
    {
        var found = cells.FindIndex(cell => cell.End > offset);
        return found < 0 ? cells.Count : found;
    }

    /// <summary>Where to begin so that the finding is seen with something before it.</summary>
    private static int Back(List<Cell> cells, int first, int room)
    {
        var from = first;
        while (from > 0 && room >= cells[from - 1].Width)
        {
            from--;
            room -= cells[from].Width;
        }

        return from;
    }

    private static int Forth(List<Cell> cells, int from, int room)
    {
        var to = from;
        while (to < cells.Count && room >= cells[to].Width)
        {
            room -= cells[to].Width;
            to++;
        }

        return to;
    }

    private static int WidthOf(List<Cell> cells, int from, int to)
    {
        var width = 0;
        for (var i = from; i < to; i++)
        {
            width += cells[i].Width;
        }

        return width;
    }

    /// <summary>One character as a reader sees it.</summary>
    /// <param name="End">Where it ends in the source, in UTF-16 code units.</param>
    /// <param name="Text">What is shown.</param>
    /// <param name="Width">In columns.</param>
    private readonly record struct Cell(int End, string Text, int Width);
}
