using System.Text.Json;

namespace WsgiLsp.Protocol.Types;

/// <summary>What an editor prefers where a formatter has a choice.</summary>
public sealed record FormattingOptions(int TabSize = 4, bool InsertSpaces = true);

/// <summary>Which document is to be formatted.</summary>
public sealed record DocumentFormattingParams(
    TextDocumentIdentifier TextDocument,
    FormattingOptions? Options = null,
    JsonElement? WorkDoneToken = null
);

/// <summary>Which part of a document is to be formatted.</summary>
public sealed record DocumentRangeFormattingParams(
    TextDocumentIdentifier TextDocument,
    Range Range,
    FormattingOptions? Options = null,
    JsonElement? WorkDoneToken = null
);

/// <summary>What was typed, and where the cursor stands now.</summary>
public sealed record DocumentOnTypeFormattingParams(
    TextDocumentIdentifier TextDocument,
    Position Position,
    string Ch,
    FormattingOptions? Options = null
);

/// <summary>The characters after which a document may be formatted.</summary>
public sealed record DocumentOnTypeFormattingOptions(
    string FirstTriggerCharacter,
    IReadOnlyList<string>? MoreTriggerCharacter = null
);
