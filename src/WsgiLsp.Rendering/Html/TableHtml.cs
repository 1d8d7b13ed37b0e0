using Markdig.Extensions.Tables;
using Markdig.Syntax;

namespace WsgiLsp.Rendering.Html;

/// <summary>Tables as HTML.</summary>
internal sealed class TableHtml(HtmlWriter html, InlineHtml inlines)
{
    /// <summary>Writes a table.</summary>
    public void Write(Table table)
    {
        html.Open("table").Line();
        var rows = table.OfType<TableRow>().ToList();
        WriteRows("thead", table, rows.TakeWhile(row => row.IsHeader));
        WriteRows("tbody", table, rows.SkipWhile(row => row.IsHeader));
        html.Close("table").Line();
    }

    private void WriteRows(string part, Table table, IEnumerable<TableRow> rows)
    {
        var isOpen = false;
        foreach (var row in rows)
        {
            if (!isOpen)
            {
                html.Open(part).Line();
                isOpen = true;
            }

            html.Open("tr");
            for (var i = 0; i < row.Count; i++)
            {
                WriteCell(row.IsHeader, (TableCell)row[i], AlignmentOf(table, i));
            }

            html.Close("tr").Line();
        }

        if (isOpen)
        {
            html.Close(part).Line();
        }
    }

    private void WriteCell(bool isHeader, TableCell cell, string? alignment)
    {
        // A heading without words names nothing.
        var words = cell.OfType<LeafBlock>().ToList();
        var element = isHeader && words.Exists(block => block.Inline?.FirstChild is not null) ? "th" : "td";
        html.Open(element, ("scope", element == "th" ? "col" : null), ("class", alignment));
        foreach (var block in words)
        {
            inlines.WriteFrom(block.Inline?.FirstChild);
        }

        html.Close(element);
    }

    private static string? AlignmentOf(Table table, int column) =>
        (column < table.ColumnDefinitions.Count ? table.ColumnDefinitions[column].Alignment : null) switch
        {
            TableColumnAlign.Center => "center",
            TableColumnAlign.Right => "right",
            _ => null,
        };
}
