using System.Text.Json;
using WsgiLsp.Protocol.Types;

namespace WsgiLsp.Protocol.Handshake;

/// <summary>Writes what the server answers first, by hand, as <see cref="InitializeParamsReader"/> reads.</summary>
internal static class InitializeResultWriter
{
    /// <summary>Writes the result of <c>initialize</c>; what is null is left out.</summary>
    public static void Write(Utf8JsonWriter json, InitializeResult result)
    {
        json.WriteStartObject();
        json.WriteStartObject("capabilities"u8);
        Write(json, result.Capabilities);
        json.WriteEndObject();
        if (result.ServerInfo is { } server)
        {
            json.WriteStartObject("serverInfo"u8);
            Text(json, "name"u8, server.Name);
            Text(json, "version"u8, server.Version);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ServerCapabilities server)
    {
        Text(json, "positionEncoding"u8, server.PositionEncoding);
        if (server.TextDocumentSync is { } sync)
        {
            json.WriteStartObject("textDocumentSync"u8);
            Flag(json, "openClose"u8, sync.OpenClose);
            if (sync.Change is { } change)
            {
                json.WriteNumber("change"u8, (int)change);
            }

            if (sync.Save is { } save)
            {
                json.WriteStartObject("save"u8);
                Flag(json, "includeText"u8, save.IncludeText);
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        if (server.CompletionProvider is { } completion)
        {
            json.WriteStartObject("completionProvider"u8);
            Texts(json, "triggerCharacters"u8, completion.TriggerCharacters);
            Flag(json, "resolveProvider"u8, completion.ResolveProvider);
            Flag(json, "workDoneProgress"u8, completion.WorkDoneProgress);
            json.WriteEndObject();
        }

        Flag(json, "hoverProvider"u8, server.HoverProvider);
        Flag(json, "definitionProvider"u8, server.DefinitionProvider);
        if (server.ReferencesProvider is { } references)
        {
            FlagOrOptions(json, "referencesProvider"u8, prepares: false, references.WorkDoneProgress);
        }

        Flag(json, "documentHighlightProvider"u8, server.DocumentHighlightProvider);
        Flag(json, "documentSymbolProvider"u8, server.DocumentSymbolProvider);
        if (server.CodeActionProvider is { } actions)
        {
            Write(json, actions);
        }

        Options(
            json,
            "codeLensProvider"u8,
            server.CodeLensProvider is not null,
            server.CodeLensProvider?.ResolveProvider,
            server.CodeLensProvider?.WorkDoneProgress
        );
        Options(
            json,
            "documentLinkProvider"u8,
            server.DocumentLinkProvider is not null,
            server.DocumentLinkProvider?.ResolveProvider,
            server.DocumentLinkProvider?.WorkDoneProgress
        );
        Flag(json, "foldingRangeProvider"u8, server.FoldingRangeProvider);
        Flag(json, "selectionRangeProvider"u8, server.SelectionRangeProvider);
        if (server.WorkspaceSymbolProvider is { } symbols)
        {
            FlagOrOptions(json, "workspaceSymbolProvider"u8, prepares: false, symbols.WorkDoneProgress);
        }

        if (server.RenameProvider is { } rename)
        {
            FlagOrOptions(json, "renameProvider"u8, rename.PrepareProvider, rename.WorkDoneProgress);
        }

        Flag(json, "linkedEditingRangeProvider"u8, server.LinkedEditingRangeProvider);
        if (server.SemanticTokensProvider is { } tokens)
        {
            Write(json, tokens);
        }

        Options(
            json,
            "inlayHintProvider"u8,
            server.InlayHintProvider is not null,
            server.InlayHintProvider?.ResolveProvider,
            server.InlayHintProvider?.WorkDoneProgress
        );
        if (server.DiagnosticProvider is { } diagnostics)
        {
            json.WriteStartObject("diagnosticProvider"u8);
            json.WriteBoolean("interFileDependencies"u8, diagnostics.InterFileDependencies);
            json.WriteBoolean("workspaceDiagnostics"u8, diagnostics.WorkspaceDiagnostics);
            Text(json, "identifier"u8, diagnostics.Identifier);
            Flag(json, "workDoneProgress"u8, diagnostics.WorkDoneProgress);
            json.WriteEndObject();
        }

        Flag(json, "documentFormattingProvider"u8, server.DocumentFormattingProvider);
        Flag(json, "documentRangeFormattingProvider"u8, server.DocumentRangeFormattingProvider);
        if (server.DocumentOnTypeFormattingProvider is { } typing)
        {
            json.WriteStartObject("documentOnTypeFormattingProvider"u8);
            Text(json, "firstTriggerCharacter"u8, typing.FirstTriggerCharacter);
            Texts(json, "moreTriggerCharacter"u8, typing.MoreTriggerCharacter);
            json.WriteEndObject();
        }

        if (server.ExecuteCommandProvider is { } commands)
        {
            json.WriteStartObject("executeCommandProvider"u8);
            Texts(json, "commands"u8, commands.Commands);
            Flag(json, "workDoneProgress"u8, commands.WorkDoneProgress);
            json.WriteEndObject();
        }

        if (server.Workspace is { } workspace)
        {
            Write(json, workspace);
        }

        if (server.Experimental is { } experimental)
        {
            json.WritePropertyName("experimental"u8);
            experimental.WriteTo(json);
        }
    }

    /// <summary>A client that offers no kinds knows no options either.</summary>
    private static void Write(Utf8JsonWriter json, CodeActionOptions actions)
    {
        if (actions.CodeActionKinds is null)
        {
            json.WriteBoolean("codeActionProvider"u8, value: true);
            return;
        }

        json.WriteStartObject("codeActionProvider"u8);
        Texts(json, "codeActionKinds"u8, actions.CodeActionKinds);
        Flag(json, "resolveProvider"u8, actions.ResolveProvider ? true : null);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, SemanticTokensOptions tokens)
    {
        json.WriteStartObject("semanticTokensProvider"u8);
        json.WriteStartObject("legend"u8);
        Texts(json, "tokenTypes"u8, tokens.Legend.TokenTypes);
        Texts(json, "tokenModifiers"u8, tokens.Legend.TokenModifiers);
        json.WriteEndObject();
        Flag(json, "range"u8, tokens.Range);
        if (tokens.Full is { } full)
        {
            json.WriteStartObject("full"u8);
            Flag(json, "delta"u8, full.Delta);
            json.WriteEndObject();
        }

        Flag(json, "workDoneProgress"u8, tokens.WorkDoneProgress);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, WorkspaceOptions workspace)
    {
        json.WriteStartObject("workspace"u8);
        if (workspace.WorkspaceFolders is { } folders)
        {
            json.WriteStartObject("workspaceFolders"u8);
            Flag(json, "supported"u8, folders.Supported);
            Flag(json, "changeNotifications"u8, folders.ChangeNotifications);
            json.WriteEndObject();
        }

        if (workspace.FileOperations is { } files)
        {
            json.WriteStartObject("fileOperations"u8);
            Files(json, "didCreate"u8, files.DidCreate);
            Files(json, "willRename"u8, files.WillRename);
            Files(json, "didRename"u8, files.DidRename);
            Files(json, "didDelete"u8, files.DidDelete);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void Files(Utf8JsonWriter json, ReadOnlySpan<byte> name, FileOperationRegistrationOptions? options)
    {
        if (options is null)
        {
            return;
        }

        json.WriteStartObject(name);
        json.WriteStartArray("filters"u8);
        foreach (var filter in options.Filters)
        {
            json.WriteStartObject();
            json.WriteStartObject("pattern"u8);
            Text(json, "glob"u8, filter.Pattern.Glob);
            Text(json, "matches"u8, filter.Pattern.Matches);
            json.WriteEndObject();
            Text(json, "scheme"u8, filter.Scheme);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Options(
        Utf8JsonWriter json,
        ReadOnlySpan<byte> name,
        bool isOffered,
        bool? resolves,
        bool? progress
    )
    {
        if (isOffered)
        {
            json.WriteStartObject(name);
            Flag(json, "resolveProvider"u8, resolves);
            Flag(json, "workDoneProgress"u8, progress);
            json.WriteEndObject();
        }
    }

    /// <summary>Options as the flags that are set, and mere <c>true</c> where none is: older clients know only that.</summary>
    private static void FlagOrOptions(Utf8JsonWriter json, ReadOnlySpan<byte> name, bool prepares, bool progress)
    {
        if (!prepares && !progress)
        {
            json.WriteBoolean(name, value: true);
            return;
        }

        json.WriteStartObject(name);
        Flag(json, "prepareProvider"u8, prepares ? true : null);
        Flag(json, "workDoneProgress"u8, progress ? true : null);
        json.WriteEndObject();
    }

    private static void Flag(Utf8JsonWriter json, ReadOnlySpan<byte> name, bool? value)
    {
        if (value is { } flag)
        {
            json.WriteBoolean(name, flag);
        }
    }

    private static void Text(Utf8JsonWriter json, ReadOnlySpan<byte> name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }

    private static void Texts(Utf8JsonWriter json, ReadOnlySpan<byte> name, IReadOnlyList<string>? values)
    {
        if (values is null)
        {
            return;
        }

        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }
}
