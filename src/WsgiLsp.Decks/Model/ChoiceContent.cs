using System.Collections.Immutable;

namespace WsgiLsp.Decks.Model;

/// <summary>A question with options: one key (choice) or any number (multi).</summary>
public sealed record ChoiceContent : CardContent
{
    /// <summary>Whether several options may be correct.</summary>
    public required bool IsMulti { get; init; }

    /// <inheritdoc/>
    public override CardKind Kind => IsMulti ? CardKind.Multi : CardKind.Choice;

    /// <summary>The options in the deck's order. May lack a key, or hold several in a choice card: see the rules.</summary>
    public required ImmutableArray<Option> Options { get; init; }
}

/// <summary>One option of a choice or multi card.</summary>
/// <param name="Text">What the reader sees, Markdown without the box.</param>
/// <param name="Correct">Whether it is a key.</param>
/// <param name="Feedback">What is said to who picks it; may be empty.</param>
public sealed record Option(string Text, bool Correct, string Feedback);
