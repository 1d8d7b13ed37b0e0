using System.Text.Json;

namespace WsgiLsp.Protocol.Types;

/// <summary>What the client can do, as far as a server like ours asks. Absent means no.</summary>
public sealed record ClientCapabilities(
    GeneralClientCapabilities? General = null,
    TextDocumentClientCapabilities? TextDocument = null,
    WindowClientCapabilities? Window = null,
    WorkspaceClientCapabilities? Workspace = null,
    JsonElement? Experimental = null
);

/// <summary>The units in which <see cref="Position.Character"/> can count.</summary>
public static class PositionEncodingKind
{
    /// <summary>Bytes.</summary>
    public const string Utf8 = "utf-8";

    /// <summary>UTF-16 code units: the default, which every client knows.</summary>
    public const string Utf16 = "utf-16";

    /// <summary>Code points.</summary>
    public const string Utf32 = "utf-32";

    /// <summary>
    /// The server's choice among what the client offers: UTF-16 if it is there or nothing is, else UTF-8 if it is there.
    /// A client that offers neither breaks the specification and gets the default.
    /// </summary>
    public static string Choose(ClientCapabilities client) =>
        client.General?.PositionEncodings is { } offered && !offered.Contains(Utf16) && offered.Contains(Utf8)
            ? Utf8
            : Utf16;
}

/// <summary>Capabilities of no feature.</summary>
public sealed record GeneralClientCapabilities(IReadOnlyList<string>? PositionEncodings = null);

/// <summary>Capabilities that concern documents.</summary>
public sealed record TextDocumentClientCapabilities(
    HoverClientCapabilities? Hover = null,
    CompletionClientCapabilities? Completion = null,
    DefinitionClientCapabilities? Definition = null,
    PublishDiagnosticsClientCapabilities? PublishDiagnostics = null,
    DiagnosticClientCapabilities? Diagnostic = null,
    DocumentSymbolClientCapabilities? DocumentSymbol = null,
    CodeActionClientCapabilities? CodeAction = null,
    DocumentLinkClientCapabilities? DocumentLink = null,
    FoldingRangeClientCapabilities? FoldingRange = null,
    RenameClientCapabilities? Rename = null,
    SemanticTokensClientCapabilities? SemanticTokens = null,
    InlayHintClientCapabilities? InlayHint = null,
    DocumentOnTypeFormattingClientCapabilities? OnTypeFormatting = null
);

/// <summary>Which properties of a <see cref="CompletionItem"/> are understood.</summary>
public sealed record CompletionClientCapabilities(
    ClientCompletionItemOptions? CompletionItem = null,
    bool? ContextSupport = null,
    InsertTextMode? InsertTextMode = null,
    CompletionListCapabilities? CompletionList = null
);

/// <summary>Which properties of <see cref="CompletionItemDefaults"/> are understood.</summary>
public sealed record CompletionListCapabilities(IReadOnlyList<string>? ItemDefaults = null);

/// <summary>Which properties of a <see cref="CompletionItem"/> are understood.</summary>
public sealed record ClientCompletionItemOptions(
    bool? SnippetSupport = null,
    IReadOnlyList<string>? DocumentationFormat = null,
    bool? PreselectSupport = null,
    bool? InsertReplaceSupport = null,
    ClientCompletionItemResolveOptions? ResolveSupport = null,
    ClientCompletionItemInsertTextModeOptions? InsertTextModeSupport = null,
    bool? LabelDetailsSupport = null
);

/// <summary>The properties that may come with resolve.</summary>
public sealed record ClientCompletionItemResolveOptions(IReadOnlyList<string>? Properties = null);

/// <summary>The modes that are understood.</summary>
public sealed record ClientCompletionItemInsertTextModeOptions(IReadOnlyList<InsertTextMode>? ValueSet = null);

/// <summary>Whether <see cref="LocationLink"/> is understood.</summary>
public sealed record DefinitionClientCapabilities(bool? LinkSupport = null);

/// <summary>Whether a client asks for diagnostics.</summary>
public sealed record DiagnosticClientCapabilities(
    bool? DynamicRegistration = null,
    bool? RelatedDocumentSupport = null,
    bool? RelatedInformation = null,
    ClientDiagnosticsTagOptions? TagSupport = null,
    bool? CodeDescriptionSupport = null,
    bool? DataSupport = null
);

/// <summary>Whether a link's tooltip is shown.</summary>
public sealed record DocumentLinkClientCapabilities(bool? TooltipSupport = null);

/// <summary>Whether what is renamed is asked for before.</summary>
public sealed record RenameClientCapabilities(bool? PrepareSupport = null);

/// <summary>How tokens are asked for.</summary>
public sealed record SemanticTokensClientCapabilities(
    JsonElement? Requests = null,
    IReadOnlyList<string>? TokenTypes = null,
    IReadOnlyList<string>? TokenModifiers = null,
    IReadOnlyList<string>? Formats = null,
    bool? MultilineTokenSupport = null
);

/// <summary>Which properties of an <see cref="Types.InlayHint"/> may come with resolve.</summary>
public sealed record InlayHintClientCapabilities(ClientInlayHintResolveOptions? ResolveSupport = null);

/// <summary>The properties that may come with resolve.</summary>
public sealed record ClientInlayHintResolveOptions(IReadOnlyList<string>? Properties = null);

/// <summary>Whether formatting while typing can be subscribed to.</summary>
public sealed record DocumentOnTypeFormattingClientCapabilities(bool? DynamicRegistration = null);

/// <summary>The formats that a hover can have, the preferred one first.</summary>
public sealed record HoverClientCapabilities(IReadOnlyList<string>? ContentFormat = null);

/// <summary>Which properties of a <see cref="Diagnostic"/> are understood.</summary>
public sealed record PublishDiagnosticsClientCapabilities(
    bool? RelatedInformation = null,
    bool? VersionSupport = null,
    bool? CodeDescriptionSupport = null,
    bool? DataSupport = null,
    ClientDiagnosticsTagOptions? TagSupport = null
);

/// <summary>The tags that are understood.</summary>
public sealed record ClientDiagnosticsTagOptions(IReadOnlyList<DiagnosticTag>? ValueSet = null);

/// <summary>Whether trees of symbols are understood.</summary>
public sealed record DocumentSymbolClientCapabilities(bool? HierarchicalDocumentSymbolSupport = null);

/// <summary>Which properties of a <see cref="CodeAction"/> are understood.</summary>
public sealed record CodeActionClientCapabilities(
    ClientCodeActionLiteralOptions? CodeActionLiteralSupport = null,
    bool? IsPreferredSupport = null,
    bool? DisabledSupport = null,
    bool? DataSupport = null,
    ClientCodeActionResolveOptions? ResolveSupport = null
);

/// <summary>Whether code actions may be more than commands.</summary>
public sealed record ClientCodeActionLiteralOptions(ClientCodeActionKindOptions? CodeActionKind = null);

/// <summary>The kinds that are understood.</summary>
public sealed record ClientCodeActionKindOptions(IReadOnlyList<string>? ValueSet = null);

/// <summary>The properties that may come with resolve.</summary>
public sealed record ClientCodeActionResolveOptions(IReadOnlyList<string>? Properties = null);

/// <summary>Which properties of a <see cref="Types.FoldingRange"/> are understood.</summary>
public sealed record FoldingRangeClientCapabilities(
    int? RangeLimit = null,
    bool? LineFoldingOnly = null,
    ClientFoldingRangeKindOptions? FoldingRangeKind = null,
    ClientFoldingRangeOptions? FoldingRange = null
);

/// <summary>The kinds of folding ranges that are understood.</summary>
public sealed record ClientFoldingRangeKindOptions(IReadOnlyList<string>? ValueSet = null);

/// <summary>Whether a text for the folded range is shown.</summary>
public sealed record ClientFoldingRangeOptions(bool? CollapsedText = null);

/// <summary>Capabilities of the client's window.</summary>
public sealed record WindowClientCapabilities(
    bool? WorkDoneProgress = null,
    ShowMessageRequestClientCapabilities? ShowMessage = null,
    ShowDocumentClientCapabilities? ShowDocument = null
);

/// <summary>What <c>window/showMessageRequest</c> can do.</summary>
public sealed record ShowMessageRequestClientCapabilities(ClientShowMessageActionItemOptions? MessageActionItem = null);

/// <summary>Whether additional properties of a button come back.</summary>
public sealed record ClientShowMessageActionItemOptions(bool? AdditionalPropertiesSupport = null);

/// <summary>Whether <c>window/showDocument</c> is understood.</summary>
public sealed record ShowDocumentClientCapabilities(bool? Support = null);

/// <summary>Capabilities that concern the workspace.</summary>
public sealed record WorkspaceClientCapabilities(
    bool? ApplyEdit = null,
    bool? Configuration = null,
    bool? WorkspaceFolders = null,
    WorkspaceEditClientCapabilities? WorkspaceEdit = null,
    CodeLensWorkspaceClientCapabilities? CodeLens = null,
    SemanticTokensWorkspaceClientCapabilities? SemanticTokens = null,
    InlayHintWorkspaceClientCapabilities? InlayHint = null,
    DiagnosticWorkspaceClientCapabilities? Diagnostics = null,
    FileOperationClientCapabilities? FileOperations = null,
    DidChangeConfigurationClientCapabilities? DidChangeConfiguration = null,
    DidChangeWatchedFilesClientCapabilities? DidChangeWatchedFiles = null
);

/// <summary>Which forms of <see cref="Types.WorkspaceEdit"/> are understood.</summary>
public sealed record WorkspaceEditClientCapabilities(bool? DocumentChanges = null);

/// <summary>Whether the client asks for code lenses again when it is told to.</summary>
public sealed record CodeLensWorkspaceClientCapabilities(bool? RefreshSupport = null);

/// <summary>Whether the client asks for tokens again when it is told to.</summary>
public sealed record SemanticTokensWorkspaceClientCapabilities(bool? RefreshSupport = null);

/// <summary>Whether the client asks for inlay hints again when it is told to.</summary>
public sealed record InlayHintWorkspaceClientCapabilities(bool? RefreshSupport = null);

/// <summary>Whether the client asks for diagnostics again when it is told to.</summary>
public sealed record DiagnosticWorkspaceClientCapabilities(bool? RefreshSupport = null);

/// <summary>Which file operations the client tells of.</summary>
public sealed record FileOperationClientCapabilities(
    bool? DidCreate = null,
    bool? DidRename = null,
    bool? WillRename = null,
    bool? DidDelete = null
);

/// <summary>Whether changes of the settings can be subscribed to.</summary>
public sealed record DidChangeConfigurationClientCapabilities(bool? DynamicRegistration = null);

/// <summary>Whether watched files can be subscribed to.</summary>
public sealed record DidChangeWatchedFilesClientCapabilities(bool? DynamicRegistration = null);
