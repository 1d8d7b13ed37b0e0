using Markdig.Syntax;
using WsgiLsp.Decks.Text;

namespace WsgiLsp.Decks.Syntax;

/// <summary>The text of a heading in the source, without its marks.</summary>
internal static class HeadingContent
{
    /// <summary>Where it stands; empty where a heading has no text.</summary>
    /// <remarks>It is found by the text: Markdig's spans of what a heading ends with are not always right.</remarks>
    public static TextSpan Find(SectionSource source, HeadingBlock? heading)
    {
        if (heading is null)
        {
            return default;
        }

        var first = BodyBlock.FirstLine(source, heading);
        return heading.IsSetext ? Underlined(source, heading, first) : Marked(source, first);
    }

    private static TextSpan Marked(SectionSource source, int line)
    {
        var text = source.Line(line);
        var rest = text.TrimStart(" \t").TrimStart('#').TrimStart(" \t");
        var start = text.Length - rest.Length;
        rest = rest.TrimEnd(" \t");

        // Signs at the end close the heading if there is space, or nothing, before them.
        var open = rest.TrimEnd('#');
        if (open.Length < rest.Length && (open.IsEmpty || open[^1] is ' ' or '\t'))
        {
            rest = open.TrimEnd(" \t");
        }

        return new TextSpan(source.LineStart(line) + start, rest.Length);
    }

    private static TextSpan Underlined(SectionSource source, HeadingBlock heading, int first)
    {
        // Definitions above the text are part of Markdig's heading, and no text.
        var start = heading.Inline?.FirstChild is { } inline
            ? Math.Max(inline.Span.Start, source.LineStart(first))
            : -1;
        var underline = source.LineAt(Math.Min(Math.Max(heading.Span.End, 0), source.Text.Length - 1));
        if (start < 0 || underline <= first)
        {
            return default;
        }

        var last = source.LineStart(underline - 1) + source.Line(underline - 1).TrimEnd(" \t").Length;
        return TextSpan.FromBounds(start, Math.Max(start, last));
    }
}
