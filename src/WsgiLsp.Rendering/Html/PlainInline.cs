using System.Text;
using Markdig.Syntax.Inlines;

namespace WsgiLsp.Rendering.Html;

/// <summary>The words of a text without its marks.</summary>
internal static class PlainInline
{
    /// <summary>The words, on one line.</summary>
    public static string Of(ContainerInline container)
    {
        var result = new StringBuilder();
        foreach (var inline in container.FindDescendants<LeafInline>())
        {
            _ = inline switch
            {
                LiteralInline literal => result.Append(literal.Content.AsSpan()),
                CodeInline code => result.Append(code.Content),
                FormulaInline formula => result.Append(formula.Tex),
                HtmlEntityInline entity => result.Append(entity.Transcoded.AsSpan()),
                LineBreakInline => result.Append(' '),
                _ => result,
            };
        }

        return result.ToString();
    }
}
