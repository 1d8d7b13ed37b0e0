using System.Collections.Immutable;
using Markdig.Syntax;
using WsgiLsp.Decks.Model;
using WsgiLsp.Decks.Text;

namespace WsgiLsp.Decks.Syntax;

/// <summary>
/// A table as GitHub reads it: a header row, a row of dashes with as many cells, and rows up to the paragraph's end. It is
/// read from the text, since Markdig's table extension changes how paragraphs with a bar are parsed.
/// </summary>
internal sealed record PipeTable
{
    /// <summary>Lines from the header row to the last row.</summary>
    public required LineRange Lines { get; init; }

    /// <summary>Cells of the header row.</summary>
    public required ImmutableArray<TextSpan> Header { get; init; }

    /// <summary>The rows below the dashes, each with as many cells as the header; a missing cell is an empty span.</summary>
    public required ImmutableArray<ImmutableArray<TextSpan>> Rows { get; init; }

    /// <summary>Number of columns.</summary>
    public int Columns => Header.Length;

    /// <summary>Reads the table that a paragraph is or ends with; null where there is none. A blank line ends it.</summary>
    public static PipeTable? Read(SectionSource source, BodyBlock block)
    {
        if (block.Syntax is not ParagraphBlock)
        {
            return null;
        }

        // What follows a blank line, or begins a definition, belongs to no block of its own and is no row.
        var end = block.Lines.First;
        while (end < block.Lines.End && !source.Line(end).IsWhiteSpace())
        {
            end++;
        }

        for (var line = block.Lines.First; line + 1 < end; line++)
        {
            var columns = CountColumns(source.Line(line + 1));
            if (columns == 0)
            {
                continue;
            }

            var header = Cells(source, line);
            if (header.Length == columns)
            {
                return new PipeTable
                {
                    Lines = new LineRange(line, end),
                    Header = header,
                    Rows =
                    [
                        .. Enumerable.Range(line + 2, end - line - 2).Select(row => Fit(Cells(source, row), columns)),
                    ],
                };
            }
        }

        return null;
    }

    /// <summary>The first two cells of a row, as Markdown.</summary>
    public static MatchPair Pair(SectionSource source, ImmutableArray<TextSpan> row) =>
        new(Cell(source, row[0]), Cell(source, row[1]));

    private static string Cell(SectionSource source, TextSpan span) =>
        source.Text.Substring(span.Start, span.Length).Replace("\\|", "|", StringComparison.Ordinal);

    /// <summary>The cells of a row, without the space around them.</summary>
    private static ImmutableArray<TextSpan> Cells(SectionSource source, int line)
    {
        var start = source.LineStart(line);
        var text = source.Line(line);
        var cells = ImmutableArray.CreateBuilder<TextSpan>();
        var from = text.Length - text.TrimStart(" \t").Length;
        var end = text.TrimEnd(" \t").Length;
        if (from < end && text[from] == '|')
        {
            from++;
        }

        for (var at = from; at <= end; at++)
        {
            if (at < end && text[at] == '\\')
            {
                at++;
            }
            else if (at == end || text[at] == '|')
            {
                // A bar at the row's end closes it and opens no cell.
                if (at < end || at > from)
                {
                    cells.Add(Trim(text, start, from, Math.Min(at, end)));
                }

                from = at + 1;
            }
        }

        return cells.DrainToImmutable();
    }

    private static TextSpan Trim(ReadOnlySpan<char> line, int lineStart, int from, int end)
    {
        var cell = line[from..end];
        var lead = cell.Length - cell.TrimStart(" \t").Length;
        return new TextSpan(lineStart + from + lead, cell.Trim(" \t").Length);
    }

    private static ImmutableArray<TextSpan> Fit(ImmutableArray<TextSpan> cells, int columns)
    {
        if (cells.Length >= columns)
        {
            return cells[..columns];
        }

        var end = cells.IsEmpty ? new TextSpan(0, 0) : new TextSpan(cells[^1].End, 0);
        return [.. cells, .. Enumerable.Repeat(end, columns - cells.Length)];
    }

    /// <summary>How many columns a row of dashes has; 0 where a line is none.</summary>
    private static int CountColumns(ReadOnlySpan<char> line)
    {
        var rest = line.Trim(" \t");
        if (rest.IsEmpty || rest.IndexOfAnyExcept("|-: \t") >= 0 || !rest.Contains('-'))
        {
            return 0;
        }

        rest = rest[0] == '|' ? rest[1..] : rest;
        rest = rest.Length > 0 && rest[^1] == '|' ? rest[..^1] : rest;
        var columns = 0;
        foreach (var range in rest.Split('|'))
        {
            var dashes = rest[range].Trim(" \t").TrimStart(':');
            dashes = dashes.Length > 0 && dashes[^1] == ':' ? dashes[..^1] : dashes;
            if (dashes.IsEmpty || dashes.IndexOfAnyExcept('-') >= 0)
            {
                return 0;
            }

            columns++;
        }

        return columns;
    }
}
