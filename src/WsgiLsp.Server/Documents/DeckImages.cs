using WsgiLsp.Rendering.Images;
using WsgiLsp.Server.Workspace;

namespace WsgiLsp.Server.Documents;

/// <summary>Images that stand in decks' folders.</summary>
public static class DeckImages
{
    /// <summary>
    /// The images of a deck, by the sources that it writes: those below a folder where the deck is there too, else those below
    /// the deck's own.
    /// </summary>
    /// <param name="folder">The full path of the workspace; null for none.</param>
    /// <param name="deck">The deck's full path.</param>
    public static Func<string, string?> Of(string? folder, string deck)
    {
        var own = RealPath(Path.GetDirectoryName(deck)!);
        var whole = folder is null ? own : RealPath(folder);
        var isBelow = !Path.GetRelativePath(whole, own).StartsWith("..", StringComparison.Ordinal);
        var images = new WorkspaceImages(isBelow ? whole : own, Read);
        return source => images.AddressOf(own, source);
    }

    private static ImageFile? Read(string path, int mostBytes)
    {
        try
        {
            var file = new FileInfo(RealPath(path));
            return file.Exists && file.Length <= mostBytes
                ? new ImageFile(file.FullName, File.ReadAllBytes(file.FullName))
                : null;
        }
        catch (Exception e) when (FileProblem.IsExpected(e))
        {
            return null;
        }
    }

    /// <summary>A full path with every link in it followed.</summary>
    private static string RealPath(string path)
    {
        if (Path.GetDirectoryName(path) is not { } parent)
        {
            return path;
        }

        var here = Path.Join(RealPath(parent), Path.GetFileName(path));
        FileSystemInfo info = Directory.Exists(here) ? new DirectoryInfo(here) : new FileInfo(here);
        return info.ResolveLinkTarget(returnFinalTarget: true) is { } target ? RealPath(target.FullName) : here;
    }
}
