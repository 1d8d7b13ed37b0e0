using WsgiLsp.Decks.Model;
using WsgiLsp.Decks.Workspace;
using WsgiLsp.Server.Workspace;

namespace WsgiLsp.Cli.Checking;

/// <summary>Looks at decks among the others of the same command line, and at the files that they link to.</summary>
/// <param name="options">Which rules are heard.</param>
/// <param name="workingFolder">Its full path.</param>
internal sealed class SurroundingsCheck(CheckOptions options, string workingFolder)
{
    /// <summary>Adds to each deck what its surroundings show.</summary>
    /// <param name="decks">The decks that were read, and others, which stay as they are.</param>
    /// <param name="isComplete">Whether a deck that is not among them can be called missing.</param>
    public CheckedDeck[] Check(IReadOnlyList<CheckedDeck> decks, bool isComplete)
    {
        var read = decks.Where(deck => deck.Source is not null).ToList();
        var workspace = read.Aggregate(
            DeckWorkspace.Create(Roots(read), new WorkspaceFiles(), isComplete),
            (known, deck) => known.With(deck.Source!.Outline)
        );
        var names = read.DistinctBy(deck => deck.Source!.Name.Full)
            .ToDictionary(deck => deck.Source!.Name.Full, deck => deck.Source!.Name, StringComparer.Ordinal);
        return [.. decks.Select(deck => Check(deck, workspace, names))];
    }

    private CheckedDeck Check(CheckedDeck deck, DeckWorkspace workspace, Dictionary<string, DeckName> names)
    {
        if (deck.Source is not { } source || WorkspaceFindings.Of(source.Outline, workspace).All.IsEmpty)
        {
            return deck;
        }

        // Few decks come here, so that texts need not be kept; a file that changed meanwhile is judged as it is now.
        if (Read(source) is not { } again)
        {
            return deck;
        }

        var outline = DeckOutline.Of(source.Name.Full, again);
        var found = WorkspaceFindings
            .Of(outline, workspace.With(outline))
            .All.Where(place => options.Rules.Contains(place.Finding.Rule))
            .Select(place => CheckFinding.Of(source.Name, again.Text, place, path => names[path]));
        return deck with { Findings = [.. deck.Findings.Concat(found).OrderBy(finding => finding.Start)] };
    }

    private static Deck? Read(DeckSource source)
    {
        try
        {
            return Deck.Parse(source.Text ?? TextFile.Read(source.Name.Full), source.Settings);
        }
        catch (Exception e) when (FileProblem.IsExpected(e))
        {
            return null;
        }
    }

    /// <summary>Links are followed within the working folder; those of a deck elsewhere within its own folder.</summary>
    private IEnumerable<string> Roots(IEnumerable<CheckedDeck> decks) =>
        decks
            .Where(deck => deck.Source!.Name.Relative is null)
            .Select(deck => Path.GetDirectoryName(deck.Source!.Name.Full)!)
            .Append(workingFolder)
            .Distinct(StringComparer.Ordinal);
}
