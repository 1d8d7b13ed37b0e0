using System.Text.Json;

namespace WsgiLsp.Protocol.Types;

/// <summary>What an inlay hint tells of.</summary>
public enum InlayHintKind
{
    /// <summary>A type.</summary>
    Type = 1,

    /// <summary>A parameter.</summary>
    Parameter = 2,
}

/// <summary>Where inlay hints are wanted.</summary>
public sealed record InlayHintParams(
    TextDocumentIdentifier TextDocument,
    Range Range,
    JsonElement? WorkDoneToken = null
);

/// <summary>Text shown in a line that is not in the document. The tooltip may come with resolve; <c>Data</c> comes back there.</summary>
public sealed record InlayHint(
    Position Position,
    string Label,
    InlayHintKind? Kind = null,
    MarkupContent? Tooltip = null,
    bool? PaddingLeft = null,
    bool? PaddingRight = null,
    JsonElement? Data = null
);
