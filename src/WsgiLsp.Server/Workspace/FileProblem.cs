namespace WsgiLsp.Server.Workspace;

/// <summary>A file or folder that could not be read.</summary>
/// <param name="Path">The path as it was given.</param>
/// <param name="Message">Why, in plain words, without the path.</param>
public sealed record FileProblem(string Path, string Message)
{
    /// <summary>Whether an exception is one that the file system may raise at any time, whatever we do.</summary>
    public static bool IsExpected(Exception e) =>
        e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException;

    /// <summary>The problem behind an exception of which <see cref="IsExpected"/> holds.</summary>
    public static FileProblem From(string path, Exception e) =>
        new(
            path,
            e switch
            {
                FileNotFoundException or DirectoryNotFoundException => "there is no such file or folder",
                UnauthorizedAccessException => "permission denied",
                _ => e.Message,
            }
        );
}
