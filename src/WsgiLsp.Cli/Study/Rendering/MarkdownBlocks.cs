using Markdig;
using Markdig.Syntax;
using Spectre.Console;
using Spectre.Console.Rendering;
using Ink = Spectre.Console.Style;

namespace WsgiLsp.Cli.Study.Rendering;

/// <summary>Markdown as a terminal shows it: paragraphs, lists, quotes, code and tables.</summary>
internal sealed class MarkdownBlocks
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UsePreciseSourceLocation()
        .UsePipeTables()
        .Build();

    private readonly MarkdownLook look;
    private readonly int width;
    private bool isFirst = true;

    private MarkdownBlocks(MarkdownLook look, int width)
    {
        this.look = look;
        this.width = width;
    }

    /// <summary>A text.</summary>
    /// <param name="markdown">The text; any.</param>
    /// <param name="look">How it is shown.</param>
    /// <param name="width">The room that there is, in columns.</param>
    public static IRenderable Of(string markdown, MarkdownLook look, int width) =>
        Parse(markdown) is { } document
            ? new MarkdownBlocks(look, width).All(document, areParted: true)
            : new InlineText(look with { KeepsLines = true }, look.Lead).Add(markdown).ToRenderable();

    private static MarkdownDocument? Parse(string markdown)
    {
        try
        {
            return Markdown.Parse(markdown, Pipeline);
        }
        catch (ArgumentException)
        {
            // Markdig's way to say "too deeply nested".
            return null;
        }
    }

    private Rows All(IEnumerable<Block> blocks, bool areParted)
    {
        List<IRenderable> shown = [];
        foreach (var block in blocks)
        {
            if (Of(block) is { } one)
            {
                shown.AddRange(areParted && shown.Count > 0 ? [new EmptyLine(), one] : [one]);
            }
        }

        return new Rows(shown);
    }

    /// <summary>A block; null for one that shows nothing.</summary>
    private IRenderable? Of(Block block) =>
        block switch
        {
            HtmlBlock { Type: HtmlBlockType.Comment } or LinkReferenceDefinitionGroup => null,
            CodeBlock code => new Prefixed(new CodeLines(LinesOf(code)), Bar, Bar),
            HeadingBlock heading => new InlineText(look with { Base = look.Base.Combine(Inks.Strong) })
                .Add(heading.Inline)
                .ToRenderable(),
            ThematicBreakBlock => new WrappedText("· · ·", Inks.Quiet),
            Markdig.Extensions.Tables.Table table => MarkdownTable.Of(table, look, width),
            ListBlock list => Of(list),
            QuoteBlock quote => new Prefixed(All(quote, areParted: true), Bar, Bar),
            LeafBlock { Inline: { } inlines } => new InlineText(look, Lead()).Add(inlines).ToRenderable(),
            LeafBlock leaf => new CodeLines(LinesOf(leaf)),
            ContainerBlock container => All(container, areParted: true),
            _ => null,
        };

    private static Segment Bar => new("│ ", Inks.Quiet);

    /// <summary>Only the first paragraph has a first sentence.</summary>
    private Ink? Lead()
    {
        var lead = isFirst ? look.Lead : null;
        isFirst = false;
        return lead;
    }

    private static List<string> LinesOf(LeafBlock block) =>
        [.. (block.Lines.Lines ?? []).Take(block.Lines.Count).Select(line => line.Slice.ToString())];

    private Rows Of(ListBlock list)
    {
        var number = int.TryParse(list.OrderedStart, out var start) ? start : 1;
        List<IRenderable> shown = [];
        foreach (var item in list.OfType<ListItemBlock>())
        {
            var mark = list.IsOrdered ? $"{number++}{list.OrderedDelimiter} " : "• ";
            if (list.IsLoose && shown.Count > 0)
            {
                shown.Add(new EmptyLine());
            }

            shown.Add(new Prefixed(All(item, areParted: list.IsLoose), new Segment(mark, Inks.Quiet)));
        }

        return new Rows(shown);
    }
}
