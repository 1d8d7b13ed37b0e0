namespace WsgiLsp.Study.Statistics;

/// <summary>An item that is missed again and again.</summary>
/// <param name="Item">Its identity in the log.</param>
/// <param name="Title">The card's heading as plain text.</param>
/// <param name="Lapses">How often it was missed in review.</param>
public sealed record Leech(string Item, string Title, int Lapses);
