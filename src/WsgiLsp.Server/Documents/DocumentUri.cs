namespace WsgiLsp.Server.Documents;

/// <summary>The client's document URIs, which are kept as they came and never compared in another form.</summary>
internal static class DocumentUri
{
    /// <summary>The <c>file:</c> URI of a full path, for a file that the client has not named itself.</summary>
    public static string FromPath(string path) => new Uri(path).AbsoluteUri;

    /// <summary>
    /// The path of a <c>file:</c> URI: the same for all ways to write it. For others the path in the URI as a mere name,
    /// which is no full path anywhere.
    /// </summary>
    public static string ToPath(string uri) => ToPath(uri, OperatingSystem.IsWindows());

    /// <summary>The same for Windows, or for systems whose paths begin with <c>/</c>.</summary>
    internal static string ToPath(string uri, bool isWindows)
    {
        if (!Uri.TryCreate(uri, UriKind.Absolute, out var parsed))
        {
            return uri;
        }

        var path = Uri.UnescapeDataString(parsed.AbsolutePath).TrimStart('/');
        if (!parsed.IsFile)
        {
            // An untitled document may be named by where it is to be saved.
            return HasDrive(path) ? InDrive(path) : path;
        }

        var host = parsed.Host is "" or "localhost" ? "" : "//" + parsed.Host;
        if (!isWindows)
        {
            return $"{host}/{path}";
        }

        var full =
            host.Length == 0 && HasDrive(path)
                ? $"{char.ToUpperInvariant(path[0])}:/{InDrive(path)}"
                : $"{host}/{path}";
        return full.Replace('/', '\\');
    }

    // "file:///c%3A/deck.md" is how some clients write it, and others "file:///C:/deck.md".
    private static bool HasDrive(string path) =>
        path.Length >= 2
        && char.IsAsciiLetter(path[0])
        && path[1] == ':'
        && (path.Length == 2 || path[2] is '/' or '\\');

    private static string InDrive(string path) => path[2..].TrimStart('/', '\\');
}
