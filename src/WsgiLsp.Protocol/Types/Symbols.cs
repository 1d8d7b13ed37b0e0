using System.Text.Json;
using System.Text.Json.Serialization;

namespace WsgiLsp.Protocol.Types;

/// <summary>What a symbol is; an editor shows an icon by it.</summary>
#pragma warning disable CS1591 // The names are the specification's and say all there is to say.
public enum SymbolKind
{
    File = 1,
    Module,
    Namespace,
    Package,
    Class,
    Method,
    Property,
    Field,
    Constructor,
    Enum,
    Interface,
    Function,
    Variable,
    Constant,
    String,
    Number,
    Boolean,
    Array,
    Object,
    Key,
    Null,
    EnumMember,
    Struct,
    Event,
    Operator,
    TypeParameter,
}
#pragma warning restore CS1591

/// <summary>Whose symbols are wanted.</summary>
public sealed record DocumentSymbolParams(
    TextDocumentIdentifier TextDocument,
    JsonElement? WorkDoneToken = null,
    JsonElement? PartialResultToken = null
);

/// <summary>A symbol with what it contains. <c>SelectionRange</c> is its name and lies within <c>Range</c>.</summary>
public sealed record DocumentSymbol(
    string Name,
    SymbolKind Kind,
    Range Range,
    Range SelectionRange,
    string? Detail = null,
    IReadOnlyList<DocumentSymbol>? Children = null
);

/// <summary>A symbol in a flat list, for clients without <see cref="DocumentSymbolClientCapabilities.HierarchicalDocumentSymbolSupport"/>.</summary>
public sealed record SymbolInformation(string Name, SymbolKind Kind, Location Location, string? ContainerName = null);

/// <summary>The answer to <c>textDocument/documentSymbol</c>: a tree or a flat list.</summary>
[JsonConverter(typeof(DocumentSymbolResultConverter))]
public sealed class DocumentSymbolResult
{
    /// <summary>A tree.</summary>
    public DocumentSymbolResult(IReadOnlyList<DocumentSymbol> tree) => Tree = tree;

    /// <summary>A flat list.</summary>
    public DocumentSymbolResult(IReadOnlyList<SymbolInformation> list) => List = list;

    /// <summary>The tree, or null when the answer is flat.</summary>
    public IReadOnlyList<DocumentSymbol>? Tree { get; }

    /// <summary>The flat list, or null when the answer is a tree.</summary>
    public IReadOnlyList<SymbolInformation>? List { get; }
}

/// <summary>The kinds of <see cref="FoldingRange"/>.</summary>
public static class FoldingRangeKind
{
    /// <summary>A comment.</summary>
    public const string Comment = "comment";

    /// <summary>A block of imports.</summary>
    public const string Imports = "imports";

    /// <summary>A region, which an editor's "fold all regions" closes.</summary>
    public const string Region = "region";
}

/// <summary>Whose folding ranges are wanted.</summary>
public sealed record FoldingRangeParams(
    TextDocumentIdentifier TextDocument,
    JsonElement? WorkDoneToken = null,
    JsonElement? PartialResultToken = null
);

/// <summary>Lines that can be folded, 0-based, the end line included; without characters whole lines are meant.</summary>
public sealed record FoldingRange(
    int StartLine,
    int EndLine,
    int? StartCharacter = null,
    int? EndCharacter = null,
    string? Kind = null,
    string? CollapsedText = null
);
