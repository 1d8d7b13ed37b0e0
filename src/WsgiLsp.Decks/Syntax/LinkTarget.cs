namespace WsgiLsp.Decks.Syntax;

/// <summary>Where a relative link leads.</summary>
/// <param name="Path">The file or folder, decoded, with <c>/</c>; empty for the deck itself.</param>
/// <param name="Fragment">The anchor, decoded; empty for the whole file.</param>
internal readonly record struct LinkTarget(string Path, string Fragment)
{
    /// <summary>
    /// Reads an address. Null for what nobody here can judge: other schemes, other hosts, the site's root, and addresses
    /// that lead nowhere else, such as <c>#</c>.
    /// </summary>
    public static LinkTarget? Read(string url)
    {
        if (url.Length == 0 || url[0] is '/' or '\\' || HasScheme(url))
        {
            return null;
        }

        var hash = url.IndexOf('#', StringComparison.Ordinal);
        var path = hash < 0 ? url : url[..hash];
        var query = path.IndexOf('?', StringComparison.Ordinal);
        path = query < 0 ? path : path[..query];
        var fragment = hash < 0 ? "" : url[(hash + 1)..];
        return path.Length == 0 && fragment.Length == 0
            ? null
            : new LinkTarget(Uri.UnescapeDataString(path), Uri.UnescapeDataString(fragment));
    }

    /// <summary>Whether a relative address may begin so.</summary>
    public static bool CanBegin(string url) => url is not (['/' or '\\', ..]) && !HasScheme(url);

    /// <summary>Whether it leads to the very file in which it stands.</summary>
    /// <param name="fileName">That file's name.</param>
    public bool IsIn(string fileName) => Path.Length == 0 || Path == fileName;

    /// <summary>The address with another path or fragment in place of its own.</summary>
    public static string Write(string path, string fragment) =>
        Escape(path) + (fragment.Length == 0 ? "" : "#" + Escape(fragment));

    /// <summary>A path or fragment as it stands in an address.</summary>
    /// <remarks>Enough for Markdown: letters of all languages may stand there, blanks and brackets may not.</remarks>
    public static string Escape(string text) =>
        text.Replace("%", "%25", StringComparison.Ordinal)
            .Replace(" ", "%20", StringComparison.Ordinal)
            .Replace("(", "%28", StringComparison.Ordinal)
            .Replace(")", "%29", StringComparison.Ordinal)
            .Replace("<", "%3C", StringComparison.Ordinal)
            .Replace(">", "%3E", StringComparison.Ordinal)
            .Replace("#", "%23", StringComparison.Ordinal)
            .Replace("?", "%3F", StringComparison.Ordinal);

    private static bool HasScheme(string url)
    {
        for (var i = 0; i < url.Length; i++)
        {
            if (url[i] == ':')
            {
                return i > 0;
            }

            if (!char.IsAsciiLetterOrDigit(url[i]) && url[i] is not ('+' or '-' or '.'))
            {
                return false;
            }
        }

        return false;
    }
}
