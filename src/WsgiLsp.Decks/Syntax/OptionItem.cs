using Markdig.Syntax;
using WsgiLsp.Decks.Model;
using WsgiLsp.Decks.Text;

namespace WsgiLsp.Decks.Syntax;

/// <summary>A list item on its way to become an option.</summary>
internal sealed class OptionItem
{
    private readonly OptionBox box;
    private readonly List<BodyBlock> children;
    private readonly int indent;
    private LineRange textLines;
    private BodyBlock? detached;

    private OptionItem(OptionBox box, List<BodyBlock> children, int indent)
    {
        this.box = box;
        this.children = children;
        this.indent = indent;
        textLines = children[0].Lines;
    }

    /// <summary>Whether nothing follows the box.</summary>
    public bool IsEmpty { get; private init; }

    /// <summary>The box with which an item begins, or null.</summary>
    public static OptionBox? BoxOf(SectionSource source, ListItemBlock item) =>
        item.FirstOrDefault() is ParagraphBlock paragraph ? OptionBox.Read(source.Text, paragraph.Span.Start) : null;

    /// <summary>The items of a list that have a box, well-formed or not.</summary>
    public static IEnumerable<OptionItem> List(SectionSource source, BodyBlock list)
    {
        var items = ((ListBlock)list.Syntax!).OfType<ListItemBlock>().ToList();
        for (var i = 0; i < items.Count; i++)
        {
            if (BoxOf(source, items[i]) is not { } box)
            {
                continue;
            }

            var end = i + 1 < items.Count ? items[i + 1].Line : list.Lines.End;
            var blocks = BodyBlock.List(source, items[i], end);
            var paragraph = (ParagraphBlock)items[i][0];
            yield return new OptionItem(box, blocks, paragraph.Column)
            {
                IsEmpty = blocks.Count == 1 && box.TextStart > paragraph.Span.End,
            };
        }
    }

    /// <summary>
    /// Lines that stand at the margin below the last item's text and so became part of it. Where other items wrap that way
    /// too, or the text goes on in lower case, it is the author's way to break lines.
    /// </summary>
    public static LineRange GluedLines(SectionSource source, IReadOnlyList<OptionItem> items)
    {
        var last = items[^1];
        var first = last.FirstLazyLine(source);
        if (
            first is not { } line
            || last.children.Count > 1
            || char.IsLower(source.Line(line)[0])
            || items.SkipLast(1).Any(item => item.FirstLazyLine(source) is not null)
        )
        {
            return default;
        }

        var glued = new LineRange(line, last.textLines.End);
        last.textLines = last.textLines with { End = line };
        return glued;
    }

    /// <summary>Adds a fence that stands below the item but belongs to it.</summary>
    public void Append(BodyBlock fence) => detached = fence;

    /// <summary>The option.</summary>
    public PlacedOption ToOption(SectionSource source)
    {
        var texts = new List<string>
        {
            source.Markdown(textLines, indent, box.TextStart - source.LineStart(textLines.First)),
        };
        var feedback = new List<string>();
        var blocks = new List<Block> { children[0].Syntax! };
        var end = textLines.End;
        foreach (var child in children.Skip(1))
        {
            if (child.Syntax is QuoteBlock)
            {
                feedback.Add(source.Unquoted(child.Lines, indent));
            }
            else
            {
                texts.Add(source.Markdown(child.Lines, indent));
                blocks.Add(child.Syntax!);
                end = child.Lines.End;
            }
        }

        var proseEnd = source.LineStart(end);
        if (detached is not null)
        {
            texts.Add(source.Markdown(detached.Lines));
            blocks.Add(detached.Syntax!);
            proseEnd = source.LineStart(detached.Lines.End);
        }

        var option = new Option(CardBody.Join(texts), box.IsTicked, CardBody.Join(feedback));
        var span = TextSpan.FromBounds(box.Span.Start, source.Span(new LineRange(textLines.First, end)).End);
        var prose = Prose.Of(blocks).Within(TextSpan.FromBounds(Math.Min(box.TextStart, proseEnd), proseEnd));
        return new PlacedOption(option, box, span, prose) { DetachedFence = detached, Indent = indent };
    }

    private int? FirstLazyLine(SectionSource source)
    {
        for (var i = textLines.First + 1; i < textLines.End; i++)
        {
            if (source.Line(i).IsWhiteSpace())
            {
                // What follows is no paragraph: a link definition, of which the tree has no block.
                return null;
            }

            if (source.Line(i) is [not (' ' or '\t'), ..])
            {
                return i;
            }
        }

        return null;
    }
}
