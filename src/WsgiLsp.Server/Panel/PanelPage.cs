using System.Security.Cryptography;
using WsgiLsp.Rendering;

namespace WsgiLsp.Server.Panel;

/// <summary>The one page that shows screens: in an editor's webview and in a browser.</summary>
public static class PanelPage
{
    private const string Folder = "panel/";
    private const int NonceBytes = 18;

    /// <summary>
    /// The page, with styles and scripts in it that its own policy lets through by a word made for this copy. It asks its
    /// host for the first screen.
    /// </summary>
    /// <param name="session">The id of what it shows.</param>
    public static string Make(string session)
    {
        var nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(NonceBytes));
        return Read("panel.html")!
            .Replace("{session}", SafeHtml.Escape(session), StringComparison.Ordinal)
            .Replace("{nonce}", nonce, StringComparison.Ordinal)
            .Replace("{style}", Read("panel.css"), StringComparison.Ordinal)
            .Replace("{host}", Read("host.js"), StringComparison.Ordinal)
            .Replace("{script}", Read("panel.js"), StringComparison.Ordinal)
            .Replace("{extras}", Extras(nonce), StringComparison.Ordinal);
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
