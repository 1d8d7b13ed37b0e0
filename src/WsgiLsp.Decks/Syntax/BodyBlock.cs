using Markdig.Syntax;

namespace WsgiLsp.Decks.Syntax;

/// <summary>A block of a section's body with the lines that it covers.</summary>
/// <param name="Syntax">The block as Markdig has it; null for text that Markdig cannot parse.</param>
/// <param name="Lines">From the block's first line up to the next block's, blank lines at the end left out.</param>
internal sealed record BodyBlock(Block? Syntax, LineRange Lines)
{
    /// <summary>The blocks of a container, or of a document.</summary>
    /// <param name="source">The section.</param>
    /// <param name="blocks">The blocks.</param>
    /// <param name="end">The line after the container's last one.</param>
    public static List<BodyBlock> List(SectionSource source, IEnumerable<Block> blocks, int end)
    {
        // Where a container ends, Markdig's spans are not always right; where a block begins, they are.
        var list = blocks.Where(b => b is not LinkReferenceDefinitionGroup).ToList();
        var result = new List<BodyBlock>(list.Count);
        for (var i = 0; i < list.Count; i++)
        {
            var first = FirstLine(source, list[i]);
            var next = i + 1 < list.Count ? FirstLine(source, list[i + 1]) : end;
            result.Add(new BodyBlock(list[i], source.Trim(new LineRange(first, Math.Max(next, first)))));
        }

        return result;
    }

    /// <summary>The line on which a block begins; Markdig counts an underlined heading from its underline.</summary>
    public static int FirstLine(SectionSource source, Block block) =>
        block is HeadingBlock { IsSetext: true } ? source.LineAt(block.Span.Start) : block.Line;
}
