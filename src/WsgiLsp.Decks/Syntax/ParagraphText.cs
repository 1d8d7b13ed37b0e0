using System.Text;
using Markdig.Syntax;

namespace WsgiLsp.Decks.Syntax;

/// <summary>The Markdown of a paragraph inside containers.</summary>
internal static class ParagraphText
{
    /// <summary>A paragraph's text with LF, without the marks and indentation of the containers around it.</summary>
    public static string Of(SectionSource source, ParagraphBlock paragraph)
    {
        var end = Math.Min(paragraph.Span.End + 1, source.Text.Length);
        if (end <= paragraph.Span.Start)
        {
            return "";
        }

        var result = new StringBuilder();
        var rest = source.Text.AsSpan(paragraph.Span.Start, end - paragraph.Span.Start);
        foreach (var line in rest.EnumerateLines())
        {
            // White space at the start of a paragraph's lines means nothing, and neither does a quote's mark.
            result.Append(line.TrimStart(" \t>").TrimEnd()).Append('\n');
        }

        return result.ToString().Trim();
    }
}
