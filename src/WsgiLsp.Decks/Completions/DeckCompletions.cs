using WsgiLsp.Decks.Model;
using WsgiLsp.Decks.Workspace;

namespace WsgiLsp.Decks.Completions;

/// <summary>What can be written at a place of a deck: it depends on what stands around, not on what was typed last.</summary>
public static class DeckCompletions
{
    /// <summary>What can be written; null where nothing of ours can.</summary>
    /// <param name="workspace">All decks.</param>
    /// <param name="outline">The deck, as it is among them.</param>
    /// <param name="deck">The deck.</param>
    /// <param name="offset">The cursor.</param>
    /// <param name="cancellation">Ends the search.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static CompletionSet? At(
        DeckWorkspace workspace,
        DeckOutline outline,
        Deck deck,
        int offset,
        CancellationToken cancellation
    )
    {
        var place = new CompletionPlace(workspace, outline, deck, offset, cancellation);
        return FrontMatterCompletions.IsAt(place)
            ? FrontMatterCompletions.At(place)
            : MetadataCompletions.At(place)
                ?? LinkCompletions.At(place)
                ?? CalloutCompletions.At(place)
                ?? SkeletonCompletions.At(place);
    }
}
