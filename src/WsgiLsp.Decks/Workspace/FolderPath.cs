namespace WsgiLsp.Decks.Workspace;

/// <summary>Where full paths lie.</summary>
public static class FolderPath
{
    /// <summary>Whether something lies in a folder or below, or is the folder itself. Letters count as they are written.</summary>
    /// <param name="path">A full path.</param>
    /// <param name="folder">The folder's full path; a separator at its end does not matter.</param>
    public static bool Holds(string folder, string path) => Holds(folder, path, Path.DirectorySeparatorChar);

    /// <summary>The same for a system with this separator.</summary>
    internal static bool Holds(string folder, string path, char separator)
    {
        // Roots end with one, "/" and "C:\".
        var name = folder.AsSpan().TrimEnd(separator);
        return path.AsSpan().StartsWith(name, StringComparison.Ordinal)
            && (path.Length == name.Length || path[name.Length] == separator);
    }
}
