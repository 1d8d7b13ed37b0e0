using Markdig.Extensions.Mathematics;
using Markdig.Extensions.Tables;
using Markdig.Syntax;

namespace WsgiLsp.Rendering.Html;

/// <summary>Blocks as phrasing content: each on lines of its own.</summary>
internal sealed class PhraseHtml(HtmlWriter html, SafeHtmlOptions options)
{
    private readonly InlineHtml inlines = new(html, options);
    private bool isFirst = true;

    /// <summary>Writes a document; false where it is nested too deeply.</summary>
    public bool Write(MarkdownDocument document)
    {
        WriteAll(document);
        return !inlines.IsTooDeep;
    }

    private void WriteAll(IEnumerable<Block> blocks)
    {
        foreach (var block in blocks)
        {
            Write(block);
        }
    }

    private void Write(Block block)
    {
        switch (block)
        {
            case LinkReferenceDefinitionGroup or BlankLineBlock:
                break;
            case MathBlock math:
                html.Open("span", "math display");
                inlines.WriteText(BlockLines.Of(math).AsSpan().Trim());
                html.Close("span");
                isFirst = true;
                break;
            case CodeBlock code:
                var language = CodeLanguage.ClassOf((code as FencedCodeBlock)?.Info);
                html.Open("code", language is null ? "block" : $"block {language}");
                inlines.WriteText(BlockLines.Of(code).AsSpan().TrimEnd('\n'));
                html.Close("code");
                isFirst = true;
                break;
            case HtmlBlock raw when BlockLines.Shown(raw).IsEmpty:
                break;
            case HtmlBlock raw:
                Break();
                html.Text(BlockLines.Shown(raw));
                break;
            case ThematicBreakBlock:
                Break();
                html.Text("· · ·");
                break;
            case ListBlock list:
                WriteList(list);
                break;
            case TableRow row:
                WriteRow(row);
                break;
            case LeafBlock leaf:
                Break();
                inlines.WriteFrom(leaf.Inline?.FirstChild);
                break;
            case ContainerBlock container:
                WriteAll(container);
                break;
            default:
                break;
        }
    }

    private void WriteList(ListBlock list)
    {
        var number = int.TryParse(list.OrderedStart, out var start) ? start : 1;
        foreach (var item in list.OfType<ListItemBlock>())
        {
            Break();
            html.Text(list.IsOrdered ? $"{number++}{list.OrderedDelimiter} " : "• ");
            isFirst = true;
            WriteAll(item);
        }
    }

    private void WriteRow(TableRow row)
    {
        Break();
        for (var i = 0; i < row.Count; i++)
        {
            html.Text(i == 0 ? "" : " | ");
            isFirst = true;
            Write(row[i]);
        }
    }

    private void Break()
    {
        if (!isFirst)
        {
            html.Open("br").Line();
        }

        isFirst = false;
    }
}
