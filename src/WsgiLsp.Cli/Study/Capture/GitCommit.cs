namespace WsgiLsp.Cli.Study.Capture;

/// <summary>The commit that a working copy stands on, read from git's files: no git is needed.</summary>
internal static class GitCommit
{
    private const int ShortLength = 12;

    /// <summary>How often a reference may name another one.</summary>
    private const int MostSteps = 5;

    /// <summary>The root of the working copy that holds a file, and the commit; null where git's files do not tell.</summary>
    /// <param name="file">A full path.</param>
    public static (string Root, string? Commit)? Find(string file)
    {
        for (var folder = Path.GetDirectoryName(file); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            var git = Path.Join(folder, ".git");
            if (Directory.Exists(git) || File.Exists(git))
            {
                return (folder, CommitIn(git));
            }
        }

        return null;
    }

    private static string? CommitIn(string git)
    {
        try
        {
            // In a linked working copy and in a submodule .git is a file that names the folder.
            var folder = Directory.Exists(git) ? git : Named(git, "gitdir: ", Path.GetDirectoryName(git)!);
            if (folder is null)
            {
                return null;
            }

            var shared = Path.Join(folder, "commondir");
            var common = File.Exists(shared) ? Path.GetFullPath(FirstLine(shared), folder) : folder;
            return Resolve("HEAD", folder, common);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null;
        }
    }

    private static string? Resolve(string name, string folder, string common)
    {
        for (var step = 0; step < MostSteps; step++)
        {
            var value = Read(name, folder) ?? Read(name, common) ?? Packed(name, common);
            if (value is null)
            {
                return null;
            }

            const string Reference = "ref: ";
            if (!value.StartsWith(Reference, StringComparison.Ordinal))
            {
                return IsId(value) ? value[..ShortLength] : null;
            }

            name = value[Reference.Length..].Trim();
        }

        return null;
    }

    private static string? Read(string name, string folder)
    {
        var path = Path.GetFullPath(name, folder);
        var isInside = path.StartsWith(
            Path.GetFullPath(folder) + Path.DirectorySeparatorChar,
            StringComparison.Ordinal
        );
        return isInside && File.Exists(path) ? FirstLine(path) : null;
    }

    private static string? Packed(string name, string common)
    {
        var packed = Path.Join(common, "packed-refs");
        return File.Exists(packed)
            ? File.ReadLines(packed)
                .Select(line => line.Split(' ', 2))
                .Where(parts => parts is [_, var reference] && reference.TrimEnd() == name)
                .Select(parts => parts[0])
                .FirstOrDefault()
            : null;
    }

    private static string? Named(string file, string key, string folder) =>
        FirstLine(file) is { } line && line.StartsWith(key, StringComparison.Ordinal)
            ? Path.GetFullPath(line[key.Length..], folder)
            : null;

    private static string FirstLine(string path) => File.ReadLines(path).FirstOrDefault("").Trim();

    private static bool IsId(string value) => value.Length >= 40 && value.All(char.IsAsciiHexDigit);
}
