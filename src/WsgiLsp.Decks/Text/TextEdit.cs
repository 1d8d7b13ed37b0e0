namespace WsgiLsp.Decks.Text;

/// <summary>A replacement of one stretch of text by another.</summary>
/// <param name="Span">What is replaced; an empty span inserts.</param>
/// <param name="NewText">What stands there afterwards.</param>
public readonly record struct TextEdit(TextSpan Span, string NewText);
