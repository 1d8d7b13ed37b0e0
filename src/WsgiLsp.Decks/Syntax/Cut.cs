namespace WsgiLsp.Decks.Syntax;

/// <summary>Where a section begins.</summary>
/// <param name="Start">Offset of the first line of its heading.</param>
/// <param name="Level">The heading's level, 1–6.</param>
internal readonly record struct Cut(int Start, int Level);
