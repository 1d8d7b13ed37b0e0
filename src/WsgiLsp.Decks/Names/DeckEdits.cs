using System.Collections.Immutable;
using WsgiLsp.Decks.Text;

namespace WsgiLsp.Decks.Names;

/// <summary>Edits of one deck.</summary>
/// <param name="Path">Its full path.</param>
/// <param name="Text">The text that they were made for.</param>
/// <param name="Edits">The edits, in ascending order and without overlap; at least one.</param>
public sealed record DeckEdits(string Path, SourceText Text, ImmutableArray<TextEdit> Edits);
