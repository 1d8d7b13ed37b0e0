using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Spectre.Console;
using Spectre.Console.Rendering;
using SourceRow = Markdig.Extensions.Tables.TableRow;
using SourceTable = Markdig.Extensions.Tables.Table;

namespace WsgiLsp.Cli.Study.Rendering;

/// <summary>A table of Markdown; where there is no room for one, its rows as lists.</summary>
internal static class MarkdownTable
{
    /// <summary>In columns: what each column needs at least.</summary>
    private const int LeastColumn = 10;

    /// <param name="table">The table.</param>
    /// <param name="look">How its text is shown.</param>
    /// <param name="width">The room that there is, in columns.</param>
    public static IRenderable Of(SourceTable table, MarkdownLook look, int width)
    {
        var rows = table.OfType<SourceRow>().ToList();
        var columns = rows.Max(row => row.Count);
        return columns * LeastColumn <= width ? AsGrid(table, rows, columns, look) : AsLists(rows, look);
    }

    private static Spectre.Console.Table AsGrid(SourceTable table, List<SourceRow> rows, int columns, MarkdownLook look)
    {
        var grid = new Spectre.Console.Table { Border = TableBorder.Rounded, BorderStyle = Inks.Quiet };
        for (var column = 0; column < columns; column++)
        {
            grid.AddColumn(
                new TableColumn(Cell(rows[0], column, HeadOf(look)))
                {
                    Alignment = JustifyOf(table.ColumnDefinitions.ElementAtOrDefault(column)?.Alignment),
                }
            );
        }

        foreach (var row in rows.Skip(1))
        {
            grid.AddRow(Enumerable.Range(0, columns).Select(column => Cell(row, column, look)));
        }

        return grid;
    }

    /// <summary>A row after the other, each cell below the head of its column.</summary>
    private static Rows AsLists(List<SourceRow> rows, MarkdownLook look)
    {
        List<IRenderable> shown = [];
        foreach (var row in rows.Skip(1))
        {
            for (var column = 0; column < row.Count; column++)
            {
                var mark = new Segment(column == 0 ? "• " : "  ", Inks.Quiet);
                shown.Add(new Prefixed(Cell(rows[0], column, HeadOf(look)), mark));
                shown.Add(new Prefixed(Cell(row, column, look), new Segment("    ")));
            }
        }

        return new Rows(shown);
    }

    private static MarkdownLook HeadOf(MarkdownLook look) => look with { Base = look.Base.Combine(Inks.Strong) };

    private static Justify JustifyOf(TableColumnAlign? alignment) =>
        alignment switch
        {
            TableColumnAlign.Right => Justify.Right,
            TableColumnAlign.Center => Justify.Center,
            _ => Justify.Left,
        };

    private static WrappedText Cell(SourceRow row, int column, MarkdownLook look) =>
        new InlineText(look).Add(Inlines(row, column)).ToRenderable();

    private static ContainerInline? Inlines(SourceRow row, int column) =>
        column < row.Count ? ((TableCell)row[column]).OfType<LeafBlock>().FirstOrDefault()?.Inline : null;
}
