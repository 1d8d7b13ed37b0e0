using System.Collections.Immutable;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using WsgiLsp.Decks.Text;

namespace WsgiLsp.Decks.Formatting;

/// <summary>The columns of a table stand under one another, as far as a line can be read at one glance.</summary>
internal static class Tables
{
    // Wider tables are wrapped by any editor; filling them up would only make that worse.
    private const int WidestLine = 200;

    private const int NarrowestColumn = 3;

    public static IEnumerable<Change> Changes(Draft draft) =>
        draft.Document.Descendants<Table>().Select(table => Of(draft, table)).OfType<Change>();

    /// <summary>The table that a line belongs to, unless the next line belongs to it as well.</summary>
    public static IEnumerable<Change> ChangesEndingAt(Draft draft, int line) =>
        draft
            .Document.Descendants<Table>()
            .Where(table => LastLine(table) == line)
            .Select(table => Of(draft, table))
            .OfType<Change>();

    // The header's delimiters are no row.
    private static int LastLine(Table table) => table.Line + table.Count;

    private static Change? Of(Draft draft, Table table)
    {
        var last = LastLine(table);
        if (last >= draft.Source.LineCount || table[^1].Line != last)
        {
            return null;
        }

        var spans = Enumerable.Range(table.Line, table.Count + 1).Select(line => SpanOf(draft, table, line)).ToList();
        var rows = new List<List<string>>();
        foreach (var span in spans)
        {
            var line = draft.Text.AsSpan(span.Start, span.Length);
            if (LooksLikeOtherBlock(line) || TableRow.Split(line) is not { } cells)
            {
                return null;
            }

            rows.Add(cells);
        }

        var delimiters = rows[1];
        rows.RemoveAt(1);
        if (delimiters.Count != rows[0].Count || rows.Exists(row => row.Count > rows[0].Count))
        {
            return null;
        }

        var lines = Lines(rows, [.. delimiters.Select(Alignment)]);
        var edits = spans
            .Zip(lines, (span, line) => new TextEdit(span, line))
            .Where(edit => !draft.Text.AsSpan(edit.Span.Start, edit.Span.Length).SequenceEqual(edit.NewText))
            .ToImmutableArray();
        return edits.IsEmpty ? null : new Change(edits);
    }

    // Without a bar in front, a row may be a list to readers that know no tables; with one it no longer is.
    private static bool LooksLikeOtherBlock(ReadOnlySpan<char> line) =>
        line.Trim(" \t")
            is ['-' or '*' or '+', ' ' or '\t', ..]
                or [(>= '0' and <= '9') or '#' or '>' or '<' or '`' or '~', ..];

    private static TextSpan SpanOf(Draft draft, Table table, int line)
    {
        var start = draft.Source.LineStart(line);
        if (table.Parent is not MarkdownDocument)
        {
            var text = draft.Source.Line(line);
            start = line == table.Line ? table.Span.Start : start + text.Length - text.TrimStart("> \t").Length;
        }

        return TextSpan.FromBounds(start, draft.LineEnd(line));
    }

    private static List<string> Lines(List<List<string>> rows, TableAlignment[] alignments)
    {
        var widths = new int[alignments.Length];
        for (var i = 0; i < widths.Length; i++)
        {
            widths[i] = rows.Max(row => i < row.Count ? DisplayWidth.Of(row[i]) : 0);
            widths[i] = Math.Max(widths[i], NarrowestColumn);
        }

        // Two signs around the line, three between cells.
        var isWide = widths.Sum() + (3 * widths.Length) + 1 > WidestLine;
        List<string> lines = [.. rows.Select(row => TableRow.Join(alignments.Select((a, i) => Cell(row, i, a))))];
        lines.Insert(1, TableRow.Join(alignments.Select((a, i) => Delimiter(a, isWide ? NarrowestColumn : widths[i]))));
        return lines;

        string Cell(List<string> row, int column, TableAlignment alignment) =>
            TableRow.Pad(column < row.Count ? row[column] : "", isWide ? 0 : widths[column], alignment);
    }

    private static TableAlignment Alignment(string delimiter) =>
        delimiter switch
        {
            [':', .., ':'] => TableAlignment.Centre,
            [':', ..] => TableAlignment.Left,
            [.., ':'] => TableAlignment.Right,
            _ => TableAlignment.None,
        };

    private static string Delimiter(TableAlignment alignment, int width) =>
        alignment switch
        {
            TableAlignment.Centre => ":" + new string('-', width - 2) + ":",
            TableAlignment.Left => ":" + new string('-', width - 1),
            TableAlignment.Right => new string('-', width - 1) + ":",
            _ => new string('-', width),
        };
}
