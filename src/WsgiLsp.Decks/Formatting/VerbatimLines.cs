using Markdig.Syntax;
using WsgiLsp.Decks.Syntax;

namespace WsgiLsp.Decks.Formatting;

/// <summary>The lines inside code, HTML and displayed formulas, where white space may mean something. Fences are not.</summary>
internal sealed class VerbatimLines
{
    private readonly bool[] lines;

    public VerbatimLines(SectionSource source, MarkdownDocument document)
    {
        lines = new bool[source.LineCount];
        foreach (var block in document.Descendants<LeafBlock>())
        {
            if (block is CodeBlock or HtmlBlock)
            {
                var first = Math.Min(block is FencedCodeBlock ? block.Line + 1 : block.Line, lines.Length);
                lines.AsSpan(first, Math.Min(block.Lines.Count, lines.Length - first)).Fill(true);
            }
        }
    }

    /// <summary>Whether a line is one of them.</summary>
    public bool Contains(int line) => lines[line];
}
