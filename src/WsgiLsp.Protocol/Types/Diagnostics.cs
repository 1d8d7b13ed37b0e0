using System.Text.Json;
using System.Text.Json.Serialization;

namespace WsgiLsp.Protocol.Types;

/// <summary>How much a diagnostic matters.</summary>
public enum DiagnosticSeverity
{
    /// <summary>An error.</summary>
    Error = 1,

    /// <summary>A warning.</summary>
    Warning = 2,

    /// <summary>Worth knowing.</summary>
    Information = 3,

    /// <summary>A suggestion.</summary>
    Hint = 4,
}

/// <summary>What else a diagnostic says about its range.</summary>
public enum DiagnosticTag
{
    /// <summary>Of no use; shown faded.</summary>
    Unnecessary = 1,

    /// <summary>Outdated; shown struck through.</summary>
    Deprecated = 2,
}

/// <summary>Where a diagnostic's code is explained.</summary>
public sealed record CodeDescription(string Href);

/// <summary>Another place that a diagnostic is about.</summary>
public sealed record DiagnosticRelatedInformation(Location Location, string Message);

/// <summary>Something to say about a range, as we send it: code and message are strings.</summary>
public sealed record Diagnostic(
    Range Range,
    string Message,
    DiagnosticSeverity? Severity = null,
    string? Code = null,
    CodeDescription? CodeDescription = null,
    string? Source = null,
    IReadOnlyList<DiagnosticTag>? Tags = null,
    IReadOnlyList<DiagnosticRelatedInformation>? RelatedInformation = null,
    JsonElement? Data = null
);

/// <summary>All diagnostics of a document; they replace those published before.</summary>
public sealed record PublishDiagnosticsParams(
    string Uri,
    [property: JsonConverter(typeof(DiagnosticsConverter))] IReadOnlyList<Diagnostic> Diagnostics,
    int? Version = null
);
