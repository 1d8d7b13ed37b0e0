namespace WsgiLsp.Server.Documents;

/// <summary>The client's document URIs, which are kept as they came and never compared in another form.</summary>
internal static class DocumentUri
{
    /// <summary>The <c>file:</c> URI of a full path, for a file that the client has not named itself.</summary>
    public static string FromPath(string path) => new Uri(path).AbsoluteUri;

    /// <summary>The path of a <c>file:</c> URI; for others the last part of the URI, so that a name is known.</summary>
    public static string ToPath(string uri)
    {
        if (!Uri.TryCreate(uri, UriKind.Absolute, out var parsed))
        {
            return uri;
        }

        if (!parsed.IsFile)
        {
            return Uri.UnescapeDataString(parsed.AbsolutePath.TrimStart('/'));
        }

        // "file:///c%3A/deck.md" is how some clients write a drive.
        var path = parsed.LocalPath;
        return OperatingSystem.IsWindows() ? path.TrimStart('\\', '/') : path;
    }
}
