using WsgiLsp.Decks.Model;
using WsgiLsp.Server.Workspace;

namespace WsgiLsp.Cli;

/// <summary>A deck and the path under which it is shown.</summary>
internal sealed record NamedDeck(string Name, Deck Deck);

/// <summary>Finds and reads the decks of a command line. What goes wrong is said on standard error; the rest is read.</summary>
internal sealed class DeckReader(Terminal terminal)
{
    private readonly SearchComplaints complaints = new(terminal);

    /// <summary>Whether something could not be read, so that the command must answer <see cref="ExitCode.CannotRun"/>.</summary>
    public bool HasFailed => complaints.HasFailed;

    /// <summary>The decks, read as they are asked for.</summary>
    public IEnumerable<NamedDeck> Read(IReadOnlyList<string> paths)
    {
        foreach (var file in new DeckFinder(terminal, complaints).Find(paths))
        {
            if (TryRead(file) is { } text)
            {
                yield return new(file.Name, Deck.Parse(text, file.Config.SettingsFor(file.Path)));
            }
        }
    }

    /// <summary>Those that have cards, all read.</summary>
    public List<NamedDeck> ReadWithCards(IReadOnlyList<string> paths) =>
        [.. Read(paths).Where(named => named.Deck.Cards.Any())];

    private string? TryRead(DeckFile file)
    {
        try
        {
            return TextFile.Read(file.Path);
        }
        catch (Exception e) when (FileProblem.IsExpected(e))
        {
            complaints.Add(FileProblem.From(file.Name, e));
            return null;
        }
    }
}
