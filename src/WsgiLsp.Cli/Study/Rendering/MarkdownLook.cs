using Ink = Spectre.Console.Style;

namespace WsgiLsp.Cli.Study.Rendering;

/// <summary>How Markdown is shown.</summary>
internal sealed record MarkdownLook
{
    /// <summary>Whether there are colours.</summary>
    public required bool HasColour { get; init; }

    /// <summary>Whether a line of the source stays a line.</summary>
    public bool KeepsLines { get; init; }

    /// <summary>How all text is written.</summary>
    public Ink Base { get; init; } = Inks.Plain;

    /// <summary>How the first sentence is written; null for as the others.</summary>
    public Ink? Lead { get; init; }
}
