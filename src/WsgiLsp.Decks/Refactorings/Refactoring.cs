using System.Collections.Immutable;
using WsgiLsp.Decks.Text;

namespace WsgiLsp.Decks.Refactorings;

/// <summary>A change of a deck that its author may want, though nothing is wrong with the text.</summary>
/// <param name="Title">What it does, as a menu shows it.</param>
/// <param name="Edits">The edits, in the file, in ascending order and without overlap.</param>
public sealed record Refactoring(string Title, ImmutableArray<TextEdit> Edits)
{
    /// <summary>Whether it makes two of one, rather than writing one in another way.</summary>
    public bool IsExtraction { get; init; }

    /// <summary>What stands in the file after the edits and is to be written over; null where nothing is.</summary>
    public TextSpan? Placeholder { get; init; }
}
