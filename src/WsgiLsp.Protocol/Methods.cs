using System.Text.Json;
using WsgiLsp.Protocol.Types;
using Json = WsgiLsp.Protocol.LspJsonContext;

namespace WsgiLsp.Protocol;

/// <summary>Every method that is served or asked, by the specification's name.</summary>
public static class Methods
{
    /// <summary>The first request: what both sides can do.</summary>
    public static readonly HandshakeMethod Initialize = new("initialize");

    /// <summary>The client has the answer to initialize.</summary>
    public static readonly NotificationMethod<InitializedParams> Initialized = new(
        "initialized",
        static () => Json.Default.InitializedParams
    );

    /// <summary>The client will exit: save what must be saved. Answered by the connection when nobody registers for it.</summary>
    public static readonly RequestMethod<Nothing, Nothing> Shutdown = new(
        "shutdown",
        static () => Json.Default.Nothing,
        static () => Json.Default.Nothing
    );

    /// <summary>The server ends; handled by the connection.</summary>
    public static readonly NotificationMethod<Nothing> Exit = new("exit", static () => Json.Default.Nothing);

    /// <summary>A request is no longer wanted; handled by the connection.</summary>
    public static readonly NotificationMethod<CancelParams> CancelRequest = new(
        "$/cancelRequest",
        static () => Json.Default.CancelParams
    );

    /// <summary>A step of a long task.</summary>
    public static readonly NotificationMethod<ProgressParams> Progress = new(
        "$/progress",
        static () => Json.Default.ProgressParams
    );

    /// <summary>How much trace is wanted; handled by the connection.</summary>
    public static readonly NotificationMethod<SetTraceParams> SetTrace = new(
        "$/setTrace",
        static () => Json.Default.SetTraceParams
    );

    /// <summary>A line of the trace.</summary>
    public static readonly NotificationMethod<LogTraceParams> LogTrace = new(
        "$/logTrace",
        static () => Json.Default.LogTraceParams
    );

    /// <summary>Methods that begin with <c>textDocument/</c>.</summary>
    public static class TextDocument
    {
        /// <summary>A document was opened.</summary>
        public static readonly NotificationMethod<DidOpenTextDocumentParams> DidOpen = new(
            "textDocument/didOpen",
            static () => Json.Default.DidOpenTextDocumentParams
        );

        /// <summary>An open document changed.</summary>
        public static readonly NotificationMethod<DidChangeTextDocumentParams> DidChange = new(
            "textDocument/didChange",
            static () => Json.Default.DidChangeTextDocumentParams
        );

        /// <summary>A document was saved.</summary>
        public static readonly NotificationMethod<DidSaveTextDocumentParams> DidSave = new(
            "textDocument/didSave",
            static () => Json.Default.DidSaveTextDocumentParams
        );

        /// <summary>A document was closed.</summary>
        public static readonly NotificationMethod<DidCloseTextDocumentParams> DidClose = new(
            "textDocument/didClose",
            static () => Json.Default.DidCloseTextDocumentParams
        );

        /// <summary>All diagnostics of a document.</summary>
        public static readonly NotificationMethod<PublishDiagnosticsParams> PublishDiagnostics = new(
            "textDocument/publishDiagnostics",
            static () => Json.Default.PublishDiagnosticsParams
        );

        /// <summary>What is shown at a place.</summary>
        public static readonly RequestMethod<HoverParams, Types.Hover?> Hover = new(
            "textDocument/hover",
            static () => Json.Default.HoverParams,
            static () => Json.Default.Hover!
        );

        /// <summary>What can be done at a range.</summary>
        public static readonly RequestMethod<CodeActionParams, CodeActionResult?> CodeAction = new(
            "textDocument/codeAction",
            static () => Json.Default.CodeActionParams,
            static () => Json.Default.CodeActionResult!
        );

        /// <summary>Commands over lines.</summary>
        public static readonly RequestMethod<CodeLensParams, IReadOnlyList<Types.CodeLens>?> CodeLens = new(
            "textDocument/codeLens",
            static () => Json.Default.CodeLensParams,
            static () => Json.Default.IReadOnlyListCodeLens!
        );

        /// <summary>The outline of a document.</summary>
        public static readonly RequestMethod<DocumentSymbolParams, DocumentSymbolResult?> DocumentSymbol = new(
            "textDocument/documentSymbol",
            static () => Json.Default.DocumentSymbolParams,
            static () => Json.Default.DocumentSymbolResult!
        );

        /// <summary>What can be folded.</summary>
        public static readonly RequestMethod<FoldingRangeParams, IReadOnlyList<Types.FoldingRange>?> FoldingRange = new(
            "textDocument/foldingRange",
            static () => Json.Default.FoldingRangeParams,
            static () => Json.Default.IReadOnlyListFoldingRange!
        );

        /// <summary>A document in good form.</summary>
        public static readonly RequestMethod<DocumentFormattingParams, IReadOnlyList<TextEdit>?> Formatting = new(
            "textDocument/formatting",
            static () => Json.Default.DocumentFormattingParams,
            static () => Json.Default.IReadOnlyListTextEdit!
        );

        /// <summary>A part of a document in good form.</summary>
        public static readonly RequestMethod<DocumentRangeFormattingParams, IReadOnlyList<TextEdit>?> RangeFormatting =
            new(
                "textDocument/rangeFormatting",
                static () => Json.Default.DocumentRangeFormattingParams,
                static () => Json.Default.IReadOnlyListTextEdit!
            );

        /// <summary>What was just typed in good form.</summary>
        public static readonly RequestMethod<
            DocumentOnTypeFormattingParams,
            IReadOnlyList<TextEdit>?
        > OnTypeFormatting = new(
            "textDocument/onTypeFormatting",
            static () => Json.Default.DocumentOnTypeFormattingParams,
            static () => Json.Default.IReadOnlyListTextEdit!
        );

        /// <summary>What can be written at a place.</summary>
        public static readonly RequestMethod<CompletionParams, CompletionList?> Completion = new(
            "textDocument/completion",
            static () => Json.Default.CompletionParams,
            static () => Json.Default.CompletionList!
        );

        /// <summary>Where what a name stands for is.</summary>
        public static readonly RequestMethod<DefinitionParams, DefinitionResult?> Definition = new(
            "textDocument/definition",
            static () => Json.Default.DefinitionParams,
            static () => Json.Default.DefinitionResult!
        );

        /// <summary>Where a name is used.</summary>
        public static readonly RequestMethod<ReferenceParams, IReadOnlyList<Location>?> References = new(
            "textDocument/references",
            static () => Json.Default.ReferenceParams,
            static () => Json.Default.IReadOnlyListLocation!
        );

        /// <summary>Where a name is used in a document.</summary>
        public static readonly RequestMethod<
            DocumentHighlightParams,
            IReadOnlyList<Types.DocumentHighlight>?
        > DocumentHighlight = new(
            "textDocument/documentHighlight",
            static () => Json.Default.DocumentHighlightParams,
            static () => Json.Default.IReadOnlyListDocumentHighlight!
        );

        /// <summary>Whether something can be renamed.</summary>
        public static readonly RequestMethod<PrepareRenameParams, PrepareRenamePlaceholder?> PrepareRename = new(
            "textDocument/prepareRename",
            static () => Json.Default.PrepareRenameParams,
            static () => Json.Default.PrepareRenamePlaceholder!
        );

        /// <summary>Another name for something, everywhere.</summary>
        public static readonly RequestMethod<RenameParams, WorkspaceEdit?> Rename = new(
            "textDocument/rename",
            static () => Json.Default.RenameParams,
            static () => Json.Default.WorkspaceEdit!
        );

        /// <summary>Places of a name that change together while one is typed at.</summary>
        public static readonly RequestMethod<LinkedEditingRangeParams, LinkedEditingRanges?> LinkedEditingRange = new(
            "textDocument/linkedEditingRange",
            static () => Json.Default.LinkedEditingRangeParams,
            static () => Json.Default.LinkedEditingRanges!
        );

        /// <summary>The surroundings of places.</summary>
        public static readonly RequestMethod<
            SelectionRangeParams,
            IReadOnlyList<Types.SelectionRange>?
        > SelectionRange = new(
            "textDocument/selectionRange",
            static () => Json.Default.SelectionRangeParams,
            static () => Json.Default.IReadOnlyListSelectionRange!
        );

        /// <summary>The links of a document.</summary>
        public static readonly RequestMethod<DocumentLinkParams, IReadOnlyList<Types.DocumentLink>?> DocumentLink = new(
            "textDocument/documentLink",
            static () => Json.Default.DocumentLinkParams,
            static () => Json.Default.IReadOnlyListDocumentLink!
        );

        /// <summary>Text to be shown in lines.</summary>
        public static readonly RequestMethod<InlayHintParams, IReadOnlyList<Types.InlayHint>?> InlayHint = new(
            "textDocument/inlayHint",
            static () => Json.Default.InlayHintParams,
            static () => Json.Default.IReadOnlyListInlayHint!
        );

        /// <summary>What stands where, by its meaning.</summary>
        public static readonly RequestMethod<SemanticTokensParams, SemanticTokens?> SemanticTokensFull = new(
            "textDocument/semanticTokens/full",
            static () => Json.Default.SemanticTokensParams,
            static () => Json.Default.SemanticTokens!
        );

        /// <summary>What changed of what stands where.</summary>
        public static readonly RequestMethod<
            SemanticTokensDeltaParams,
            SemanticTokensDeltaResult?
        > SemanticTokensFullDelta = new(
            "textDocument/semanticTokens/full/delta",
            static () => Json.Default.SemanticTokensDeltaParams,
            static () => Json.Default.SemanticTokensDeltaResult!
        );

        /// <summary>What stands where in a part of a document.</summary>
        public static readonly RequestMethod<SemanticTokensRangeParams, SemanticTokens?> SemanticTokensRange = new(
            "textDocument/semanticTokens/range",
            static () => Json.Default.SemanticTokensRangeParams,
            static () => Json.Default.SemanticTokens!
        );

        /// <summary>The diagnostics of a document, when the client wants them.</summary>
        public static readonly RequestMethod<DocumentDiagnosticParams, DocumentDiagnosticReport> Diagnostic = new(
            "textDocument/diagnostic",
            static () => Json.Default.DocumentDiagnosticParams,
            static () => Json.Default.DocumentDiagnosticReport
        );
    }

    /// <summary>Methods that begin with <c>client/</c>.</summary>
    public static class Client
    {
        /// <summary>Register capabilities.</summary>
        public static readonly RequestMethod<RegistrationParams, Nothing> RegisterCapability = new(
            "client/registerCapability",
            static () => Json.Default.RegistrationParams,
            static () => Json.Default.Nothing
        );
    }

    /// <summary>Methods that begin with <c>codeAction/</c>.</summary>
    public static class CodeAction
    {
        /// <summary>The rest of a code action.</summary>
        public static readonly RequestMethod<Types.CodeAction, Types.CodeAction> Resolve = new(
            "codeAction/resolve",
            static () => Json.Default.CodeAction,
            static () => Json.Default.CodeAction
        );
    }

    /// <summary>Methods that begin with <c>codeLens/</c>.</summary>
    public static class CodeLens
    {
        /// <summary>The rest of a code lens.</summary>
        public static readonly RequestMethod<Types.CodeLens, Types.CodeLens> Resolve = new(
            "codeLens/resolve",
            static () => Json.Default.CodeLens,
            static () => Json.Default.CodeLens
        );
    }

    /// <summary>Methods that begin with <c>completionItem/</c>.</summary>
    public static class CompletionItem
    {
        /// <summary>The rest of a completion.</summary>
        public static readonly RequestMethod<Types.CompletionItem, Types.CompletionItem> Resolve = new(
            "completionItem/resolve",
            static () => Json.Default.CompletionItem,
            static () => Json.Default.CompletionItem
        );
    }

    /// <summary>Methods that begin with <c>window/</c>.</summary>
    public static class Window
    {
        /// <summary>A message for a person.</summary>
        public static readonly NotificationMethod<ShowMessageParams> ShowMessage = new(
            "window/showMessage",
            static () => Json.Default.ShowMessageParams
        );

        /// <summary>A question to a person; null when it was dismissed.</summary>
        public static readonly RequestMethod<ShowMessageRequestParams, MessageActionItem?> ShowMessageRequest = new(
            "window/showMessageRequest",
            static () => Json.Default.ShowMessageRequestParams,
            static () => Json.Default.MessageActionItem!
        );

        /// <summary>A line for the client's log.</summary>
        public static readonly NotificationMethod<LogMessageParams> LogMessage = new(
            "window/logMessage",
            static () => Json.Default.LogMessageParams
        );

        /// <summary>Show a document. Some clients answer null.</summary>
        public static readonly RequestMethod<ShowDocumentParams, ShowDocumentResult?> ShowDocument = new(
            "window/showDocument",
            static () => Json.Default.ShowDocumentParams,
            static () => Json.Default.ShowDocumentResult!
        );

        /// <summary>Make a token for progress that no request asked for.</summary>
        public static readonly RequestMethod<WorkDoneProgressCreateParams, Nothing> WorkDoneProgressCreate = new(
            "window/workDoneProgress/create",
            static () => Json.Default.WorkDoneProgressCreateParams,
            static () => Json.Default.Nothing
        );

        /// <summary>A person cancelled a task.</summary>
        public static readonly NotificationMethod<WorkDoneProgressCancelParams> WorkDoneProgressCancel = new(
            "window/workDoneProgress/cancel",
            static () => Json.Default.WorkDoneProgressCancelParams
        );
    }

    /// <summary>Methods that begin with <c>workspace/</c>.</summary>
    public static class Workspace
    {
        /// <summary>Run a command.</summary>
        public static readonly RequestMethod<ExecuteCommandParams, JsonElement?> ExecuteCommand = new(
            "workspace/executeCommand",
            static () => Json.Default.ExecuteCommandParams,
            static () => Json.Default.NullableJsonElement
        );

        /// <summary>Have an edit applied.</summary>
        public static readonly RequestMethod<ApplyWorkspaceEditParams, ApplyWorkspaceEditResult?> ApplyEdit = new(
            "workspace/applyEdit",
            static () => Json.Default.ApplyWorkspaceEditParams,
            static () => Json.Default.ApplyWorkspaceEditResult!
        );

        /// <summary>Ask for settings; unknown ones are null.</summary>
        public static readonly RequestMethod<ConfigurationParams, IReadOnlyList<JsonElement>?> Configuration = new(
            "workspace/configuration",
            static () => Json.Default.ConfigurationParams,
            static () => Json.Default.IReadOnlyListJsonElement!
        );

        /// <summary>Ask which folders are open.</summary>
        public static readonly RequestMethod<Nothing, IReadOnlyList<WorkspaceFolder>?> WorkspaceFolders = new(
            "workspace/workspaceFolders",
            static () => Json.Default.Nothing,
            static () => Json.Default.IReadOnlyListWorkspaceFolder!
        );

        /// <summary>Have code lenses asked for again.</summary>
        public static readonly RequestMethod<Nothing, Nothing> CodeLensRefresh = new(
            "workspace/codeLens/refresh",
            static () => Json.Default.Nothing,
            static () => Json.Default.Nothing
        );

        /// <summary>Symbols of the whole workspace.</summary>
        public static readonly RequestMethod<WorkspaceSymbolParams, IReadOnlyList<WorkspaceSymbol>?> Symbol = new(
            "workspace/symbol",
            static () => Json.Default.WorkspaceSymbolParams,
            static () => Json.Default.IReadOnlyListWorkspaceSymbol!
        );

        /// <summary>The diagnostics of all documents.</summary>
        public static readonly RequestMethod<WorkspaceDiagnosticParams, WorkspaceDiagnosticReport> Diagnostic = new(
            "workspace/diagnostic",
            static () => Json.Default.WorkspaceDiagnosticParams,
            static () => Json.Default.WorkspaceDiagnosticReport
        );

        /// <summary>Files are about to get other names: what else must change.</summary>
        public static readonly RequestMethod<RenameFilesParams, WorkspaceEdit?> WillRenameFiles = new(
            "workspace/willRenameFiles",
            static () => Json.Default.RenameFilesParams,
            static () => Json.Default.WorkspaceEdit!
        );

        /// <summary>Have tokens asked for again.</summary>
        public static readonly RequestMethod<Nothing, Nothing> SemanticTokensRefresh = new(
            "workspace/semanticTokens/refresh",
            static () => Json.Default.Nothing,
            static () => Json.Default.Nothing
        );

        /// <summary>Have inlay hints asked for again.</summary>
        public static readonly RequestMethod<Nothing, Nothing> InlayHintRefresh = new(
            "workspace/inlayHint/refresh",
            static () => Json.Default.Nothing,
            static () => Json.Default.Nothing
        );

        /// <summary>Have diagnostics asked for again.</summary>
        public static readonly RequestMethod<Nothing, Nothing> DiagnosticRefresh = new(
            "workspace/diagnostic/refresh",
            static () => Json.Default.Nothing,
            static () => Json.Default.Nothing
        );

        /// <summary>Files were made.</summary>
        public static readonly NotificationMethod<CreateFilesParams> DidCreateFiles = new(
            "workspace/didCreateFiles",
            static () => Json.Default.CreateFilesParams
        );

        /// <summary>Files were deleted.</summary>
        public static readonly NotificationMethod<DeleteFilesParams> DidDeleteFiles = new(
            "workspace/didDeleteFiles",
            static () => Json.Default.DeleteFilesParams
        );

        /// <summary>Files got other names.</summary>
        public static readonly NotificationMethod<RenameFilesParams> DidRenameFiles = new(
            "workspace/didRenameFiles",
            static () => Json.Default.RenameFilesParams
        );

        /// <summary>The settings changed.</summary>
        public static readonly NotificationMethod<DidChangeConfigurationParams> DidChangeConfiguration = new(
            "workspace/didChangeConfiguration",
            static () => Json.Default.DidChangeConfigurationParams
        );

        /// <summary>Watched files changed.</summary>
        public static readonly NotificationMethod<DidChangeWatchedFilesParams> DidChangeWatchedFiles = new(
            "workspace/didChangeWatchedFiles",
            static () => Json.Default.DidChangeWatchedFilesParams
        );

        /// <summary>The open folders changed.</summary>
        public static readonly NotificationMethod<DidChangeWorkspaceFoldersParams> DidChangeWorkspaceFolders = new(
            "workspace/didChangeWorkspaceFolders",
            static () => Json.Default.DidChangeWorkspaceFoldersParams
        );
    }
}
