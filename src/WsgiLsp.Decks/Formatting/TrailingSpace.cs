using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace WsgiLsp.Decks.Formatting;

/// <summary>No white space at the end of a line; a line break that is made of spaces is made of two.</summary>
internal static class TrailingSpace
{
    private const string Break = "  ";

    public static IEnumerable<Change> Changes(Draft draft)
    {
        Inlines? inlines = null;
        for (var i = 0; i < draft.Source.LineCount; i++)
        {
            var line = draft.Source.Line(i);
            var kept = line.TrimEnd(" \t").Length;
            if (kept == line.Length || EndsInBackslash(line[..kept]) || draft.Verbatim.Contains(i))
            {
                continue;
            }

            var end = draft.LineEnd(i);
            inlines ??= new Inlines(draft.Document);
            if (inlines.IsInside(end))
            {
                continue;
            }

            var wanted = kept > 0 && inlines.IsBreak(end) ? Break : "";
            var start = draft.Source.LineStart(i) + kept;
            if (!draft.Text.AsSpan(start, end - start).SequenceEqual(wanted))
            {
                yield return Change.Of(start, end, wanted);
            }
        }
    }

    // At the very end of a line it would be a line break.
    private static bool EndsInBackslash(ReadOnlySpan<char> text) => text is [.., '\\'];

    /// <summary>What the ends of lines are to the text around them.</summary>
    private sealed class Inlines
    {
        private readonly HashSet<int> breaks;
        private readonly List<SourceSpan> code;

        public Inlines(MarkdownDocument document)
        {
            breaks =
            [
                .. document
                    .Descendants<LineBreakInline>()
                    .Where(inline => inline is { IsHard: true, IsBackslash: false })
                    .Select(inline => inline.Span.Start),
            ];
            code =
            [
                .. document
                    .Descendants<LeafInline>()
                    .Where(inline => inline is CodeInline or HtmlInline)
                    .Select(inline => inline.Span),
            ];
        }

        public bool IsBreak(int offset) => breaks.Contains(offset);

        public bool IsInside(int offset) => code.Exists(span => span.Start < offset && offset <= span.End);
    }
}
