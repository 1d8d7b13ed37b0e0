using WsgiLsp.Decks.Model;
using WsgiLsp.Decks.Workspace;
using WsgiLsp.Server.Documents;

namespace WsgiLsp.Server.Workspace;

/// <summary>Makes the view of all decks that a request is answered from. Safe to use from several threads.</summary>
/// <param name="documents">The open documents.</param>
/// <param name="index">The decks of the open folders.</param>
/// <param name="configs">Where the nearest <c>wsgilsp.json</c> is looked up.</param>
internal sealed class WorkspaceViews(DocumentStore documents, WorkspaceIndex index, ConfigLookup configs)
{
    private readonly Lock guard = new();
    private readonly DeckReader reader = new(configs);

    // Open decks that lie in no open folder, so that they are outlined anew only where they changed.
    private Dictionary<string, (Deck Deck, DeckOutline Outline)> outside = new(StringComparer.Ordinal);

    /// <summary>The decks once all folders were read, at once where they are.</summary>
    /// <param name="cancellation">Ends the waiting.</param>
    public async ValueTask<WorkspaceView> WholeAsync(CancellationToken cancellation)
    {
        await index.WhenRead.WaitAsync(cancellation);
        return Now();
    }

    /// <summary>The decks at this moment.</summary>
    public WorkspaceView Now()
    {
        lock (guard)
        {
            return Take();
        }
    }

    private WorkspaceView Take()
    {
        var moment = index.Take(documents);
        var snapshot = moment.Documents;
        var decks = moment.Decks ?? DeckWorkspace.Create([], new WorkspaceFiles(), isComplete: false);
        var before = outside;
        outside = new(StringComparer.Ordinal);
        foreach (var document in snapshot.Files)
        {
            if (document.Deck is not { } deck || decks.Decks.ContainsKey(document.Path))
            {
                continue;
            }

            before.TryGetValue(document.Path, out var known);
            var outline = ReferenceEquals(known.Deck, deck)
                ? known.Outline
                : DeckOutline.Of(document.Path, deck, known.Outline);
            outside[document.Path] = (deck, outline);
            decks = decks.With(outline);
        }

        return new WorkspaceView(snapshot, decks, documents.Positions, reader);
    }
}
