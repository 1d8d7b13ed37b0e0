using Markdig.Extensions.Mathematics;
using Markdig.Extensions.Tables;
using Markdig.Syntax;

namespace WsgiLsp.Rendering.Html;

/// <summary>Blocks as HTML.</summary>
internal sealed class BlockHtml(HtmlWriter html, SafeHtmlOptions options)
{
    private readonly InlineHtml inlines = new(html, options);
    private readonly HeadingLevels headings = new(options.FirstHeading);

    /// <summary>Writes a document; false where it is nested too deeply.</summary>
    public bool Write(MarkdownDocument document)
    {
        WriteAll(document, areTight: false);
        return !inlines.IsTooDeep;
    }

    private void WriteAll(IEnumerable<Block> blocks, bool areTight)
    {
        foreach (var block in blocks)
        {
            Write(block, areTight);
        }
    }

    private void Write(Block block, bool isTight)
    {
        switch (block)
        {
            case LinkReferenceDefinitionGroup or BlankLineBlock:
                break;
            case MathBlock math:
                html.Open("div", "math");
                inlines.WriteText(BlockLines.Of(math).AsSpan().Trim());
                html.Close("div").Line();
                break;
            case CodeBlock code:
                var language = CodeLanguage.ClassOf((code as FencedCodeBlock)?.Info);
                html.Open("pre").Open("code", ("class", language));
                inlines.WriteText(BlockLines.Of(code));
                html.Close("code").Close("pre").Line();
                break;
            case HeadingBlock heading:
                var level = "h" + (char)('0' + headings.Next(heading.Level));
                WriteElement(level, heading);
                break;
            case ThematicBreakBlock:
                html.Open("hr").Line();
                break;
            case Table table:
                new TableHtml(html, inlines).Write(table);
                break;
            case ListBlock list:
                WriteList(list);
                break;
            case QuoteBlock quote:
                WriteQuote(quote);
                break;
            case HtmlBlock raw when BlockLines.Shown(raw).IsEmpty:
                break;
            case HtmlBlock raw:
                html.Open("p", "as-written").Text(BlockLines.Shown(raw)).Close("p").Line();
                break;
            case ParagraphBlock { Inline: { FirstChild: FormulaInline { IsDisplayed: true, NextSibling: null } only } }:
                html.Open("div", "math");
                inlines.WriteText(only.Tex);
                html.Close("div").Line();
                break;
            case ParagraphBlock paragraph when isTight:
                inlines.WriteFrom(paragraph.Inline?.FirstChild);
                html.Line();
                break;
            case LeafBlock leaf:
                WriteElement("p", leaf);
                break;
            case ContainerBlock container:
                WriteAll(container, isTight);
                break;
            default:
                break;
        }
    }

    private void WriteElement(string element, LeafBlock block)
    {
        html.Open(element);
        inlines.WriteFrom(block.Inline?.FirstChild);
        html.Close(element).Line();
    }

    private void WriteList(ListBlock list)
    {
        var element = list.IsOrdered ? "ol" : "ul";
        var start = list.IsOrdered && list.OrderedStart is not (null or "1") ? list.OrderedStart : null;
        html.Open(element, ("start", start)).Line();
        foreach (var item in list.OfType<ListItemBlock>())
        {
            var ticked = OptionMark.Take(item);
            html.Open("li", ("class", ticked is null ? null : "task"));
            if (ticked is { } isTicked)
            {
                html.Text(isTicked ? "☑ " : "☐ ");
            }

            WriteAll(item, areTight: !list.IsLoose);
            html.Close("li").Line();
        }

        html.Close(element).Line();
    }

    private void WriteQuote(QuoteBlock quote)
    {
        if (CalloutMark.Take(quote) is not { } name)
        {
            html.Open("blockquote").Line();
            WriteAll(quote, areTight: false);
            html.Close("blockquote").Line();
            return;
        }

        html.Open("div", "callout " + name.ToLowerInvariant()).Line();
        html.Open("p", "callout-name").Text(name[0] + name[1..].ToLowerInvariant()).Close("p").Line();
        WriteAll(quote, areTight: false);
        html.Close("div").Line();
    }
}
