namespace WsgiLsp.Server.Workspace;

/// <summary>Where git keeps what belongs to a working copy. Git itself is not run.</summary>
public static class GitRepository
{
    private const string Pointer = "gitdir:";

    /// <summary>Whether a folder is the root of a working copy.</summary>
    /// <param name="folder">Its full path.</param>
    public static bool IsRoot(string folder) => Path.Exists(Path.Join(folder, ".git"));

    /// <summary>The root of the working copy in which a folder lies, or null.</summary>
    /// <param name="folder">Its full path.</param>
    public static string? RootOf(string? folder)
    {
        while (folder is not null && !IsRoot(folder))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder;
    }

    /// <summary>
    /// The folder of a working copy's own files, and the one that it shares with others of its repository, which are the same
    /// but for linked working copies; null where they cannot be found.
    /// </summary>
    /// <param name="root">The working copy's root.</param>
    public static (string Own, string Shared)? Folders(string root)
    {
        try
        {
            // In a linked working copy and in a submodule .git is a file that names the folder.
            var git = Path.Join(root, ".git");
            var own = Directory.Exists(git) ? git : Named(git, root);
            if (own is null)
            {
                return null;
            }

            var shared = Path.Join(own, "commondir");
            return (own, File.Exists(shared) ? Path.GetFullPath(FirstLine(shared), own) : own);
        }
        catch (Exception e) when (FileProblem.IsExpected(e))
        {
            return null;
        }
    }

    private static string? Named(string file, string root) =>
        FirstLine(file) is { } line && line.StartsWith(Pointer, StringComparison.Ordinal)
            ? Path.GetFullPath(line[Pointer.Length..].Trim(), root)
            : null;

    private static string FirstLine(string path) => File.ReadLines(path).FirstOrDefault("").Trim();
}
