using WsgiLsp.Decks.Rules;

namespace WsgiLsp.Decks.Workspace;

/// <summary>Finds cards whose prompt is a card's of another deck as well.</summary>
internal static class PromptsElsewhere
{
    // Enough to see what it is about.
    private const int MostPlaces = 3;

    /// <summary>Reports a section's card if another deck asks the same.</summary>
    public static void Check(Rule rule, SectionInWorkspace place, WorkspaceReport report)
    {
        if (place.Section.Prompt is not (not 0 and var prompt))
        {
            return;
        }

        var paths = place.Workspace.WithPrompt(prompt);
        if (paths.Length < 2)
        {
            return;
        }

        var others = paths
            .Where(path => path != place.Deck.Path)
            .Order(StringComparer.Ordinal)
            .Select(path => place.Workspace.Decks[path])
            .ToList();

        // Ids may be the same in both, files are not.
        var first = Path.GetRelativePath(Path.GetDirectoryName(place.Deck.Path)!, others[0].Path).Replace('\\', '/');
        var said = others.Count > 1 ? $"'{first}' and {others.Count - 1} more ask" : $"'{first}' asks";
        report.AddAtHeading(
            rule,
            Severity.Information,
            $"{said} the same. Keep one of them, or ask for something else.",
            [.. others.Take(MostPlaces).Select(deck => deck.PlaceOf(deck.FindPrompt(prompt), "the same is asked here"))]
        );
    }
}
