using System.Text.Json;

namespace WsgiLsp.Protocol.Types;

/// <summary>The formats of <see cref="MarkupContent"/>.</summary>
public static class MarkupKind
{
    /// <summary>Plain text.</summary>
    public const string PlainText = "plaintext";

    /// <summary>Markdown as GitHub has it.</summary>
    public const string Markdown = "markdown";
}

/// <summary>Text in a format of <see cref="MarkupKind"/>.</summary>
public sealed record MarkupContent(string Kind, string Value);

/// <summary>Where the pointer rests.</summary>
public sealed record HoverParams(
    TextDocumentIdentifier TextDocument,
    Position Position,
    JsonElement? WorkDoneToken = null
);

/// <summary>What is shown there, and the range that it is about.</summary>
public sealed record Hover(MarkupContent Contents, Range? Range = null);
