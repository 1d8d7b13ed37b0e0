using WsgiLsp.Rendering.Html;

namespace WsgiLsp.Rendering;

/// <summary>
/// Markdown that anybody wrote, as HTML that may stand in a page of ours: only elements and attributes that are written
/// here, raw HTML as visible text, addresses of known schemes. Pure; never throws for any text.
/// </summary>
public static class SafeHtml
{
    /// <summary>A text as blocks: paragraphs, lists, tables and the like.</summary>
    /// <param name="markdown">The text; any.</param>
    /// <param name="options">What is known of the page and the deck.</param>
    public static string Of(string markdown, SafeHtmlOptions options)
    {
        var html = new HtmlWriter();
        return MarkdownTree.Of(markdown, options.References) is { } tree && new BlockHtml(html, options).Write(tree)
            ? html.ToString()
            : AsWritten("p", markdown);
    }

    /// <summary>
    /// A text as phrasing content only, for labels, summaries and cells: one paragraph without its element. Where the text
    /// has more blocks they follow each other on lines of their own.
    /// </summary>
    /// <param name="markdown">The text; any.</param>
    /// <param name="options">What is known of the page and the deck.</param>
    public static string Inline(string markdown, SafeHtmlOptions options)
    {
        var html = new HtmlWriter();
        return MarkdownTree.Of(markdown, options.References) is { } tree && new PhraseHtml(html, options).Write(tree)
            ? html.ToString()
            : AsWritten("span", markdown);
    }

    /// <summary>A text as it is, for content and quoted attributes.</summary>
    /// <param name="text">The text; any.</param>
    public static string Escape(string text) => new HtmlWriter().Text(text).ToString();

    // Nested beyond all reason.
    private static string AsWritten(string element, string markdown) =>
        new HtmlWriter().Open(element, "as-written").Text(markdown).Close(element).ToString();
}
