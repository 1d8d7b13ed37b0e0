using WsgiLsp.Decks.Model;
using WsgiLsp.Decks.Names;
using WsgiLsp.Decks.Text;
using WsgiLsp.Protocol.Types;
using WsgiLsp.Server.Documents;
using WsgiLsp.Server.Workspace;
using TextEdit = WsgiLsp.Decks.Text.TextEdit;

namespace WsgiLsp.Server.Features;

/// <summary>Edits of decks, in the form that the client understands: with the versions of open documents where it knows these.</summary>
internal static class WorkspaceEdits
{
    /// <summary>Edits of several decks, open or not.</summary>
    public static WorkspaceEdit Of(WorkspaceView view, IReadOnlyList<DeckEdits> decks, ClientCapabilities client) =>
        Of(
            [
                .. decks.Select(deck =>
                    Changes(view.UriOf(deck.Path), view.Open(deck.Path)?.Version, deck.Text, deck.Edits, view.Positions)
                ),
            ],
            client
        );

    /// <summary>Edits of one open document.</summary>
    public static WorkspaceEdit Of(
        OpenDocument document,
        IEnumerable<TextEdit> edits,
        PositionEncoding positions,
        ClientCapabilities client
    ) => Of([Changes(document.Uri, document.Version, document.Text, edits, positions)], client);

    /// <summary>Edits of one deck, open or not.</summary>
    public static WorkspaceEdit Of(
        DocumentStore documents,
        string path,
        Deck deck,
        IEnumerable<TextEdit> edits,
        ClientCapabilities client
    )
    {
        var open = documents.Current.FindPath(path);
        return Of(
            [Changes(open?.Uri ?? DocumentUri.FromPath(path), open?.Version, deck.Text, edits, documents.Positions)],
            client
        );
    }

    private static TextDocumentEdit Changes(
        string uri,
        int? version,
        SourceText text,
        IEnumerable<TextEdit> edits,
        PositionEncoding positions
    ) =>
        new(
            new OptionalVersionedTextDocumentIdentifier(uri, version),
            [.. edits.Select(edit => new Protocol.Types.TextEdit(positions.Range(text, edit.Span), edit.NewText))]
        );

    private static WorkspaceEdit Of(IReadOnlyList<TextDocumentEdit> changes, ClientCapabilities client) =>
        client.Workspace?.WorkspaceEdit?.DocumentChanges == true
            ? new WorkspaceEdit(DocumentChanges: changes)
            : new WorkspaceEdit(
                changes.ToDictionary(change => change.TextDocument.Uri, change => change.Edits, StringComparer.Ordinal)
            );
}
