namespace WsgiLsp.Decks.Names;

/// <summary>Something cannot be renamed, or not so.</summary>
/// <param name="message">Why, and the way out, for a person.</param>
#pragma warning disable CA1032 // Without a reason nobody could do anything about it.
public sealed class RenameRefusedException(string message) : Exception(message);
#pragma warning restore CA1032
