using Markdig.Syntax.Inlines;
using Ink = Spectre.Console.Style;

namespace WsgiLsp.Cli.Study.Rendering;

/// <summary>
/// A paragraph with emphasis, code and links. A deck's text goes into it piece by piece, never as Spectre's markup.
/// </summary>
/// <param name="look">How the text is shown.</param>
/// <param name="lead">How its first sentence is shown; null for as the others.</param>
internal sealed class InlineText(MarkdownLook look, Ink? lead = null)
{
    private readonly WrappedText text = new();
    private Ink? lead = lead;

    /// <summary>Adds what a block holds.</summary>
    public InlineText Add(ContainerInline? inlines)
    {
        AddAll(inlines, look.Base);
        return this;
    }

    /// <summary>Adds text that is no Markdown.</summary>
    public InlineText Add(string words)
    {
        Append(words, look.Base);
        return this;
    }

    public WrappedText ToRenderable() => text;

    private void AddAll(ContainerInline? inlines, Ink ink)
    {
        foreach (var inline in inlines ?? [])
        {
            Add(inline, ink);
        }
    }

    private void Add(Inline inline, Ink ink)
    {
        switch (inline)
        {
            case LiteralInline literal:
                Append(literal.Content.ToString(), ink);
                break;
            case CodeInline code:
                // Without colours nothing but its marks would tell code from text.
                Append(look.HasColour ? code.Content : $"`{code.Content}`", ink.Combine(Inks.Code));
                break;
            case EmphasisInline emphasis:
                AddAll(emphasis, ink.Combine(emphasis.DelimiterCount == 1 ? Inks.Emphasis : Inks.Strong));
                break;
            case LineBreakInline { IsHard: false } when !look.KeepsLines:
                Append(" ", ink);
                break;
            case LineBreakInline:
                text.Append("\n", ink);
                break;
            case LinkInline link:
                AddLink(link, ink);
                break;
            case AutolinkInline link:
                Append(link.Url, ink.Combine(Inks.Link));
                break;
            case HtmlEntityInline entity:
                Append(entity.Transcoded.ToString(), ink);
                break;
            case HtmlInline html:
                AddHtml(html.Tag, ink);
                break;
            case DelimiterInline delimiter:
                // It delimits nothing, or Markdig would have made something else of it.
                Append(delimiter.ToLiteral(), ink);
                AddAll(delimiter, ink);
                break;
            case ContainerInline container:
                AddAll(container, ink);
                break;
            default:
                Append(inline.ToString() ?? "", ink);
                break;
        }
    }

    private void AddLink(LinkInline link, Ink ink)
    {
        var url = link.Url ?? "";
        if (link.IsImage)
        {
            Append("[image: ", ink);
            AddAll(link, ink);
            Append($"] ({url})", ink);
            return;
        }

        AddAll(link, ink.Combine(Inks.Link));
        var isSaid = link.FirstChild is LiteralInline literal && literal.Content.ToString() == url;
        Append(isSaid || url.Length == 0 ? "" : $" ({url})", ink.Combine(Inks.Quiet));
    }

    private void AddHtml(string tag, Ink ink)
    {
        if (tag.StartsWith("<br", StringComparison.OrdinalIgnoreCase))
        {
            text.Append("\n", ink);
        }
        else if (!tag.StartsWith("<!--", StringComparison.Ordinal))
        {
            Append(tag, ink);
        }
    }

    private void Append(string words, Ink ink)
    {
        if (lead is null)
        {
            text.Append(words, ink);
            return;
        }

        var end = EndOfSentence(words);
        text.Append(words[..end], ink.Combine(lead));
        if (end < words.Length || words.EndsWith('.'))
        {
            lead = null;
            text.Append(words[end..], ink);
        }
    }

    /// <summary>Where the first sentence ends, or the words where it goes on.</summary>
    private static int EndOfSentence(string words)
    {
        var end = words.IndexOf(". ", StringComparison.Ordinal);
        return end >= 0 ? end + 1 : words.Length;
    }
}
