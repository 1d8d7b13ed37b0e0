using WsgiLsp.Decks.Text;

namespace WsgiLsp.Decks.Syntax;

/// <summary>One <c>key=value</c> of a card or group comment.</summary>
/// <param name="Key">The key; for a word without <c>=</c> the word.</param>
/// <param name="KeySpan">Where the key stands.</param>
/// <param name="Value">The value without quotes; null for a word without <c>=</c>.</param>
/// <param name="ValueSpan">Where the value stands, quotes included.</param>
internal sealed record MetadataEntry(string Key, TextSpan KeySpan, string? Value, TextSpan ValueSpan);
