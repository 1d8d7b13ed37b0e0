using System.Text.Json;
using System.Text.Json.Serialization;

namespace WsgiLsp.Protocol.Types;

/// <summary>The types and modifiers that tokens name by index.</summary>
public sealed record SemanticTokensLegend(IReadOnlyList<string> TokenTypes, IReadOnlyList<string> TokenModifiers);

/// <summary>Whose tokens are wanted.</summary>
public sealed record SemanticTokensParams(
    TextDocumentIdentifier TextDocument,
    JsonElement? WorkDoneToken = null,
    JsonElement? PartialResultToken = null
);

/// <summary>What changed in the tokens since an earlier answer.</summary>
public sealed record SemanticTokensDeltaParams(
    TextDocumentIdentifier TextDocument,
    string PreviousResultId,
    JsonElement? WorkDoneToken = null,
    JsonElement? PartialResultToken = null
);

/// <summary>The tokens of a part of a document.</summary>
public sealed record SemanticTokensRangeParams(
    TextDocumentIdentifier TextDocument,
    Range Range,
    JsonElement? WorkDoneToken = null,
    JsonElement? PartialResultToken = null
);

/// <summary>
/// Tokens, five numbers each: lines since the token before, characters since it or since the line's start, length, type,
/// and a bit for each modifier.
/// </summary>
public sealed record SemanticTokens(IReadOnlyList<uint> Data, string? ResultId = null);

/// <summary>A replacement of some numbers of the earlier answer.</summary>
public sealed record SemanticTokensEdit(uint Start, uint DeleteCount, IReadOnlyList<uint>? Data = null);

/// <summary>What changed since an earlier answer.</summary>
public sealed record SemanticTokensDelta(IReadOnlyList<SemanticTokensEdit> Edits, string? ResultId = null);

/// <summary>The answer to <c>textDocument/semanticTokens/full/delta</c>: what changed, or all tokens.</summary>
[JsonConverter(typeof(SemanticTokensDeltaResultConverter))]
public sealed class SemanticTokensDeltaResult
{
    /// <summary>What changed.</summary>
    public SemanticTokensDeltaResult(SemanticTokensDelta delta) => Delta = delta;

    /// <summary>All tokens.</summary>
    public SemanticTokensDeltaResult(SemanticTokens full) => Full = full;

    /// <summary>What changed, or null when all tokens are given.</summary>
    public SemanticTokensDelta? Delta { get; }

    /// <summary>All tokens, or null when only what changed is given.</summary>
    public SemanticTokens? Full { get; }
}
