using System.Text.Json;
using System.Text.Json.Serialization;

namespace WsgiLsp.Protocol.Types;

/// <summary>Whose diagnostics are wanted, and the id of the last answer.</summary>
public sealed record DocumentDiagnosticParams(
    TextDocumentIdentifier TextDocument,
    string? Identifier = null,
    string? PreviousResultId = null,
    JsonElement? WorkDoneToken = null,
    JsonElement? PartialResultToken = null
);

/// <summary>The diagnostics of a document, or that they are as they were.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(RelatedFullDocumentDiagnosticReport), "full")]
[JsonDerivedType(typeof(RelatedUnchangedDocumentDiagnosticReport), "unchanged")]
public abstract record DocumentDiagnosticReport;

/// <summary>All diagnostics of a document.</summary>
public sealed record RelatedFullDocumentDiagnosticReport(
    [property: JsonConverter(typeof(DiagnosticsConverter))] IReadOnlyList<Diagnostic> Items,
    string? ResultId = null
) : DocumentDiagnosticReport;

/// <summary>They are as they were.</summary>
public sealed record RelatedUnchangedDocumentDiagnosticReport(string ResultId) : DocumentDiagnosticReport;

/// <summary>The id of the last answer about a document.</summary>
public sealed record PreviousResultId(string Uri, string Value);

/// <summary>The diagnostics of all documents are wanted.</summary>
public sealed record WorkspaceDiagnosticParams(
    IReadOnlyList<PreviousResultId> PreviousResultIds,
    string? Identifier = null,
    JsonElement? WorkDoneToken = null,
    JsonElement? PartialResultToken = null
) : IWorkDoneProgressParams, IPartialResultParams;

/// <summary>The diagnostics of one of all documents, or that they are as they were.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(WorkspaceFullDocumentDiagnosticReport), "full")]
[JsonDerivedType(typeof(WorkspaceUnchangedDocumentDiagnosticReport), "unchanged")]
public abstract record WorkspaceDocumentDiagnosticReport;

/// <summary>All diagnostics of a document; no version means the content on disk.</summary>
public sealed record WorkspaceFullDocumentDiagnosticReport(
    string Uri,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] int? Version,
    IReadOnlyList<Diagnostic> Items,
    string? ResultId = null
) : WorkspaceDocumentDiagnosticReport;

/// <summary>They are as they were.</summary>
public sealed record WorkspaceUnchangedDocumentDiagnosticReport(
    string Uri,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] int? Version,
    string ResultId
) : WorkspaceDocumentDiagnosticReport;

/// <summary>The diagnostics of all documents.</summary>
public sealed record WorkspaceDiagnosticReport(IReadOnlyList<WorkspaceDocumentDiagnosticReport> Items);

/// <summary>Some of them, sent ahead of the answer.</summary>
public sealed record WorkspaceDiagnosticReportPartialResult(IReadOnlyList<WorkspaceDocumentDiagnosticReport> Items);
