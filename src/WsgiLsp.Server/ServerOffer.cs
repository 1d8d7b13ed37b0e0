using WsgiLsp.Protocol.Types;
using WsgiLsp.Server.Features.CodeActions;
using WsgiLsp.Server.Features.Completion;
using WsgiLsp.Server.Features.Diagnostics;
using WsgiLsp.Server.Features.FileOperations;
using WsgiLsp.Server.Features.Formatting;
using WsgiLsp.Server.Features.SemanticTokens;

namespace WsgiLsp.Server;

/// <summary>What the server tells a client that it can.</summary>
internal static class ServerOffer
{
    /// <summary>The capabilities for a client.</summary>
    /// <param name="client">What it understands.</param>
    /// <param name="encoding">How it counts columns.</param>
    /// <param name="hasPanels">Whether it has panels.</param>
    public static ServerCapabilities To(ClientCapabilities client, string encoding, bool hasPanels)
    {
        var showsProgress = client.Window?.WorkDoneProgress == true;
        var canPrepare = client.TextDocument?.Rename?.PrepareSupport == true;
        return new()
        {
            // A client that offers no choice does not know the property.
            PositionEncoding = client.General?.PositionEncodings is null ? null : encoding,
            TextDocumentSync = new TextDocumentSyncOptions(
                OpenClose: true,
                Change: TextDocumentSyncKind.Incremental,
                Save: new SaveOptions(IncludeText: false)
            ),
            HoverProvider = true,
            CompletionProvider = new CompletionOptions(CompletionFeature.Triggers, ResolveProvider: true),
            DefinitionProvider = true,
            ReferencesProvider = new ReferenceOptions(showsProgress),
            DocumentHighlightProvider = true,
            DocumentSymbolProvider = true,
            CodeActionProvider = new CodeActionOptions(
                client.TextDocument?.CodeAction?.CodeActionLiteralSupport is null
                    ? null
                    :
                    [
                        CodeActionKind.QuickFix,
                        CodeActionKind.RefactorRewrite,
                        CodeActionKind.RefactorExtract,
                        CodeActionFeature.FixAllKind,
                    ],
                client.TextDocument?.CodeAction?.ResolveSupport is not null
            ),
            CodeLensProvider = new CodeLensOptions(),
            SemanticTokensProvider = TokenLegend.Offer(client),
            InlayHintProvider = client.TextDocument?.InlayHint is null ? null : new InlayHintOptions(),
            DocumentLinkProvider = new DocumentLinkOptions(),
            FoldingRangeProvider = true,
            SelectionRangeProvider = true,
            LinkedEditingRangeProvider = true,
            RenameProvider = new RenameOptions(canPrepare, canPrepare && showsProgress),
            DocumentFormattingProvider = true,
            DocumentRangeFormattingProvider = true,
            DocumentOnTypeFormattingProvider = new DocumentOnTypeFormattingOptions(
                FormattingFeature.Trigger,
                [FormattingFeature.OtherTrigger]
            ),
            WorkspaceSymbolProvider = new WorkspaceSymbolOptions(showsProgress),
            DiagnosticProvider = DiagnosticWays.CanAsk(client)
                ? new DiagnosticOptions(
                    InterFileDependencies: true,
                    WorkspaceDiagnostics: true,
                    WorkDoneProgress: showsProgress ? true : null
                )
                : null,
            ExecuteCommandProvider = new ExecuteCommandOptions(Commands.NamesFor(hasPanels)),
            Workspace = Workspace(client),
        };
    }

    private static WorkspaceOptions? Workspace(ClientCapabilities client) =>
        (client.Workspace?.WorkspaceFolders == true, FileOperationsFeature.Options(client)) switch
        {
            (false, null) => null,
            var (hasFolders, operations) => new WorkspaceOptions(
                hasFolders ? new WorkspaceFoldersServerCapabilities(Supported: true, ChangeNotifications: true) : null,
                operations
            ),
        };
}
