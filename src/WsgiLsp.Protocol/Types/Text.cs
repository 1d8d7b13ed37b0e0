using System.Text.Json.Serialization;

namespace WsgiLsp.Protocol.Types;

/// <summary>A place between two characters. Both numbers are 0-based; <c>Character</c> counts units of the negotiated <see cref="PositionEncodingKind"/>.</summary>
public readonly record struct Position(int Line, int Character);

/// <summary>A stretch of text, end exclusive.</summary>
public readonly record struct Range(Position Start, Position End);

/// <summary>A stretch of text in a document.</summary>
public sealed record Location(string Uri, Range Range);

/// <summary>A replacement of a stretch of text; an empty range inserts.</summary>
public sealed record TextEdit(Range Range, string NewText);

/// <summary>Edits of one document, all against the same version of it.</summary>
public sealed record TextDocumentEdit(
    OptionalVersionedTextDocumentIdentifier TextDocument,
    IReadOnlyList<TextEdit> Edits
);

/// <summary>
/// Edits of several documents, either by URI (<c>Changes</c>) or with versions (<c>DocumentChanges</c>, for clients with
/// <see cref="WorkspaceEditClientCapabilities.DocumentChanges"/>).
/// </summary>
public sealed record WorkspaceEdit(
    IReadOnlyDictionary<string, IReadOnlyList<TextEdit>>? Changes = null,
    IReadOnlyList<TextDocumentEdit>? DocumentChanges = null
);

/// <summary>A document as the client opens it.</summary>
public sealed record TextDocumentItem(string Uri, string LanguageId, int Version, string Text);

/// <summary>Which document.</summary>
public sealed record TextDocumentIdentifier(string Uri);

/// <summary>Which document, and the version it has after the change.</summary>
public sealed record VersionedTextDocumentIdentifier(string Uri, int Version);

/// <summary>Which document and version; no version means the content on disk.</summary>
public sealed record OptionalVersionedTextDocumentIdentifier(
    string Uri,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] int? Version = null
);

/// <summary>A change of an open document: of a range, or of the whole text when there is none.</summary>
public sealed record TextDocumentContentChangeEvent(string Text, Range? Range = null);

/// <summary>A document was opened; from now on the client's text is the truth.</summary>
public sealed record DidOpenTextDocumentParams(TextDocumentItem TextDocument);

/// <summary>An open document changed; the changes apply one after another.</summary>
public sealed record DidChangeTextDocumentParams(
    VersionedTextDocumentIdentifier TextDocument,
    IReadOnlyList<TextDocumentContentChangeEvent> ContentChanges
);

/// <summary>A document was saved; the text comes along when <see cref="SaveOptions.IncludeText"/> asked for it.</summary>
public sealed record DidSaveTextDocumentParams(TextDocumentIdentifier TextDocument, string? Text = null);

/// <summary>A document was closed; from now on the file on disk is the truth.</summary>
public sealed record DidCloseTextDocumentParams(TextDocumentIdentifier TextDocument);
