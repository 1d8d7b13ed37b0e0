using WsgiLsp.Decks.Text;

namespace WsgiLsp.Decks.Names;

/// <summary>Where something is that has a name.</summary>
/// <param name="Path">The file's full path.</param>
/// <param name="Start">Where its heading begins.</param>
/// <param name="End">Where its heading ends.</param>
/// <param name="EndOfAll">Where all of it ends: of a card its section.</param>
public sealed record NamePlace(string Path, LinePosition Start, LinePosition End, LinePosition EndOfAll);
