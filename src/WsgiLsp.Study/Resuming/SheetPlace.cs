using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace WsgiLsp.Study.Resuming;

/// <summary>The quiz sheet that a session is on, or the panel.</summary>
/// <param name="Id">The sheet's id, as it stands in it.</param>
/// <param name="Path">The full path of its file; empty for a panel, which has none.</param>
/// <param name="Decks">The full paths of the decks that it asks.</param>
public sealed record SheetPlace(string Id, string Path, ImmutableArray<string> Decks)
{
    /// <summary>Whether it is in a panel.</summary>
    [JsonIgnore]
    public bool IsPanel => Path.Length == 0;
}
