using System.Text.Json;
using WsgiLsp.Protocol.Types;

namespace WsgiLsp.Protocol.Handshake;

/// <summary>Reads what a client can do; see <see cref="InitializeParamsReader"/>.</summary>
internal static class ClientCapabilitiesReader
{
    /// <summary>Reads the member <c>capabilities</c>.</summary>
    public static ClientCapabilities Read(JsonElement client) =>
        new(
            client.Object("general") is { } general ? new(general.Texts("positionEncodings")) : null,
            client.Object("textDocument") is { } document ? TextDocument(document) : null,
            client.Object("window") is { } window ? Window(window) : null,
            client.Object("workspace") is { } workspace ? Workspace(workspace) : null,
            client.Any("experimental")?.Clone()
        );

    private static TextDocumentClientCapabilities TextDocument(JsonElement document) =>
        new(
            document.Object("hover") is { } hover ? new(hover.Texts("contentFormat")) : null,
            document.Object("completion") is { } completion ? Completion(completion) : null,
            document.Object("definition") is { } definition ? new(definition.Flag("linkSupport")) : null,
            document.Object("publishDiagnostics") is { } published
                ? new(
                    published.Flag("relatedInformation"),
                    published.Flag("versionSupport"),
                    published.Flag("codeDescriptionSupport"),
                    published.Flag("dataSupport"),
                    Tags(published)
                )
                : null,
            document.Object("diagnostic") is { } diagnostic
                ? new(
                    diagnostic.Flag("dynamicRegistration"),
                    diagnostic.Flag("relatedDocumentSupport"),
                    diagnostic.Flag("relatedInformation"),
                    Tags(diagnostic),
                    diagnostic.Flag("codeDescriptionSupport"),
                    diagnostic.Flag("dataSupport")
                )
                : null,
            document.Object("documentSymbol") is { } symbol
                ? new(symbol.Flag("hierarchicalDocumentSymbolSupport"))
                : null,
            document.Object("codeAction") is { } action ? CodeAction(action) : null,
            document.Object("documentLink") is { } link ? new(link.Flag("tooltipSupport")) : null,
            document.Object("foldingRange") is { } folding
                ? new(
                    folding.Number("rangeLimit"),
                    folding.Flag("lineFoldingOnly"),
                    folding.Object("foldingRangeKind") is { } kind ? new(kind.Texts("valueSet")) : null,
                    folding.Object("foldingRange") is { } range ? new(range.Flag("collapsedText")) : null
                )
                : null,
            document.Object("rename") is { } rename ? new(rename.Flag("prepareSupport")) : null,
            document.Object("semanticTokens") is { } tokens
                ? new(
                    tokens.Any("requests")?.Clone(),
                    tokens.Texts("tokenTypes"),
                    tokens.Texts("tokenModifiers"),
                    tokens.Texts("formats"),
                    tokens.Flag("multilineTokenSupport")
                )
                : null,
            document.Object("inlayHint") is { } hint
                ? new(hint.Object("resolveSupport") is { } resolved ? new(resolved.Texts("properties")) : null)
                : null,
            document.Object("onTypeFormatting") is { } typing ? new(typing.Flag("dynamicRegistration")) : null
        );

    private static CompletionClientCapabilities Completion(JsonElement completion) =>
        new(
            completion.Object("completionItem") is { } item
                ? new(
                    item.Flag("snippetSupport"),
                    item.Texts("documentationFormat"),
                    item.Flag("preselectSupport"),
                    item.Flag("insertReplaceSupport"),
                    item.Object("resolveSupport") is { } resolved ? new(resolved.Texts("properties")) : null,
                    item.Object("insertTextModeSupport") is { } modes
                        ? new(modes.Numbers("valueSet")?.ConvertAll(mode => (InsertTextMode)mode))
                        : null,
                    item.Flag("labelDetailsSupport")
                )
                : null,
            completion.Flag("contextSupport"),
            completion.Number("insertTextMode") is { } usual ? (InsertTextMode)usual : null,
            completion.Object("completionList") is { } list ? new(list.Texts("itemDefaults")) : null
        );

    private static CodeActionClientCapabilities CodeAction(JsonElement action) =>
        new(
            action.Object("codeActionLiteralSupport") is { } literal
                ? new(literal.Object("codeActionKind") is { } kind ? new(kind.Texts("valueSet")) : null)
                : null,
            action.Flag("isPreferredSupport"),
            action.Flag("disabledSupport"),
            action.Flag("dataSupport"),
            action.Object("resolveSupport") is { } resolved ? new(resolved.Texts("properties")) : null
        );

    private static WindowClientCapabilities Window(JsonElement window) =>
        new(
            window.Flag("workDoneProgress"),
            window.Object("showMessage") is { } message
                ? new(
                    message.Object("messageActionItem") is { } item
                        ? new(item.Flag("additionalPropertiesSupport"))
                        : null
                )
                : null,
            window.Object("showDocument") is { } shown ? new(shown.Flag("support")) : null
        );

    private static WorkspaceClientCapabilities Workspace(JsonElement workspace) =>
        new(
            workspace.Flag("applyEdit"),
            workspace.Flag("configuration"),
            workspace.Flag("workspaceFolders"),
            workspace.Object("workspaceEdit") is { } edit ? new(edit.Flag("documentChanges")) : null,
            workspace.Object("codeLens") is { } lens ? new(lens.Flag("refreshSupport")) : null,
            workspace.Object("semanticTokens") is { } tokens ? new(tokens.Flag("refreshSupport")) : null,
            workspace.Object("inlayHint") is { } hint ? new(hint.Flag("refreshSupport")) : null,
            workspace.Object("diagnostics") is { } diagnostics ? new(diagnostics.Flag("refreshSupport")) : null,
            workspace.Object("fileOperations") is { } files
                ? new(
                    files.Flag("didCreate"),
                    files.Flag("didRename"),
                    files.Flag("willRename"),
                    files.Flag("didDelete")
                )
                : null,
            workspace.Object("didChangeConfiguration") is { } settings
                ? new(settings.Flag("dynamicRegistration"))
                : null,
            workspace.Object("didChangeWatchedFiles") is { } watched ? new(watched.Flag("dynamicRegistration")) : null
        );

    private static ClientDiagnosticsTagOptions? Tags(JsonElement diagnostics) =>
        diagnostics.Object("tagSupport") is { } tags
            ? new(tags.Numbers("valueSet")?.ConvertAll(tag => (DiagnosticTag)tag))
            : null;
}
