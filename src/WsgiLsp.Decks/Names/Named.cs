namespace WsgiLsp.Decks.Names;

/// <summary>What a name stands for.</summary>
public abstract record Named;

/// <summary>A deck.</summary>
/// <param name="Path">Its full path.</param>
public sealed record NamedDeck(string Path) : Named;

/// <summary>A section of a deck: a card, a note, a group or the title.</summary>
/// <param name="Path">The deck's full path.</param>
/// <param name="Section">The section's index.</param>
public sealed record NamedSection(string Path, int Section) : Named;

/// <summary>A tag, wherever it is given.</summary>
/// <param name="Tag">The tag.</param>
public sealed record NamedTag(string Tag) : Named;

/// <summary>A file or folder that is no deck; it may be missing.</summary>
/// <param name="Path">Its full path.</param>
public sealed record NamedFile(string Path) : Named;
