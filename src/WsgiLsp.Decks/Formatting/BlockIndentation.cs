using Markdig.Syntax;

namespace WsgiLsp.Decks.Formatting;

/// <summary>The section's own paragraphs, quotes and thematic breaks begin at the margin.</summary>
internal static class BlockIndentation
{
    public static IEnumerable<Change> Changes(Draft draft)
    {
        foreach (var block in draft.Blocks)
        {
            var end = block.Syntax switch
            {
                QuoteBlock => block.Lines.End,
                ParagraphBlock or ThematicBreakBlock => block.Lines.First + 1,
                _ => block.Lines.First,
            };
            for (var i = block.Lines.First; i < end; i++)
            {
                var line = draft.Source.Line(i);
                var text = line.TrimStart(' ');
                var begins = block.Syntax is not QuoteBlock || text is ['>', ..];
                if (text.Length < line.Length && begins)
                {
                    var start = draft.Source.LineStart(i);
                    yield return Change.Of(start, start + line.Length - text.Length, "");
                }
            }
        }
    }
}
