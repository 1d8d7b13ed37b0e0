using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using WsgiLsp.Decks.Syntax;

namespace WsgiLsp.Rendering.Html;

/// <summary>The first line of a callout, <c>[!NOTE]</c> and its like.</summary>
internal static class CalloutMark
{
    /// <summary>Takes the mark from a quote's tree; null where it has none, else GitHub's name, such as <c>NOTE</c>.</summary>
    public static string? Take(QuoteBlock quote)
    {
        if (quote is not [ParagraphBlock { Inline: { } inlines } paragraph, ..])
        {
            return null;
        }

        var line = "";
        var inline = inlines.FirstChild;
        for (; inline is LiteralInline literal; inline = inline.NextSibling)
        {
            line += literal.Content.ToString();
        }

        if (
            inline is not (null or LineBreakInline)
            || line.Trim() is not ['[', '!', .. var name, ']']
            || Callout.NameOf(name) is not { } known
        )
        {
            return null;
        }

        while (inlines.FirstChild is { } first)
        {
            first.Remove();
            if (first is LineBreakInline)
            {
                return known;
            }
        }

        quote.Remove(paragraph);
        return known;
    }
}
