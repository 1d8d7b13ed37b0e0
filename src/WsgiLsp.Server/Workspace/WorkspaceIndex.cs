using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using WsgiLsp.Decks.Model;
using WsgiLsp.Decks.Rules;
using WsgiLsp.Decks.Workspace;
using WsgiLsp.Server.Documents;

namespace WsgiLsp.Server.Workspace;

/// <summary>
/// The decks of the open folders, by their outlines and with what was found in each: read from disk in the background, one
/// piece of work after another; what is open in the editor wins. Safe to use from several threads.
/// </summary>
/// <param name="configs">Where the nearest <c>wsgilsp.json</c> is looked up.</param>
/// <param name="changed">Told, from any thread, when background work changed the index.</param>
/// <param name="logger">Told of background work that fails: nobody else waits for it.</param>
internal sealed class WorkspaceIndex(ConfigLookup configs, Action changed, ILogger logger)
{
    private readonly DeckFiles deckFiles = new(configs);
    private readonly DeckReader reader = new(configs);
    private readonly Lock guard = new();
    private readonly Dictionary<string, Deck> open = new(StringComparer.Ordinal);
    private IReadOnlyList<string> roots = [];
    private DeckWorkspace? current;
    private Task work = Task.CompletedTask;

    // What is wrong in each deck that was read from disk, where something is.
    private ImmutableDictionary<string, ImmutableArray<PlacedFinding>> found = ImmutableDictionary.Create<
        string,
        ImmutableArray<PlacedFinding>
    >(StringComparer.Ordinal);

    // Ends when the folders were read.
    private TaskCompletionSource firstRead = NotYetRead();

    /// <summary>Ends when the open folders were read once; at once where there are none.</summary>
    public Task WhenRead
    {
        get
        {
            lock (guard)
            {
                return current is null && roots.Count > 0 ? firstRead.Task : Task.CompletedTask;
            }
        }
    }

    /// <summary>Notes which folders will be read.</summary>
    /// <param name="folders">Full paths.</param>
    public void Expect(IEnumerable<string> folders)
    {
        lock (guard)
        {
            roots = [.. folders];
        }
    }

    /// <summary>Reads the decks of some folders, in the place of those before.</summary>
    /// <param name="folders">Full paths.</param>
    /// <param name="progress">Told of each deck that was read: how many there are up to now, of how many.</param>
    public Task Read(IEnumerable<string> folders, Action<int, int>? progress = null)
    {
        Expect(folders);
        return ReadAgain(progress);
    }

    /// <summary>Reads all decks again: which files are decks may have changed.</summary>
    /// <param name="progress">Told of each deck that was read: how many there are up to now, of how many.</param>
    public Task ReadAgain(Action<int, int>? progress = null) =>
        Enqueue(() =>
        {
            try
            {
                ReadFolders(progress);
            }
            finally
            {
                EndFirstRead();
            }
        });

    /// <summary>Reads some files again, which changed on disk, came or went.</summary>
    /// <param name="paths">Full paths.</param>
    public Task FilesChanged(IReadOnlyList<string> paths) => Enqueue(() => ReadFiles(paths));

    /// <summary>All decks at this moment, those that are open as the client has them.</summary>
    /// <param name="documents">The open documents.</param>
    public WorkspaceMoment Take(DocumentStore documents)
    {
        lock (guard)
        {
            // Read in here: else what another thread read earlier could be put in later.
            var snapshot = documents.Current;
            foreach (var document in snapshot.Files)
            {
                if (document.Deck is { } deck)
                {
                    Put(document.Path, deck);
                }
            }

            return new WorkspaceMoment(snapshot, current, found);
        }
    }

    /// <summary>All decks of the open folders; null before the first reading, and without folders.</summary>
    public DeckWorkspace? Current
    {
        get
        {
            lock (guard)
            {
                return current;
            }
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

    /// <summary>Whether there are decks in a folder, as far as they were read.</summary>
    /// <param name="folder">Its full path.</param>
    public bool HasDecksIn(string folder) =>
        Current?.Decks.Keys.Any(path => path.Length > folder.Length && FolderPath.Holds(folder, path)) == true;

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

    /// <summary>Whoever waits for the folders goes on, with as much as could be read.</summary>
    private void EndFirstRead()
    {
        lock (guard)
        {
            firstRead.TrySetResult();
            if (roots.Count == 0)
            {
                firstRead = NotYetRead();
            }
        }
    }

    private static TaskCompletionSource NotYetRead() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private void Put(string path, Deck deck)
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

    private bool IsCovered(string path) => roots.Any(root => FolderPath.Holds(root, path));

    private Task Enqueue(Action step)
    {
        lock (guard)
        {
            return work = work.ContinueWith(
                _ => Run(step),
                CancellationToken.None,
                TaskContinuationOptions.DenyChildAttach,
                TaskScheduler.Default
            );
        }
    }

    /// <summary>Never fails: what waits for it goes on with what there is.</summary>
    private void Run(Action step)
    {
        try
        {
            step();
            changed();
        }
#pragma warning disable CA1031 // The next piece of work must be done whatever became of this one.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            logger.LogError(exception, "Reading decks failed");
        }
    }

    /// <summary>What is kept of a file; null where it is no deck, or cannot be read.</summary>
    private ReadDeck? ReadOutline(string path) =>
        Read(path) is { } deck ? new ReadDeck(DeckOutline.Of(path, deck), FoundIn(deck)) : null;

    /// <summary>The findings, without what mends them: that is asked of open documents only.</summary>
    private static ImmutableArray<PlacedFinding> FoundIn(Deck deck) =>
        [.. deck.Findings.Select(placed => placed with { Finding = placed.Finding with { Fixes = [] } })];

    private void Keep(string path, ImmutableArray<PlacedFinding> findings) =>
        found = findings.IsDefaultOrEmpty ? found.Remove(path) : found.SetItem(path, findings);

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
                found = found.Clear();
            }

            return;
        }

        var read = ReadAll(folders, progress);
        lock (guard)
        {
            var opened = current?.Decks.Values.Where(deck => open.ContainsKey(deck.Path) && IsCovered(deck.Path)) ?? [];
            current = read.Where(deck => !open.ContainsKey(deck.Outline.Path))
                .Select(deck => deck.Outline)
                .Concat(opened)
                .Aggregate(
                    DeckWorkspace.Create(folders, new WorkspaceFiles()),
                    (workspace, deck) => workspace.With(deck)
                );
            found = read.Where(deck => !deck.Findings.IsEmpty)
                .ToImmutableDictionary(deck => deck.Outline.Path, deck => deck.Findings, StringComparer.Ordinal);
        }
    }

    private void ReadFiles(IReadOnlyList<string> paths)
    {
        List<string> closed;
        DeckWorkspace? known;
        lock (guard)
        {
            known = current;
            closed = [.. paths.Where(path => IsMarkdown(path) && IsCovered(path) && !open.ContainsKey(path))];
        }

        if (known is null)
        {
            return;
        }

        var outlines = closed.ConvertAll(path => (Path: path, Deck: ReadOutline(path)));
        if (outlines.Exists(item => item.Deck is not null && !known.Decks.ContainsKey(item.Path)))
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
                        item.Deck is { } deck ? workspace.With(deck.Outline) : workspace.Without(item.Path)
                );
            foreach (var (path, deck) in outlines)
            {
                Keep(path, deck?.Findings ?? []);
            }
        }
    }

    private List<ReadDeck> ReadAll(IReadOnlyList<string> folders, Action<int, int>? progress)
    {
        var files = deckFiles.Find(folders, folders[0]).Files;
        var result = new List<ReadDeck>();
        foreach (var file in files)
        {
            if (ReadOutline(file.Path) is { } deck)
            {
                result.Add(deck);
            }

            progress?.Invoke(result.Count, files.Length);
        }

        return result;
    }

    /// <summary>A deck's file as it is on disk; null where it is no deck, or cannot be read.</summary>
    public Deck? Read(string path) => reader.Read(path);

    private sealed record ReadDeck(DeckOutline Outline, ImmutableArray<PlacedFinding> Findings);
}
