using System.Collections.Immutable;

namespace WsgiLsp.Study.Resuming;

/// <summary>The quiz sheet that a session is on.</summary>
/// <param name="Id">The sheet's id, as it stands in it.</param>
/// <param name="Path">The full path of its file.</param>
/// <param name="Decks">The full paths of the decks that it asks.</param>
public sealed record SheetPlace(string Id, string Path, ImmutableArray<string> Decks);
