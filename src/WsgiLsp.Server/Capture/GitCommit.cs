using WsgiLsp.Server.Workspace;

namespace WsgiLsp.Server.Capture;

/// <summary>The commit that a working copy stands on, read from git's files: no git is needed.</summary>
internal static class GitCommit
{
    private const int ShortLength = 12;

    /// <summary>How often a reference may name another one.</summary>
    private const int MostSteps = 5;

    /// <summary>The root of the working copy that holds a file, and the commit; null where git's files do not tell.</summary>
    /// <param name="file">A full path.</param>
    public static (string Root, string? Commit)? Find(string file) =>
        GitRepository.RootOf(Path.GetDirectoryName(file)) is { } root ? (root, CommitOf(root)) : null;

    private static string? CommitOf(string root)
    {
        try
        {
            return GitRepository.Folders(root) is var (own, shared) ? Resolve("HEAD", own, shared) : null;
        }
        catch (Exception e) when (FileProblem.IsExpected(e))
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

    private static string FirstLine(string path) => File.ReadLines(path).FirstOrDefault("").Trim();

    private static bool IsId(string value) => value.Length >= 40 && value.All(char.IsAsciiHexDigit);
}
