using System.Text.Json;

namespace WsgiLsp.Protocol.Types;

/// <summary>What the server can do.</summary>
public sealed record ServerCapabilities(
    string? PositionEncoding = null,
    TextDocumentSyncOptions? TextDocumentSync = null,
    CompletionOptions? CompletionProvider = null,
    bool? HoverProvider = null,
    bool? DefinitionProvider = null,
    ReferenceOptions? ReferencesProvider = null,
    bool? DocumentHighlightProvider = null,
    bool? DocumentSymbolProvider = null,
    CodeActionOptions? CodeActionProvider = null,
    CodeLensOptions? CodeLensProvider = null,
    DocumentLinkOptions? DocumentLinkProvider = null,
    bool? FoldingRangeProvider = null,
    bool? SelectionRangeProvider = null,
    WorkspaceSymbolOptions? WorkspaceSymbolProvider = null,
    RenameOptions? RenameProvider = null,
    bool? LinkedEditingRangeProvider = null,
    SemanticTokensOptions? SemanticTokensProvider = null,
    InlayHintOptions? InlayHintProvider = null,
    DiagnosticOptions? DiagnosticProvider = null,
    bool? DocumentFormattingProvider = null,
    bool? DocumentRangeFormattingProvider = null,
    DocumentOnTypeFormattingOptions? DocumentOnTypeFormattingProvider = null,
    ExecuteCommandOptions? ExecuteCommandProvider = null,
    WorkspaceOptions? Workspace = null,
    JsonElement? Experimental = null
);

/// <summary>How changes are sent.</summary>
public enum TextDocumentSyncKind
{
    /// <summary>Not at all.</summary>
    None = 0,

    /// <summary>The whole text.</summary>
    Full = 1,

    /// <summary>The changed ranges.</summary>
    Incremental = 2,
}

/// <summary>What the client tells about documents.</summary>
public sealed record TextDocumentSyncOptions(
    bool? OpenClose = null,
    TextDocumentSyncKind? Change = null,
    SaveOptions? Save = null
);

/// <summary>Whether the text comes with a save.</summary>
public sealed record SaveOptions(bool? IncludeText = null);

/// <summary>
/// Which kinds of code actions there are. Written as mere <c>true</c> where none is told: only a client with
/// <see cref="CodeActionClientCapabilities.CodeActionLiteralSupport"/> knows options.
/// </summary>
public sealed record CodeActionOptions(IReadOnlyList<string>? CodeActionKinds = null, bool ResolveProvider = false);

/// <summary>Whether code lenses can be resolved.</summary>
public sealed record CodeLensOptions(bool? ResolveProvider = null, bool? WorkDoneProgress = null);

/// <summary>Which commands there are.</summary>
public sealed record ExecuteCommandOptions(IReadOnlyList<string> Commands, bool? WorkDoneProgress = null);

/// <summary>Which characters ask for completions, and whether they can be resolved.</summary>
public sealed record CompletionOptions(
    IReadOnlyList<string>? TriggerCharacters = null,
    bool? ResolveProvider = null,
    bool? WorkDoneProgress = null
);

/// <summary>Whether document links can be resolved.</summary>
public sealed record DocumentLinkOptions(bool? ResolveProvider = null, bool? WorkDoneProgress = null);

/// <summary>
/// Whether what is renamed can be asked for before. Written as mere <c>true</c> where it cannot: only a client with
/// <see cref="RenameClientCapabilities.PrepareSupport"/> knows options. Nor is progress spoken of where there is none.
/// </summary>
public sealed record RenameOptions(bool PrepareProvider = false, bool WorkDoneProgress = false);

/// <summary>Whether the progress of a search is shown; written as mere <c>true</c> where it is not.</summary>
public sealed record ReferenceOptions(bool WorkDoneProgress = false);

/// <summary>Whether the progress of a search is shown; written as mere <c>true</c> where it is not.</summary>
public sealed record WorkspaceSymbolOptions(bool WorkDoneProgress = false);

/// <summary>Whether what changed in the tokens can be asked for.</summary>
public sealed record SemanticTokensFullDelta(bool? Delta = null);

/// <summary>Which tokens there are, and how they can be asked for.</summary>
public sealed record SemanticTokensOptions(
    SemanticTokensLegend Legend,
    bool? Range = null,
    SemanticTokensFullDelta? Full = null,
    bool? WorkDoneProgress = null
);

/// <summary>Whether inlay hints can be resolved.</summary>
public sealed record InlayHintOptions(bool? ResolveProvider = null, bool? WorkDoneProgress = null);

/// <summary>How diagnostics can be asked for.</summary>
public sealed record DiagnosticOptions(
    bool InterFileDependencies,
    bool WorkspaceDiagnostics,
    string? Identifier = null,
    bool? WorkDoneProgress = null
);

/// <summary>What the server can do with a workspace.</summary>
public sealed record WorkspaceOptions(
    WorkspaceFoldersServerCapabilities? WorkspaceFolders = null,
    FileOperationOptions? FileOperations = null
);

/// <summary>Whether several folders are understood, and their changes wanted.</summary>
public sealed record WorkspaceFoldersServerCapabilities(bool? Supported = null, bool? ChangeNotifications = null);
