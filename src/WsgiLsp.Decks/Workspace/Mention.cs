using WsgiLsp.Decks.Syntax;
using WsgiLsp.Decks.Text;

namespace WsgiLsp.Decks.Workspace;

/// <summary>A word of a section that names something elsewhere. Places count from the section's start.</summary>
/// <param name="Text">What it says.</param>
/// <param name="Span">Where.</param>
/// <param name="Start">First position.</param>
/// <param name="End">Position just past it.</param>
internal sealed record Mention(string Text, TextSpan Span, LinePosition Start, LinePosition End)
{
    public static Mention At(SectionSource source, TextSpan span, string text) =>
        new(text, span, source.Position(span.Start), source.Position(span.End));
}
