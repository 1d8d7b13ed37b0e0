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
    public static DeckName Of(DeckFile file, string folder)
    {
        var relative = Path.GetRelativePath(folder, file.Path).Replace(Path.DirectorySeparatorChar, '/');
        var isInside = !Path.IsPathRooted(relative) && relative.Split('/')[0] != "..";
        return new DeckName(file.Name, isInside ? relative : null, file.Path);
    }
}
