using System.Collections.Immutable;
using WsgiLsp.Server.Workspace;

namespace WsgiLsp.Cli;

/// <summary>Finds the decks that a command line names. What goes wrong is said on standard error.</summary>
/// <param name="terminal">The working folder.</param>
/// <param name="complaints">Says what goes wrong.</param>
internal sealed class DeckFinder(Terminal terminal, SearchComplaints complaints)
{
    private readonly ConfigLookup configs = new();

    /// <summary>The decks among files and below folders, in the order of the paths.</summary>
    public ImmutableArray<DeckFile> Find(IReadOnlyList<string> paths)
    {
        var search = new DeckFiles(configs).Find(paths, terminal.Folder);
        complaints.Add(search);
        if (search.Files.IsEmpty && !complaints.HasFailed)
        {
            complaints.AddNoDecks(paths);
        }

        // Under settings that nobody can read, a verdict would mislead.
        return [.. search.Files.Where(file => !file.Config.IsBroken)];
    }

    /// <summary>The deck that a file would be, which need not exist; null where its settings cannot be read.</summary>
    /// <param name="path">Its path; a relative one counts from the working folder.</param>
    public DeckFile? At(string path)
    {
        var full = Path.GetFullPath(path, terminal.Folder);
        var config = configs.ForFile(full);
        complaints.Add(config);
        return config.IsBroken ? null : new DeckFile(full, path.Replace(Path.DirectorySeparatorChar, '/'), config);
    }

    /// <summary>Whether a file with that text would be a deck for whoever searches its folder.</summary>
    public bool IsDeck(DeckFile file, string text) => new DeckFiles(configs).IsDeck(file.Path, text);
}
