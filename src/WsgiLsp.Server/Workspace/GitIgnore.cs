using System.Collections.Immutable;

namespace WsgiLsp.Server.Workspace;

/// <summary>
/// What git ignores in one folder: the folder's own <c>.gitignore</c>, those above it up to the repository's root, and
/// the repository's <c>info/exclude</c>. Git itself is not run. Outside a repository the files count from the folder on
/// where the search began.
/// </summary>
public sealed class GitIgnore
{
    private readonly GitIgnore? parent;
    private readonly string folder;
    private readonly ImmutableArray<IgnorePattern> patterns;

    private GitIgnore(GitIgnore? parent, string folder, ImmutableArray<IgnorePattern> patterns)
    {
        this.parent = parent;
        this.folder = folder;
        this.patterns = patterns;
    }

    /// <summary>What is ignored in a folder.</summary>
    /// <param name="folder">Its full path.</param>
    public static GitIgnore At(string folder)
    {
        var folders = new Stack<string>();
        for (var current = folder; current is not null; current = Path.GetDirectoryName(current))
        {
            folders.Push(current);
            if (GitRepository.IsRoot(current))
            {
                return folders.Aggregate((GitIgnore?)null, Add)!;
            }
        }

        return Add(parent: null, folder);
    }

    /// <summary>What is ignored in a sub-folder; a repository of its own there begins anew.</summary>
    /// <param name="subfolder">Full path of a direct sub-folder.</param>
    public GitIgnore Enter(string subfolder) => Add(this, subfolder);

    /// <summary>Whether git ignores something in this folder.</summary>
    /// <param name="path">Full path of a file or folder directly in this folder.</param>
    /// <param name="isFolder">Whether it is a folder.</param>
    public bool Ignores(string path, bool isFolder)
    {
        for (var level = this; level is not null; level = level.parent)
        {
            var names = Path.GetRelativePath(level.folder, path).Split(Path.DirectorySeparatorChar);
            for (var i = level.patterns.Length - 1; i >= 0; i--)
            {
                if (level.patterns[i].Matches(names, isFolder))
                {
                    return !level.patterns[i].IsNegated;
                }
            }
        }

        return false;
    }

    private static GitIgnore Add(GitIgnore? parent, string folder)
    {
        if (GitRepository.IsRoot(folder))
        {
            parent = new GitIgnore(parent: null, folder, ReadExclude(folder));
        }

        var own = ReadPatterns(Path.Combine(folder, ".gitignore"));
        return own.IsEmpty && parent is not null ? parent : new GitIgnore(parent, folder, own);
    }

    private static ImmutableArray<IgnorePattern> ReadExclude(string root) =>
        GitRepository.Folders(root) is var (_, shared) ? ReadPatterns(Path.Join(shared, "info", "exclude")) : [];

    private static ImmutableArray<IgnorePattern> ReadPatterns(string path) =>
        [.. ReadLines(path).Select(IgnorePattern.Parse).OfType<IgnorePattern>()];

    /// <summary>No lines where the file is missing or unreadable: git, too, goes on without it.</summary>
    private static string[] ReadLines(string path)
    {
        try
        {
            return File.Exists(path) ? File.ReadAllText(path).Split('\n') : [];
        }
        catch (Exception e) when (FileProblem.IsExpected(e))
        {
            return [];
        }
    }
}
