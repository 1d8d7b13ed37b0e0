using System.Text.Json;
using System.Text.Json.Serialization;

namespace WsgiLsp.Protocol.Types;

/// <summary>What a completion is; an editor shows an icon by it.</summary>
#pragma warning disable CS1591 // The names are the specification's and say all there is to say.
public enum CompletionItemKind
{
    Text = 1,
    Method,
    Function,
    Constructor,
    Field,
    Variable,
    Class,
    Interface,
    Module,
    Property,
    Unit,
    Value,
    Enum,
    Keyword,
    Snippet,
    Color,
    File,
    Reference,
    Folder,
    EnumMember,
    Constant,
    Struct,
    Event,
    Operator,
    TypeParameter,
}
#pragma warning restore CS1591

/// <summary>How the text of a completion is to be read.</summary>
public enum InsertTextFormat
{
    /// <summary>As it is.</summary>
    PlainText = 1,

    /// <summary>With tab stops such as <c>$1</c> and <c>${2:text}</c>.</summary>
    Snippet = 2,
}

/// <summary>What an editor does to the indentation of a completion of several lines.</summary>
public enum InsertTextMode
{
    /// <summary>Nothing.</summary>
    AsIs = 1,

    /// <summary>It makes it that of the line.</summary>
    AdjustIndentation = 2,
}

/// <summary>Why completions are asked for.</summary>
public enum CompletionTriggerKind
{
    /// <summary>A person asked, or typed a letter.</summary>
    Invoked = 1,

    /// <summary>A trigger character was typed.</summary>
    TriggerCharacter = 2,

    /// <summary>The last answer was incomplete.</summary>
    TriggerForIncompleteCompletions = 3,
}

/// <summary>Why completions are asked for, and the character that was typed.</summary>
public sealed record CompletionContext(CompletionTriggerKind TriggerKind, string? TriggerCharacter = null);

/// <summary>Where completions are wanted.</summary>
public sealed record CompletionParams(
    TextDocumentIdentifier TextDocument,
    Position Position,
    CompletionContext? Context = null,
    JsonElement? WorkDoneToken = null,
    JsonElement? PartialResultToken = null
);

/// <summary>What stands beside a completion's label, in a lighter colour.</summary>
public sealed record CompletionItemLabelDetails(string? Detail = null, string? Description = null);

/// <summary>
/// A completion. <c>Detail</c>, <c>Documentation</c> and <c>AdditionalTextEdits</c> may come with resolve; <c>Data</c> comes
/// back there.
/// </summary>
public sealed record CompletionItem(
    string Label,
    CompletionItemKind? Kind = null,
    CompletionItemLabelDetails? LabelDetails = null,
    string? Detail = null,
    MarkupContent? Documentation = null,
    bool? Preselect = null,
    string? SortText = null,
    string? FilterText = null,
    string? InsertText = null,
    InsertTextFormat? InsertTextFormat = null,
    InsertTextMode? InsertTextMode = null,
    CompletionTextEdit? TextEdit = null,
    string? TextEditText = null,
    IReadOnlyList<TextEdit>? AdditionalTextEdits = null,
    Command? Command = null,
    JsonElement? Data = null
);

/// <summary>An edit with two ranges: one to insert before what follows, one to write over it.</summary>
public sealed record InsertReplaceEdit(string NewText, Range Insert, Range Replace);

/// <summary>
/// The edit of a completion: with two ranges only for clients with
/// <see cref="ClientCompletionItemOptions.InsertReplaceSupport"/>.
/// </summary>
[JsonConverter(typeof(CompletionTextEditConverter))]
public sealed class CompletionTextEdit
{
    /// <summary>An edit.</summary>
    public CompletionTextEdit(TextEdit plain) => Plain = plain;

    /// <summary>An edit with two ranges.</summary>
    public CompletionTextEdit(InsertReplaceEdit insertReplace) => InsertReplace = insertReplace;

    /// <summary>The edit, or null when it has two ranges.</summary>
    public TextEdit? Plain { get; }

    /// <summary>The edit with two ranges, or null.</summary>
    public InsertReplaceEdit? InsertReplace { get; }
}

/// <summary>Two ranges: one to insert before what follows, one to write over it.</summary>
public sealed record EditRangeWithInsertReplace(Range Insert, Range Replace);

/// <summary>The range of all completions that say no other, with two ranges as for <see cref="CompletionTextEdit"/>.</summary>
[JsonConverter(typeof(CompletionEditRangeConverter))]
public sealed class CompletionEditRange
{
    /// <summary>One range.</summary>
    public CompletionEditRange(Range range) => Range = range;

    /// <summary>Two ranges.</summary>
    public CompletionEditRange(EditRangeWithInsertReplace both) => Both = both;

    /// <summary>The range, where there is one.</summary>
    public Range Range { get; }

    /// <summary>Both ranges, or null.</summary>
    public EditRangeWithInsertReplace? Both { get; }
}

/// <summary>What holds for all completions that say nothing else; for clients that name it in <see cref="CompletionListCapabilities"/>.</summary>
public sealed record CompletionItemDefaults(CompletionEditRange? EditRange = null);

/// <summary>The completions at a place; if they are incomplete, further typing asks again.</summary>
public sealed record CompletionList(
    bool IsIncomplete,
    IReadOnlyList<CompletionItem> Items,
    CompletionItemDefaults? ItemDefaults = null
);
