using Markdig.Syntax;

namespace WsgiLsp.Decks.Formatting;

/// <summary>Headings are <c># Title</c>: not underlined, without closing hashes, with one space.</summary>
internal static class Headings
{
    public static IEnumerable<Change> Changes(Draft draft) =>
        draft
            .Document.Descendants<HeadingBlock>()
            .Select(heading => heading.IsSetext ? Underlined(draft, heading) : Marked(draft, heading))
            .OfType<Change>();

    /// <summary>The heading that begins on a line as it should be.</summary>
    public static IEnumerable<Change> Changes(Draft draft, int line) =>
        draft
            .Document.Descendants<HeadingBlock>()
            .Where(heading => !heading.IsSetext && heading.Line == line)
            .Select(heading => Marked(draft, heading))
            .OfType<Change>();

    private static Change? Marked(Draft draft, HeadingBlock heading)
    {
        var hashes = heading.Span.Start + heading.Level;
        var end = draft.LineEnd(heading.Line);
        if (hashes > end)
        {
            return null;
        }

        return Replace(draft, heading, end, WithoutClosing(draft.Text.AsSpan(hashes, end - hashes).Trim(" \t")));
    }

    private static Change? Underlined(Draft draft, HeadingBlock heading)
    {
        var source = draft.Source;
        var (first, underline) = (source.LineAt(heading.Span.Start), heading.Line);
        if (
            heading.Inline?.FirstChild is not { } content
            || source.LineAt(content.Span.Start) != first
            || underline - first > 1
        )
        {
            // What stands before the title are link definitions. Several lines are mostly text that became a heading by
            // accident, and joined they could not be told apart again.
            return null;
        }

        var start = heading.Span.Start;
        var title = draft.Text.AsSpan(start, draft.LineEnd(first) - start).Trim(" \t");
        return Replace(draft, heading, draft.LineEnd(underline), title);
    }

    private static Change? Replace(Draft draft, HeadingBlock heading, int end, ReadOnlySpan<char> title)
    {
        if (WithoutClosing(title).Length < title.Length)
        {
            // Hashes that belong to the title would be taken for closing ones.
            return null;
        }

        var start =
            heading.Parent is MarkdownDocument
                ? draft.Source.LineStart(draft.Source.LineAt(heading.Span.Start))
                : heading.Span.Start;
        var wanted = new string('#', heading.Level) + (title.IsEmpty ? "" : " ") + title.ToString();
        return draft.Text.AsSpan(start, end - start).SequenceEqual(wanted) ? null : Change.Of(start, end, wanted);
    }

    private static ReadOnlySpan<char> WithoutClosing(ReadOnlySpan<char> title)
    {
        var open = title.TrimEnd('#');
        return open.Length < title.Length && (open.IsEmpty || open[^1] is ' ' or '\t') ? open.TrimEnd(" \t") : title;
    }
}
