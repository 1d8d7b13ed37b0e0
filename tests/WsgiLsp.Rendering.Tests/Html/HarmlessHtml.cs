using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace WsgiLsp.Rendering.Tests.Html;

/// <summary>Looks at HTML as a browser does: every element, attribute and address must be one that is allowed.</summary>
internal static class HarmlessHtml
{
    private static readonly HashSet<string> Phrases = ["a", "br", "code", "del", "em", "img", "span", "strong"];

    private static readonly HashSet<string> Blocks =
    [
        .. Phrases,
        "blockquote",
        "div",
        "h4",
        "h5",
        "h6",
        "hr",
        "li",
        "ol",
        "p",
        "pre",
        "table",
        "tbody",
        "td",
        "th",
        "thead",
        "tr",
        "ul",
    ];

    private static readonly HashSet<string> Attributes = ["alt", "class", "href", "rel", "scope", "src", "start"];

    /// <summary>What is wrong with blocks; null for nothing.</summary>
    public static string? Complaint(string html) => Complaint(html, Blocks);

    /// <summary>What is wrong with phrasing content; null for nothing.</summary>
    public static string? PhraseComplaint(string html) => Complaint(html, Phrases);

    private static string? Complaint(string html, HashSet<string> elements)
    {
        var document = new HtmlParser().ParseDocument(
            $"<!DOCTYPE html><title>t</title><body><main>{html}</main><i></i>"
        );
        var main = document.Body!.FirstElementChild!;
        if (document.Body.ChildElementCount != 2 || main.LocalName != "main" || document.Head!.ChildElementCount != 1)
        {
            return "it leaves its element";
        }

        foreach (var element in main.QuerySelectorAll("*"))
        {
            if (!elements.Contains(element.LocalName) || element.NamespaceUri != "http://www.w3.org/1999/xhtml")
            {
                return $"element {element.LocalName}";
            }

            if (element.Attributes.FirstOrDefault(attribute => !IsAllowed(attribute)) is { } wrong)
            {
                return $"attribute {wrong.Name}={wrong.Value} of {element.LocalName}";
            }
        }

        return main.Descendants<IComment>().Any() ? "a comment" : null;
    }

    private static bool IsAllowed(IAttr attribute) =>
        Attributes.Contains(attribute.Name)
        && attribute.Name switch
        {
            "href" => IsAllowed(attribute.Value),
            "src" => attribute.Value == PageOfTests.Image,
            "start" => attribute.Value.All(char.IsAsciiDigit),
            _ => true,
        };

    /// <summary>As a browser reads an address: without controls and white space at its ends, and without line ends and tabs.</summary>
    private static bool IsAllowed(string address)
    {
        var read = new string([.. address.Where(c => c > ' ')]);
        return read == address
            && (
                read.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
                || read.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
                || read.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase)
                || read == PageOfTests.Link
            );
    }
}
