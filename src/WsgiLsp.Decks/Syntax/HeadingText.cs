using Markdig.Syntax;
using WsgiLsp.Decks.Text;

namespace WsgiLsp.Decks.Syntax;

/// <summary>The text of a section's heading as its author wrote it, without marks and attributes.</summary>
internal static class HeadingText
{
    /// <summary>Where it stands in the section; empty where there is none. Sections keep no tree, so the heading is read again.</summary>
    public static TextSpan Of(Section section)
    {
        var source = new SectionSource(section.Text[..section.Heading.End]);
        var heading = MarkdownReader.Read(source.Text)?.OfType<HeadingBlock>().FirstOrDefault();
        var inside = HeadingContent.Find(source, heading);
        if (section.Attributes is not { } attributes || attributes.Span.Start < inside.Start)
        {
            return inside;
        }

        var text = section.Text.AsSpan(inside.Start, attributes.Span.Start - inside.Start);
        return inside with { Length = text.TrimEnd().Length };
    }
}
