using WsgiLsp.Decks.Names;
using WsgiLsp.Protocol.Types;
using WsgiLsp.Server.Workspace;

namespace WsgiLsp.Server.Features;

/// <summary>Edits of several decks, in the form that the client understands.</summary>
internal static class WorkspaceEdits
{
    /// <summary>The edits: with the versions of open documents where the client knows these.</summary>
    public static WorkspaceEdit Of(WorkspaceView view, IReadOnlyList<DeckEdits> decks, ClientCapabilities client)
    {
        if (client.Workspace?.WorkspaceEdit?.DocumentChanges == true)
        {
            return new WorkspaceEdit(
                DocumentChanges:
                [
                    .. decks.Select(deck => new TextDocumentEdit(
                        new OptionalVersionedTextDocumentIdentifier(
                            view.UriOf(deck.Path),
                            view.Open(deck.Path)?.Version
                        ),
                        Changes(view, deck)
                    )),
                ]
            );
        }

        return new WorkspaceEdit(
            decks.ToDictionary(deck => view.UriOf(deck.Path), deck => Changes(view, deck), StringComparer.Ordinal)
        );
    }

    private static IReadOnlyList<TextEdit> Changes(WorkspaceView view, DeckEdits deck) =>
        [.. deck.Edits.Select(edit => new TextEdit(view.Positions.Range(deck.Text, edit.Span), edit.NewText))];
}
