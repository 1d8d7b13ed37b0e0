using System.Text;
using Markdig.Syntax.Inlines;

namespace WsgiLsp.Decks.Syntax;

/// <summary>What a reader sees of inline Markdown, without its marks.</summary>
internal static class PlainText
{
    /// <summary>The text of some inlines on one line.</summary>
    public static string Of(Inline? inline)
    {
        var result = new StringBuilder();
        Append(result, inline);
        return result.ToString().Trim();
    }

    private static void Append(StringBuilder result, Inline? inline)
    {
        switch (inline)
        {
            case LiteralInline literal:
                result.Append(literal.Content.AsSpan());
                break;
            case CodeInline code:
                result.Append(code.Content);
                break;
            case LineBreakInline:
                result.Append(' ');
                break;
            case HtmlEntityInline entity:
                result.Append(entity.Transcoded.AsSpan());
                break;
            case AutolinkInline link:
                result.Append(link.Url);
                break;
            case ContainerInline container:
                for (var child = container.FirstChild; child is not null; child = child.NextSibling)
                {
                    Append(result, child);
                }

                break;
            default:
                break;
        }
    }
}
