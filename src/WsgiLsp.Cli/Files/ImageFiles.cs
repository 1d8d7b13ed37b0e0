using WsgiLsp.Rendering.Images;
using WsgiLsp.Server.Workspace;

namespace WsgiLsp.Cli.Files;

/// <summary>Images that stand in decks' folders.</summary>
internal static class ImageFiles
{
    /// <summary>
    /// The images of a deck: those below the working folder where the deck is there too, else those below the deck's own.
    /// </summary>
    /// <param name="terminal">The working folder.</param>
    /// <param name="deck">The deck's path.</param>
    public static Func<string, string?> Of(Terminal terminal, string deck)
    {
        var folder = RealPath(Path.GetDirectoryName(Path.GetFullPath(deck, terminal.Folder))!);
        var working = RealPath(terminal.Folder);
        var isBelow = !Path.GetRelativePath(working, folder).StartsWith("..", StringComparison.Ordinal);
        var images = new WorkspaceImages(isBelow ? working : folder, Read);
        return source => images.AddressOf(folder, source);
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
