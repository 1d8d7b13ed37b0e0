using System.Text.Json;
using WsgiLsp.Protocol.Types;
using Json = WsgiLsp.Protocol.LspJsonContext;

namespace WsgiLsp.Protocol;

/// <summary>Every method that is served or asked, by the specification's name.</summary>
public static class Methods
{
    /// <summary>The first request: what both sides can do.</summary>
    public static readonly RequestMethod<InitializeParams, InitializeResult> Initialize = new(
        "initialize",
        static () => Json.Default.InitializeParams,
        static () => Json.Default.InitializeResult
    );

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
        public static readonly RequestMethod<CodeActionParams, IReadOnlyList<Types.CodeAction>?> CodeAction = new(
            "textDocument/codeAction",
            static () => Json.Default.CodeActionParams,
            static () => Json.Default.IReadOnlyListCodeAction!
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
