using System.Collections.Concurrent;
using WsgiLsp.Decks.Model;
using WsgiLsp.Decks.Workspace;

namespace WsgiLsp.Server.Workspace;

/// <summary>
/// The files on disk, each looked at once; make a new one when they may have changed. Safe to use from several threads.
/// </summary>
public sealed class WorkspaceFiles : IWorkspaceFiles
{
    private readonly ConcurrentDictionary<string, FileKind> kinds = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, IReadOnlySet<string>?> anchors = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public FileKind KindOf(string path) =>
        kinds.GetOrAdd(
            path,
            static p =>
                File.Exists(p) ? FileKind.File
                : Directory.Exists(p) ? FileKind.Folder
                : FileKind.Missing
        );

    /// <inheritdoc/>
    public IReadOnlySet<string>? AnchorsOf(string path) => anchors.GetOrAdd(path, static p => Read(p));

    /// <inheritdoc/>
    public IEnumerable<string> NamesIn(string folder)
    {
        try
        {
            return
            [
                .. Directory
                    .EnumerateFileSystemEntries(folder)
                    .Select(entry => Path.GetFileName(entry))
                    .Order(StringComparer.Ordinal),
            ];
        }
        catch (Exception e) when (FileProblem.IsExpected(e))
        {
            return [];
        }
    }

    private static IReadOnlySet<string>? Read(string path)
    {
        try
        {
            // A deck may lie outside of what is read as the workspace.
            var text = TextFile.Read(path);
            return path.EndsWith(DeckSettings.DeckEnding, StringComparison.OrdinalIgnoreCase)
                ? Anchors.Of(Deck.Parse(text, new DeckSettings { FileName = Path.GetFileName(path) }))
                : Anchors.Of(text);
        }
        catch (Exception e) when (FileProblem.IsExpected(e))
        {
            return null;
        }
    }
}
