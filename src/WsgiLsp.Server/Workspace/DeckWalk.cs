using System.Collections.Immutable;

namespace WsgiLsp.Server.Workspace;

/// <summary>One search for decks.</summary>
internal sealed class DeckWalk(DeckFiles deckFiles, ConfigLookup configs)
{
    private static readonly EnumerationOptions Everything = new()
    {
        AttributesToSkip = FileAttributes.None,
        IgnoreInaccessible = false,
    };

    private readonly ImmutableArray<DeckFile>.Builder files = ImmutableArray.CreateBuilder<DeckFile>();
    private readonly ImmutableArray<FileProblem>.Builder problems = ImmutableArray.CreateBuilder<FileProblem>();
    private readonly ImmutableArray<WsgiLspConfig>.Builder met = ImmutableArray.CreateBuilder<WsgiLspConfig>();
    private readonly HashSet<string> seen = [];

    /// <summary>What was found up to now.</summary>
    public DeckSearch Result => new(files.ToImmutable(), problems.ToImmutable(), met.ToImmutable());

    /// <summary>Adds a named file, or all decks of a folder.</summary>
    public void Add(string given, string workingFolder)
    {
        var name = given.Replace(Path.DirectorySeparatorChar, '/');
        try
        {
            var path = Path.TrimEndingDirectorySeparator(Path.GetFullPath(given, workingFolder));
            if (given.Length == 0)
            {
                throw new FileNotFoundException();
            }

            if (Directory.Exists(path))
            {
                AddFolder(path, name);
            }
            else if (File.Exists(path))
            {
                AddFile(path, name);
            }
            else
            {
                throw new FileNotFoundException();
            }
        }
        catch (Exception e) when (FileProblem.IsExpected(e))
        {
            problems.Add(FileProblem.From(name, e));
        }
    }

    private void AddFolder(string root, string rootName)
    {
        var found = new List<string>();
        var pending = new Stack<(string Folder, GitIgnore Ignored)>();
        pending.Push((root, GitIgnore.At(root)));
        string NameOf(string path) => Join(rootName, Path.GetRelativePath(root, path));

        while (pending.TryPop(out var next))
        {
            Meet(configs.ForFolder(next.Folder));
            try
            {
                foreach (var entry in new DirectoryInfo(next.Folder).EnumerateFileSystemInfos("*", Everything))
                {
                    if (entry.Attributes.HasFlag(FileAttributes.Directory))
                    {
                        if (IsSearched(entry) && !next.Ignored.Ignores(entry.FullName, isFolder: true))
                        {
                            pending.Push((entry.FullName, next.Ignored.Enter(entry.FullName)));
                        }
                    }
                    else if (IsDeck(entry.FullName, next.Ignored, NameOf))
                    {
                        found.Add(entry.FullName);
                    }
                }
            }
            catch (Exception e) when (FileProblem.IsExpected(e))
            {
                problems.Add(FileProblem.From(NameOf(next.Folder), e));
            }
        }

        foreach (var path in found.OrderBy(NameOf, StringComparer.Ordinal))
        {
            AddFile(path, NameOf(path));
        }
    }

    /// <summary>Linked folders are not entered, as git does it: loops end, and no deck is met twice.</summary>
    private static bool IsSearched(FileSystemInfo folder) =>
        !folder.Name.StartsWith('.')
        && !string.Equals(folder.Name, "node_modules", StringComparison.Ordinal)
        && !(folder.Attributes.HasFlag(FileAttributes.ReparsePoint) && folder.LinkTarget is not null);

    private bool IsDeck(string path, GitIgnore ignored, Func<string, string> nameOf)
    {
        try
        {
            var byPath = deckFiles.IsDeckByPath(path);
            return byPath != false
                && !ignored.Ignores(path, isFolder: false)
                && (byPath ?? DeckFiles.FileDeclaresDeck(path));
        }
        catch (Exception e) when (FileProblem.IsExpected(e))
        {
            problems.Add(FileProblem.From(nameOf(path), e));
            return false;
        }
    }

    private void AddFile(string path, string name)
    {
        var config = configs.ForFile(path);
        Meet(config);
        if (seen.Add(path))
        {
            files.Add(new DeckFile(path, name, config));
        }
    }

    private void Meet(WsgiLspConfig config)
    {
        if (config.Path is not null && !met.Contains(config))
        {
            met.Add(config);
        }
    }

    /// <summary>What lies in the working folder is called by its plain name, without <c>./</c>.</summary>
    private static string Join(string folder, string relative)
    {
        var tail = relative.Replace(Path.DirectorySeparatorChar, '/');
        return folder is "." or "./" ? tail
            : tail == "." ? folder
            : folder.TrimEnd('/') + "/" + tail;
    }
}
