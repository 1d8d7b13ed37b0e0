using System.Text;
using Markdig;
using Markdig.Renderers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace WsgiLsp.Server.Quiz;

/// <summary>Markdown as the plain text of a message box.</summary>
internal static class PlainLine
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().Build();

    /// <summary>
    /// A text without Markdown's marks: a paragraph on a line, a blank line between two; items of a list and lines of code
    /// on lines of their own.
    /// </summary>
    public static string Text(string markdown)
    {
        try
        {
            return Lines(Markdown.Parse(markdown, Pipeline));
        }
        catch (ArgumentException)
        {
            // Nested too deeply for Markdig: the marks stay.
            return markdown;
        }
    }

    /// <summary>The same on one line, for a button.</summary>
    public static string Button(string markdown) =>
        string.Join(' ', Text(markdown).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Lines(MarkdownDocument document)
    {
        StringBuilder text = new();
        var wasItem = false;
        foreach (var block in document.Descendants().OfType<LeafBlock>())
        {
            var said = Text(block);
            if (said.Length == 0)
            {
                continue;
            }

            var isItem = block.Parent is ListItemBlock;
            text.Append(
                    text.Length == 0 ? ""
                    : isItem && wasItem ? "\n"
                    : "\n\n"
                )
                .Append(said);
            wasItem = isItem;
        }

        return text.ToString();
    }

    private static string Text(LeafBlock block)
    {
        // Where an author broke a line is the width of a file, not of a box.
        foreach (var soft in (block.Inline?.Descendants<LineBreakInline>() ?? []).Where(end => !end.IsHard).ToList())
        {
            soft.ReplaceBy(new LiteralInline(" "));
        }

        using StringWriter writer = new();
        HtmlRenderer renderer = new(writer)
        {
            EnableHtmlForBlock = false,
            EnableHtmlForInline = false,
            EnableHtmlEscape = false,
        };
        Pipeline.Setup(renderer);
        renderer.Render(block);
        return writer.ToString().Trim();
    }
}
