using System.Text.Json;

namespace WsgiLsp.Protocol.Types;

/// <summary>What the server can do.</summary>
public sealed record ServerCapabilities(
    string? PositionEncoding = null,
    TextDocumentSyncOptions? TextDocumentSync = null,
    bool? HoverProvider = null,
    bool? DocumentSymbolProvider = null,
    CodeActionOptions? CodeActionProvider = null,
    CodeLensOptions? CodeLensProvider = null,
    bool? FoldingRangeProvider = null,
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

/// <summary>Which kinds of code actions there are, and whether they can be resolved.</summary>
public sealed record CodeActionOptions(
    IReadOnlyList<string>? CodeActionKinds = null,
    bool? ResolveProvider = null,
    bool? WorkDoneProgress = null
);

/// <summary>Whether code lenses can be resolved.</summary>
public sealed record CodeLensOptions(bool? ResolveProvider = null, bool? WorkDoneProgress = null);

/// <summary>Which commands there are.</summary>
public sealed record ExecuteCommandOptions(IReadOnlyList<string> Commands, bool? WorkDoneProgress = null);

/// <summary>What the server can do with a workspace.</summary>
public sealed record WorkspaceOptions(WorkspaceFoldersServerCapabilities? WorkspaceFolders = null);

/// <summary>Whether several folders are understood, and their changes wanted.</summary>
public sealed record WorkspaceFoldersServerCapabilities(bool? Supported = null, bool? ChangeNotifications = null);
