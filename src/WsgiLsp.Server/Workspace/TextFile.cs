namespace WsgiLsp.Server.Workspace;

/// <summary>Reading text as people save it.</summary>
public static class TextFile
{
    /// <summary>
    /// A file's text: UTF-8, or UTF-16 where a byte order mark says so. The mark is left out; bytes that are no text
    /// become U+FFFD.
    /// </summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static string Read(string path) => DeckText.Read(path).Text;
}
