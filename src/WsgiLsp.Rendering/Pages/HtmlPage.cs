using System.Security.Cryptography;
using System.Text;
using WsgiLsp.Rendering.Html;

namespace WsgiLsp.Rendering.Pages;

/// <summary>
/// A page in one file: its style and script stand in it, and its policy lets nothing else run and nothing be fetched.
/// </summary>
public sealed record HtmlPage
{
    private const string Generator = "<meta name=\"generator\" content=\"wsgilsp\">";

    /// <summary>What browsers call it, plain text.</summary>
    public required string Title { get; init; }

    /// <summary>The page's body, safe HTML.</summary>
    public required string Body { get; init; }

    /// <summary>The name of the script that it has: an asset; null for none.</summary>
    public string? Script { get; init; }

    /// <summary>Whether a file begins like a page that was made here, so that it may be replaced by another.</summary>
    /// <param name="text">The file's first thousand characters at least, or all of it.</param>
    public static bool IsOurs(string text) =>
        text.StartsWith("<!DOCTYPE html>", StringComparison.Ordinal)
        && text.AsSpan(0, Math.Min(text.Length, 1000)).Contains(Generator, StringComparison.Ordinal);

    /// <summary>The page as it is stored.</summary>
    public override string ToString()
    {
        var style = Asset("page.css");
        var script = Script is null ? null : Asset("theme.js") + Asset(Script);
        var html = new HtmlWriter().Raw("<!DOCTYPE html>").Line().Open("html", ("lang", "en")).Line();
        html.Open("head").Line().Open("meta", ("charset", "utf-8")).Line().Raw(Generator).Line();
        html.Open("meta", ("http-equiv", "Content-Security-Policy"), ("content", Policy(style, script))).Line();
        html.Open("meta", ("name", "viewport"), ("content", "width=device-width, initial-scale=1")).Line();
        html.Open("meta", ("name", "color-scheme"), ("content", "light dark")).Line();
        html.Open("title").Text(Title).Close("title").Line();
        html.Open("style").Raw(style).Close("style").Line().Close("head").Line();
        html.Open("body").Line().Raw(Body);
        if (script is not null)
        {
            html.Open("script").Raw(script).Close("script").Line();
        }

        return html.Close("body").Line().Close("html").Line().ToString();
    }

    private static string Policy(string style, string? script) =>
        $"default-src 'none'; img-src data:; style-src {Hash(style)}; script-src {(script is null ? "'none'" : Hash(script))}; "
        + "base-uri 'none'; form-action 'none'";

    private static string Hash(string text) =>
        $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}'";

    private static string Asset(string name)
    {
        using var stream = typeof(HtmlPage).Assembly.GetManifestResourceStream("pages/" + name)!;
        using var reader = new StreamReader(stream);

        // Browsers hash what they parsed, in which line ends are LF.
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
