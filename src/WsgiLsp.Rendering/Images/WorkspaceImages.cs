namespace WsgiLsp.Rendering.Images;

/// <summary>A file that was read.</summary>
/// <param name="Path">Its full path with all links followed.</param>
/// <param name="Content">What it holds.</param>
public sealed record ImageFile(string Path, ReadOnlyMemory<byte> Content);

/// <summary>
/// Images of a workspace as <c>data:</c> addresses, which a page can hold. Only files inside the workspace, wherever links
/// lead; only PNG, JPEG, GIF, WebP and SVG, by what they hold and not by their names. An SVG runs no script in an image.
/// </summary>
/// <param name="root">The workspace's full path with all links followed.</param>
/// <param name="read">
/// Reads a file of at most so many bytes; null where there is none, it is larger or cannot be read.
/// </param>
public sealed class WorkspaceImages(string root, Func<string, int, ImageFile?> read)
{
    /// <summary>So many bytes an image may have.</summary>
    public const int MostBytes = 2 * 1024 * 1024;

    /// <summary>The address for an image as a deck names it; null where it is not shown.</summary>
    /// <param name="folder">The deck's folder, a full path.</param>
    /// <param name="source">The image's address in the deck.</param>
    public string? AddressOf(string folder, string source)
    {
        // Other schemes and drives have a colon, also where it is written as %3A.
        var end = source.AsSpan().IndexOfAny('?', '#');
        var name = Uri.UnescapeDataString(end < 0 ? source : source[..end]);
        if (name.Length == 0 || name.AsSpan().IndexOfAny(":\\\0") >= 0)
        {
            return null;
        }

        // A slash begins at the site's root, which for decks is the workspace's.
        var path = name.StartsWith('/') ? Path.GetFullPath(name.TrimStart('/'), root) : Path.GetFullPath(name, folder);
        return
            read(path, MostBytes) is { } file
            && IsInside(file.Path)
            && file.Content.Length <= MostBytes
            && ImageType.Of(file.Content.Span) is { } type
            ? $"data:{type};base64,{Convert.ToBase64String(file.Content.Span)}"
            : null;
    }

    private bool IsInside(string path) =>
        path.StartsWith(
            Path.TrimEndingDirectorySeparator(root) + Path.DirectorySeparatorChar,
            OperatingSystem.IsWindows() ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal
        );
}
