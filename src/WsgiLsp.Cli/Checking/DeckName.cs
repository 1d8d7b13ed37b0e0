using WsgiLsp.Server.Workspace;

namespace WsgiLsp.Cli.Checking;

/// <summary>How reports call a deck.</summary>
/// <param name="Shown">The path as it was given, with <c>/</c>.</param>
/// <param name="Relative">The path from the working folder, with <c>/</c>; null for a deck outside of it.</param>
/// <param name="Full">The full path.</param>
internal sealed record DeckName(string Shown, string? Relative, string Full)
{
    /// <param name="file">The deck.</param>
    /// <param name="folder">The working folder's full path.</param>
    public static DeckName Of(DeckFile file, string folder) => new(file.Name, RelativeTo(folder, file.Path), file.Path);

    /// <summary>The name of a <c>wsgilsp.json</c>, which nobody gave.</summary>
    /// <param name="path">Its full path.</param>
    /// <param name="folder">The working folder's full path.</param>
    public static DeckName OfConfig(string path, string folder)
    {
        var relative = RelativeTo(folder, path);
        return new(relative ?? path.Replace(Path.DirectorySeparatorChar, '/'), relative, path);
    }

    private static string? RelativeTo(string folder, string path)
    {
        var relative = Path.GetRelativePath(folder, path).Replace(Path.DirectorySeparatorChar, '/');
        return !Path.IsPathRooted(relative) && relative.Split('/')[0] != ".." ? relative : null;
    }
}
