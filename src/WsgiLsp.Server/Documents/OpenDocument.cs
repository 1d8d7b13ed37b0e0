using WsgiLsp.Decks.Model;
using WsgiLsp.Decks.Text;
using WsgiLsp.Server.Features.Diagnostics;
using WsgiLsp.Server.Workspace;

namespace WsgiLsp.Server.Documents;

/// <summary>A document that the client has open: one immutable version of it.</summary>
internal sealed record OpenDocument
{
    /// <summary>The URI as the client writes it.</summary>
    public required string Uri { get; init; }

    /// <summary>The file's path; a mere name for documents that are no files.</summary>
    public required string Path { get; init; }

    /// <summary>The client's version number.</summary>
    public required int Version { get; init; }

    /// <summary>The text.</summary>
    public required SourceText Text { get; init; }

    /// <summary>The deck that it is; null for other Markdown, which is left in peace.</summary>
    public Deck? Deck { get; init; }

    /// <summary>The diagnostics of this and earlier versions, as far as they still hold.</summary>
    public KnownDiagnostics Diagnostics { get; } = new();

    /// <summary>The id of the quiz sheet that it is; null for other documents.</summary>
    public string? Sheet { get; init; }

    /// <summary>What it says as a <c>wsgilsp.json</c>; decks follow that once it is saved. Null for other documents.</summary>
    public WsgiLspConfig? Config { get; init; }
}
