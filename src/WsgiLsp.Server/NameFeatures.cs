using WsgiLsp.Protocol;
using WsgiLsp.Protocol.Types;
using WsgiLsp.Server.Features.Completion;
using WsgiLsp.Server.Features.Definition;
using WsgiLsp.Server.Features.DocumentHighlight;
using WsgiLsp.Server.Features.DocumentLinks;
using WsgiLsp.Server.Features.FileOperations;
using WsgiLsp.Server.Features.LinkedEditing;
using WsgiLsp.Server.Features.References;
using WsgiLsp.Server.Features.Rename;
using WsgiLsp.Server.Features.SelectionRange;
using WsgiLsp.Server.Features.WorkspaceSymbols;
using WsgiLsp.Study.Identity;

namespace WsgiLsp.Server;

/// <summary>
/// Binds the methods that look at a deck among all others: names, links, and where these are used.
/// </summary>
internal static class NameFeatures
{
    /// <summary>Binds all of them.</summary>
    /// <param name="queries">Where they are bound.</param>
    /// <param name="client">What the client understands.</param>
    /// <param name="renamed">Told of a card that gets another key.</param>
    public static void Register(Queries queries, Func<ClientCapabilities> client, Action<RenamedCard> renamed)
    {
        queries.OfDeck(Methods.TextDocument.Definition, p => p.TextDocument, DefinitionFeature.Of);
        queries.OfDeckAmongAll(
            Methods.TextDocument.References,
            "Searching decks",
            p => p.TextDocument,
            (query, p) =>
                queries.InParts(
                    p,
                    ReferencesFeature.Of(query, p),
                    static () => LspJsonContext.Default.IReadOnlyListLocation,
                    query.Cancellation
                )
        );
        queries.OfDeck(Methods.TextDocument.DocumentHighlight, p => p.TextDocument, DocumentHighlightFeature.Of);
        queries.OfDeck(Methods.TextDocument.DocumentLink, p => p.TextDocument, DocumentLinkFeature.Of);
        queries.OfDeck(Methods.TextDocument.LinkedEditingRange, p => p.TextDocument, LinkedEditingFeature.Of);
        queries.OfDeck(Methods.TextDocument.SelectionRange, p => p.TextDocument, SelectionRangeFeature.Of);
        queries.OfDeck(Methods.TextDocument.PrepareRename, p => p.TextDocument, RenameFeature.Prepare);
        queries.OfDeckAmongAll(
            Methods.TextDocument.Rename,
            "Renaming",
            p => p.TextDocument,
            (query, p) => RenameFeature.Of(query, p, renamed)
        );
        queries.OfAll(
            Methods.Workspace.Symbol,
            "Searching decks",
            (view, p, request) =>
                queries.InParts(
                    p,
                    WorkspaceSymbolFeature.Of(view, p, request.Cancellation, request.Report),
                    static () => LspJsonContext.Default.IReadOnlyListWorkspaceSymbol,
                    request.Cancellation
                )
        );
        queries.OfWorkspace<CompletionItem, CompletionItem>(
            Methods.CompletionItem.Resolve!,
            (view, item, _) => CompletionResolve.Of(view, item, client())
        );
        queries.OfWorkspace(
            Methods.Workspace.WillRenameFiles,
            (view, p, cancellation) => FileOperationsFeature.WillRename(view, p, client(), cancellation),
            isWhole: true
        );
    }
}
