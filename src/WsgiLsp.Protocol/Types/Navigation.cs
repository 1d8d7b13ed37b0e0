using System.Text.Json;
using System.Text.Json.Serialization;

namespace WsgiLsp.Protocol.Types;

/// <summary>Of what the definition is wanted.</summary>
public sealed record DefinitionParams(
    TextDocumentIdentifier TextDocument,
    Position Position,
    JsonElement? WorkDoneToken = null,
    JsonElement? PartialResultToken = null
);

/// <summary>Where a definition is: <c>TargetRange</c> is all of it, <c>TargetSelectionRange</c> its name.</summary>
public sealed record LocationLink(
    string TargetUri,
    Range TargetRange,
    Range TargetSelectionRange,
    Range? OriginSelectionRange = null
);

/// <summary>
/// The answer to <c>textDocument/definition</c>: links, or mere locations for clients without
/// <see cref="DefinitionClientCapabilities.LinkSupport"/>.
/// </summary>
[JsonConverter(typeof(DefinitionResultConverter))]
public sealed class DefinitionResult
{
    /// <summary>Links.</summary>
    public DefinitionResult(IReadOnlyList<LocationLink> links) => Links = links;

    /// <summary>Locations.</summary>
    public DefinitionResult(IReadOnlyList<Location> locations) => Locations = locations;

    /// <summary>The links, or null when the answer is mere locations.</summary>
    public IReadOnlyList<LocationLink>? Links { get; }

    /// <summary>The locations, or null when the answer is links.</summary>
    public IReadOnlyList<Location>? Locations { get; }
}

/// <summary>Whether the definition counts among the references.</summary>
public sealed record ReferenceContext(bool IncludeDeclaration);

/// <summary>Of what the references are wanted.</summary>
public sealed record ReferenceParams(
    TextDocumentIdentifier TextDocument,
    Position Position,
    ReferenceContext Context,
    JsonElement? WorkDoneToken = null,
    JsonElement? PartialResultToken = null
) : IWorkDoneProgressParams, IPartialResultParams;

/// <summary>How a highlighted place uses its name.</summary>
public enum DocumentHighlightKind
{
    /// <summary>It has the same text.</summary>
    Text = 1,

    /// <summary>It refers to it.</summary>
    Read = 2,

    /// <summary>It gives it.</summary>
    Write = 3,
}

/// <summary>What is to be highlighted.</summary>
public sealed record DocumentHighlightParams(
    TextDocumentIdentifier TextDocument,
    Position Position,
    JsonElement? WorkDoneToken = null,
    JsonElement? PartialResultToken = null
);

/// <summary>A place with the same name.</summary>
public sealed record DocumentHighlight(Range Range, DocumentHighlightKind? Kind = null);

/// <summary>What is to be renamed, perhaps.</summary>
public sealed record PrepareRenameParams(
    TextDocumentIdentifier TextDocument,
    Position Position,
    JsonElement? WorkDoneToken = null
);

/// <summary>The name that can be changed, and what to begin with.</summary>
public sealed record PrepareRenamePlaceholder(Range Range, string Placeholder);

/// <summary>What is to be renamed, and its new name.</summary>
public sealed record RenameParams(
    TextDocumentIdentifier TextDocument,
    Position Position,
    string NewName,
    JsonElement? WorkDoneToken = null
) : IWorkDoneProgressParams;

/// <summary>Where the surroundings of places are wanted.</summary>
public sealed record SelectionRangeParams(
    TextDocumentIdentifier TextDocument,
    IReadOnlyList<Position> Positions,
    JsonElement? WorkDoneToken = null,
    JsonElement? PartialResultToken = null
);

/// <summary>A stretch around a place, and the one around that.</summary>
public sealed record SelectionRange(Range Range, SelectionRange? Parent = null);

/// <summary>Whose links are wanted.</summary>
public sealed record DocumentLinkParams(
    TextDocumentIdentifier TextDocument,
    JsonElement? WorkDoneToken = null,
    JsonElement? PartialResultToken = null
);

/// <summary>A link. Without a target it is unresolved; <c>Data</c> comes back on resolve.</summary>
public sealed record DocumentLink(Range Range, string? Target = null, string? Tooltip = null, JsonElement? Data = null);

/// <summary>Symbols of the whole workspace whose names match; an empty query asks for all.</summary>
public sealed record WorkspaceSymbolParams(
    string Query,
    JsonElement? WorkDoneToken = null,
    JsonElement? PartialResultToken = null
) : IWorkDoneProgressParams, IPartialResultParams;

/// <summary>A symbol of the workspace.</summary>
public sealed record WorkspaceSymbol(
    string Name,
    SymbolKind Kind,
    Location Location,
    string? ContainerName = null,
    JsonElement? Data = null
);

/// <summary>Of what the linked ranges are wanted.</summary>
public sealed record LinkedEditingRangeParams(
    TextDocumentIdentifier TextDocument,
    Position Position,
    JsonElement? WorkDoneToken = null
);

/// <summary>Places with the same text that is to change in all of them; what it may be as a regular expression.</summary>
public sealed record LinkedEditingRanges(IReadOnlyList<Range> Ranges, string? WordPattern = null);
