using System.Security.Cryptography;
using WsgiLsp.Rendering;

namespace WsgiLsp.Server.Panel;

/// <summary>The one page that shows screens: in an editor's webview and in a browser.</summary>
/// <param name="Html">The page, with styles and scripts in it. It asks its host for the first screen.</param>
/// <param name="Policy">Its content security policy, which stands in it too: nothing but what it brings, and its host.</param>
public sealed record PanelPage(string Html, string Policy)
{
    private const string Folder = "panel/";
    private const int NonceBytes = 18;

    /// <summary>Makes a copy, with a word of its own by which its policy lets its styles and scripts through.</summary>
    /// <param name="session">The id of what it shows.</param>
    public static PanelPage Make(string session)
    {
        var nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(NonceBytes));
        var policy =
            $"default-src 'none'; style-src 'nonce-{nonce}'; script-src 'nonce-{nonce}'; img-src data:; "
            + "connect-src 'self'; base-uri 'none'; form-action 'none'";
        var html = Read("panel.html")!
            .Replace("{session}", SafeHtml.Escape(session), StringComparison.Ordinal)
            .Replace("{policy}", policy, StringComparison.Ordinal)
            .Replace("{nonce}", nonce, StringComparison.Ordinal)
            .Replace("{style}", Read("panel.css"), StringComparison.Ordinal)
            .Replace("{extras}", Extras(nonce), StringComparison.Ordinal)
            .Replace("{host}", Read("host.js"), StringComparison.Ordinal)
            .Replace("{script}", Read("panel.js"), StringComparison.Ordinal)
            .Replace("{keys}", Read("keys.js"), StringComparison.Ordinal);
        return new PanelPage(html, policy);
    }

    /// <summary>What colours code and sets formulas, where the program was built with it.</summary>
    private static string Extras(string nonce) =>
        Read("extras.js") is { } script
            ? $"<script nonce=\"{nonce}\">\n{script.Replace("</script", "<\\/script", StringComparison.OrdinalIgnoreCase)}\n</script>"
            : "";

    private static string? Read(string name)
    {
        using var stream = typeof(PanelPage).Assembly.GetManifestResourceStream(Folder + name);
        if (stream is null)
        {
            return null;
        }

        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
