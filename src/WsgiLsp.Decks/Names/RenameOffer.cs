using WsgiLsp.Decks.Text;

namespace WsgiLsp.Decks.Names;

/// <summary>What can be renamed at a place.</summary>
/// <param name="Span">The name there, in the file.</param>
/// <param name="Placeholder">What to begin with: the name, or the text of the heading that a link leads to.</param>
public sealed record RenameOffer(TextSpan Span, string Placeholder);
