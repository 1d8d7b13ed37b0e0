using WsgiLsp.Decks.Model;
using WsgiLsp.Decks.Workspace;

namespace WsgiLsp.Server.Workspace;

/// <summary>
/// The decks of the open folders, by their outlines: read from disk in the background, one piece of work after another;
/// what is open in the editor wins. Safe to use from several threads.
/// </summary>
/// <param name="configs">Where the nearest <c>wsgilsp.json</c> is looked up.</param>
/// <param name="changed">Told, from any thread, when background work changed the index.</param>
internal sealed class WorkspaceIndex(ConfigLookup configs, Action changed)
{
    private readonly DeckFiles deckFiles = new(configs);
    private readonly Lock guard = new();
    private readonly Dictionary<string, Deck> open = new(StringComparer.Ordinal);
    private IReadOnlyList<string> roots = [];
    private DeckWorkspace? current;
    private Task work = Task.CompletedTask;

    /// <summary>Reads the decks of some folders, in the place of those before.</summary>
    /// <param name="folders">Full paths.</param>
    /// <param name="progress">Told of each deck that was read: how many there are up to now, of how many.</param>
    public Task Read(IEnumerable<string> folders, Action<int, int>? progress = null)
    {
        lock (guard)
        {
            roots = [.. folders];
        }

        return ReadAgain(progress);
    }

    /// <summary>Reads all decks again: which files are decks may have changed.</summary>
    /// <param name="progress">Told of each deck that was read: how many there are up to now, of how many.</param>
    public Task ReadAgain(Action<int, int>? progress = null) => Enqueue(() => ReadFolders(progress));

    /// <summary>Reads some files again, which changed on disk, came or went.</summary>
    /// <param name="paths">Full paths.</param>
    public Task FilesChanged(IReadOnlyList<string> paths) => Enqueue(() => ReadFiles(paths));

    /// <summary>Takes an open deck as it is now.</summary>
    /// <param name="path">Its full path.</param>
    /// <param name="deck">The deck.</param>
    public void Put(string path, Deck deck)
    {
        lock (guard)
        {
            var isKnown = open.TryGetValue(path, out var last) && ReferenceEquals(last, deck);
            open[path] = deck;
            if (current is null || !IsCovered(path))
            {
                return;
            }

            var before = current.Decks.GetValueOrDefault(path);
            if (!isKnown || before is null)
            {
                current = current.With(DeckOutline.Of(path, deck, before));
            }
        }
    }

    /// <summary>The workspace and a deck in it; null before the first reading, and for a deck outside all folders.</summary>
    /// <param name="path">The deck's full path.</param>
    public (DeckWorkspace Workspace, DeckOutline Outline)? Find(string path)
    {
        lock (guard)
        {
            return current?.Decks.GetValueOrDefault(path) is { } outline ? (current, outline) : null;
        }
    }

    /// <summary>The full paths of all decks; null before the first reading.</summary>
    public IReadOnlyCollection<string>? Paths
    {
        get
        {
            lock (guard)
            {
                return current is null ? null : [.. current.Decks.Keys];
            }
        }
    }

    /// <summary>From now on what is on disk counts: a document was closed, or is no deck any more.</summary>
    /// <param name="path">Its full path.</param>
    public void Release(string path)
    {
        lock (guard)
        {
            if (!open.Remove(path))
            {
                return;
            }
        }

        _ = FilesChanged([path]);
    }

    private static bool IsMarkdown(string path) => path.EndsWith(".md", StringComparison.OrdinalIgnoreCase);

    private static bool IsIn(string path, string root) =>
        path.StartsWith(Path.TrimEndingDirectorySeparator(root), StringComparison.Ordinal)
        && (
            path.Length == root.Length
            || Path.EndsInDirectorySeparator(root)
            || path[root.Length] == Path.DirectorySeparatorChar
        );

    private bool IsCovered(string path) => roots.Any(root => IsIn(path, root));

    private Task Enqueue(Action step)
    {
        lock (guard)
        {
            return work = work.ContinueWith(
                _ =>
                {
                    step();
                    changed();
                },
                CancellationToken.None,
                TaskContinuationOptions.DenyChildAttach,
                TaskScheduler.Default
            );
        }
    }

    private void ReadFolders(Action<int, int>? progress)
    {
        IReadOnlyList<string> folders;
        lock (guard)
        {
            folders = roots;
        }

        if (folders.Count == 0)
        {
            lock (guard)
            {
                current = null;
            }

            return;
        }

        var read = ReadAll(folders, progress);
        lock (guard)
        {
            var opened = current?.Decks.Values.Where(deck => open.ContainsKey(deck.Path) && IsCovered(deck.Path)) ?? [];
            current = read.Where(deck => !open.ContainsKey(deck.Path))
                .Concat(opened)
                .Aggregate(
                    DeckWorkspace.Create(folders, new WorkspaceFiles()),
                    (workspace, deck) => workspace.With(deck)
                );
        }
    }

    private void ReadFiles(IReadOnlyList<string> paths)
    {
        List<string> closed;
        DeckWorkspace? known;
        lock (guard)
        {
            known = current;
            closed = [.. paths.Where(path => IsMarkdown(path) && !open.ContainsKey(path))];
        }

        if (known is null)
        {
            return;
        }

        var outlines = closed.ConvertAll(path => (Path: path, Outline: ReadOutline(path)));
        if (outlines.Exists(item => item.Outline is not null && !known.Decks.ContainsKey(item.Path)))
        {
            // Whether a new file counts, git may have a word in.
            ReadFolders(progress: null);
            return;
        }

        lock (guard)
        {
            current = outlines
                .Where(item => !open.ContainsKey(item.Path))
                .Aggregate(
                    current!.WithOtherFiles(new WorkspaceFiles()),
                    (workspace, item) =>
                        item.Outline is null ? workspace.Without(item.Path) : workspace.With(item.Outline)
                );
        }
    }

    private List<DeckOutline> ReadAll(IReadOnlyList<string> folders, Action<int, int>? progress)
    {
        var files = deckFiles.Find(folders, folders[0]).Files;
        var result = new List<DeckOutline>();
        foreach (var file in files)
        {
            if (ReadOutline(file.Path) is { } outline)
            {
                result.Add(outline);
            }

            progress?.Invoke(result.Count, files.Length);
        }

        return result;
    }

    /// <summary>The outline of a file; null where it is no deck, or cannot be read.</summary>
    private DeckOutline? ReadOutline(string path)
    {
        try
        {
            if (!File.Exists(path))
            {
                return null;
            }

            var text = TextFile.Read(path);
            return deckFiles.IsDeck(path, text)
                ? DeckOutline.Of(path, Deck.Parse(text, configs.ForFile(path).SettingsFor(path)))
                : null;
        }
        catch (Exception e) when (FileProblem.IsExpected(e))
        {
            return null;
        }
    }
}
