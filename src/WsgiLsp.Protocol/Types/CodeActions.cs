using System.Text.Json;
using System.Text.Json.Serialization;

namespace WsgiLsp.Protocol.Types;

/// <summary>The kinds of <see cref="CodeAction"/>; a kind includes those that extend it by a dot.</summary>
public static class CodeActionKind
{
    /// <summary>Mends a diagnostic.</summary>
    public const string QuickFix = "quickfix";

    /// <summary>Changes form, not meaning.</summary>
    public const string Refactor = "refactor";

    /// <summary>Turns one form into another.</summary>
    public const string RefactorRewrite = "refactor.rewrite";

    /// <summary>Makes two of one.</summary>
    public const string RefactorExtract = "refactor.extract";

    /// <summary>Concerns the whole file.</summary>
    public const string Source = "source";

    /// <summary>Mends all that can be mended safely.</summary>
    public const string SourceFixAll = "source.fixAll";
}

/// <summary>Why code actions are asked for.</summary>
public enum CodeActionTriggerKind
{
    /// <summary>A person asked.</summary>
    Invoked = 1,

    /// <summary>The editor asked on its own.</summary>
    Automatic = 2,
}

/// <summary>
/// The diagnostics at a range and the kinds that are wanted; none means all. The diagnostics may be other servers', with
/// codes and messages of any form, so they stay as they came.
/// </summary>
public sealed record CodeActionContext(
    IReadOnlyList<JsonElement> Diagnostics,
    IReadOnlyList<string>? Only = null,
    CodeActionTriggerKind? TriggerKind = null
);

/// <summary>Where code actions are wanted.</summary>
public sealed record CodeActionParams(
    TextDocumentIdentifier TextDocument,
    Range Range,
    CodeActionContext Context,
    JsonElement? WorkDoneToken = null,
    JsonElement? PartialResultToken = null
);

/// <summary>Why an action cannot be applied here.</summary>
public sealed record CodeActionDisabled(string Reason);

/// <summary>Something that can be done: the edit is applied first, then the command runs. <c>Data</c> comes back on resolve.</summary>
public sealed record CodeAction(
    string Title,
    string? Kind = null,
    IReadOnlyList<Diagnostic>? Diagnostics = null,
    bool? IsPreferred = null,
    CodeActionDisabled? Disabled = null,
    WorkspaceEdit? Edit = null,
    Command? Command = null,
    JsonElement? Data = null
);

/// <summary>
/// The answer to <c>textDocument/codeAction</c>: actions, or mere commands for clients without
/// <see cref="CodeActionClientCapabilities.CodeActionLiteralSupport"/>.
/// </summary>
[JsonConverter(typeof(CodeActionResultConverter))]
public sealed class CodeActionResult
{
    /// <summary>Actions.</summary>
    public CodeActionResult(IReadOnlyList<CodeAction> actions) => Actions = actions;

    /// <summary>Commands.</summary>
    public CodeActionResult(IReadOnlyList<Command> commands) => Commands = commands;

    /// <summary>The actions, or null when the answer is mere commands.</summary>
    public IReadOnlyList<CodeAction>? Actions { get; }

    /// <summary>The commands, or null when the answer is actions.</summary>
    public IReadOnlyList<Command>? Commands { get; }
}

/// <summary>Where code lenses are wanted.</summary>
public sealed record CodeLensParams(
    TextDocumentIdentifier TextDocument,
    JsonElement? WorkDoneToken = null,
    JsonElement? PartialResultToken = null
);

/// <summary>A command shown over a line. Without a command it is unresolved; <c>Data</c> comes back on resolve.</summary>
public sealed record CodeLens(Range Range, Command? Command = null, JsonElement? Data = null);

/// <summary>A command by its identifier. The arguments come back in <see cref="ExecuteCommandParams"/> as they were sent.</summary>
public sealed record Command(
    string Title,
    [property: JsonPropertyName("command")] string Name,
    IReadOnlyList<JsonElement>? Arguments = null
);

/// <summary>A command to run.</summary>
public sealed record ExecuteCommandParams(
    string Command,
    IReadOnlyList<JsonElement>? Arguments = null,
    JsonElement? WorkDoneToken = null
);
