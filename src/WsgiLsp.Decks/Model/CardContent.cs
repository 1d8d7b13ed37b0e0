using System.Collections.Immutable;

namespace WsgiLsp.Decks.Model;

/// <summary>
/// What a card says, apart from where it stands: one record per kind. All texts are Markdown, dedented, with LF line
/// ends and without white space around; an absent part is the empty string.
/// </summary>
public abstract record CardContent
{
    /// <summary>What the card asks of the reader.</summary>
    public abstract CardKind Kind { get; }

    /// <summary>The heading's text and what belongs to the prompt below it.</summary>
    public required string Prompt { get; init; }

    /// <summary>The heading alone as plain text on one line, for lists, buttons and titles.</summary>
    public required string Title { get; init; }

    /// <summary>Hints, in the order in which they are revealed.</summary>
    public ImmutableArray<string> Hints { get; init; } = [];

    /// <summary>What is shown after the verdict.</summary>
    public string Explanation { get; init; } = "";

    /// <summary>The answer; empty for choice and multi, whose answer is in their options.</summary>
    public virtual string Answer => "";
}
