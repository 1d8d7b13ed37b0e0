using Markdig.Extensions.Tables;
using Markdig.Syntax.Inlines;

namespace WsgiLsp.Rendering.Html;

/// <summary>What stands within a paragraph, as HTML.</summary>
internal sealed class InlineHtml(HtmlWriter html, SafeHtmlOptions options)
{
    private const int Deepest = 100;

    private int depth;

    /// <summary>Whether something was nested too deeply to be written.</summary>
    public bool IsTooDeep { get; private set; }

    /// <summary>Writes some inlines and those that follow them.</summary>
    /// <param name="first">The first; may be null.</param>
    public void WriteFrom(Inline? first)
    {
        if (depth == Deepest)
        {
            IsTooDeep = true;
            return;
        }

        depth++;
        for (var inline = first; inline is not null; inline = inline.NextSibling)
        {
            Write(inline);
        }

        depth--;
    }

    /// <summary>Writes text, with blanks in their places.</summary>
    public void WriteText(ReadOnlySpan<char> text)
    {
        var blanks = options.Blanks;
        for (var i = 0; i < text.Length && !blanks.IsEmpty; i++)
        {
            if (text[i] - BlankText.First is >= 0 and var index && index < blanks.Length)
            {
                html.Text(text[..i]).Raw(blanks[index]);
                text = text[(i + 1)..];
                i = -1;
            }
        }

        html.Text(text);
    }

    private void Write(Inline inline)
    {
        switch (inline)
        {
            case LiteralInline literal:
                WriteText(literal.Content.AsSpan());
                break;
            case CodeInline code:
                html.Open("code");
                WriteText(code.Content);
                html.Close("code");
                break;
            case FormulaInline formula:
                html.Open("span", formula.IsDisplayed ? "math display" : "math");
                WriteText(formula.Tex);
                html.Close("span");
                break;
            case HtmlEntityInline entity:
                html.Text(entity.Transcoded.AsSpan());
                break;
            case HtmlInline raw:
                WriteRaw(raw.Tag);
                break;
            case LineBreakInline { IsHard: true }:
                html.Open("br").Line();
                break;
            case LineBreakInline:
                html.Line();
                break;
            case AutolinkInline address:
                WriteLink(address.IsEmail ? "mailto:" + address.Url : address.Url, () => html.Text(address.Url));
                break;
            case LinkInline { IsImage: true } image:
                WriteImage(image);
                break;
            case LinkInline link:
                WriteLink(AddressOf(link), () => WriteFrom(link.FirstChild));
                break;
            case EmphasisInline emphasis:
                var element = emphasis switch
                {
                    { DelimiterChar: '~' } => "del",
                    { DelimiterCount: 2 } => "strong",
                    _ => "em",
                };
                html.Open(element);
                WriteFrom(emphasis.FirstChild);
                html.Close(element);
                break;
            case PipeTableDelimiterInline bar:
                html.Text("|");
                WriteFrom(bar.FirstChild);
                break;
            case DelimiterInline delimiter:
                html.Text(delimiter.ToLiteral());
                WriteFrom(delimiter.FirstChild);
                break;
            case ContainerInline container:
                WriteFrom(container.FirstChild);
                break;
            default:
                html.Text(inline.ToString());
                break;
        }
    }

    /// <summary>Raw HTML is shown as it is written. Comments are not shown anywhere, and a line break is harmless.</summary>
    private void WriteRaw(string tag)
    {
        if (tag.StartsWith("<!--", StringComparison.Ordinal))
        {
            return;
        }

        var name = tag.AsSpan().Trim("</> ");
        if (name.Equals("br", StringComparison.OrdinalIgnoreCase))
        {
            html.Open("br");
        }
        else
        {
            html.Text(tag);
        }
    }

    private void WriteLink(string address, Action content)
    {
        var safe =
            !options.HasLinks ? null
            : SafeUrl.IsAbsolute(address) ? address
            : SafeUrl.IsRelative(address) ? options.Link(address)
            : null;
        if (safe is null || !(SafeUrl.IsAbsolute(safe) || SafeUrl.IsRelative(safe)))
        {
            content();
            return;
        }

        html.Open("a", ("href", safe), ("rel", "noopener noreferrer"));
        content();
        html.Close("a");
    }

    private void WriteImage(LinkInline image)
    {
        var description = PlainInline.Of(image);
        if (options.Image(AddressOf(image)) is { } source && SafeUrl.IsImage(source))
        {
            html.Open("img", ("src", source), ("alt", description));
        }
        else
        {
            html.Open("span", "image").Text(description.Length > 0 ? description : AddressOf(image)).Close("span");
        }
    }

    private static string AddressOf(LinkInline link) => link.GetDynamicUrl?.Invoke() ?? link.Url ?? "";
}
