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

/// <summary>A prompt and its answer.</summary>
public sealed record RecallContent : CardContent
{
    /// <inheritdoc/>
    public override CardKind Kind => CardKind.Recall;

    /// <summary>The answer.</summary>
    public required string Body { get; init; }

    /// <inheritdoc/>
    public override string Answer => Body;
}

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

/// <summary>A statement that holds or does not.</summary>
public sealed record TrueFalseContent : CardContent
{
    /// <inheritdoc/>
    public override CardKind Kind => CardKind.TrueFalse;

    /// <summary>Whether the statement holds.</summary>
    public required bool IsTrue { get; init; }

    /// <inheritdoc/>
    public override string Answer => IsTrue ? "true" : "false";
}

/// <summary>A free-text question with a rubric.</summary>
public sealed record ExplainContent : CardContent
{
    /// <inheritdoc/>
    public override CardKind Kind => CardKind.Explain;

    /// <summary>The rubric: what a full answer mentions.</summary>
    public required ImmutableArray<Concept> Concepts { get; init; }

    /// <summary>A full answer in the author's words; may be empty.</summary>
    public string ModelAnswer { get; init; } = "";

    /// <inheritdoc/>
    public override string Answer => ModelAnswer;
}

/// <summary>Text that is never asked.</summary>
public sealed record NoteContent : CardContent
{
    /// <inheritdoc/>
    public override CardKind Kind => CardKind.Note;

    /// <summary>The text below the heading.</summary>
    public required string Body { get; init; }

    /// <inheritdoc/>
    public override string Answer => Body;
}

/// <summary>One option of a choice or multi card.</summary>
/// <param name="Text">What the reader sees, Markdown without the box.</param>
/// <param name="Correct">Whether it is a key.</param>
/// <param name="Feedback">What is said to who picks it; may be empty.</param>
public sealed record Option(string Text, bool Correct, string Feedback);

/// <summary>One concept of an explain card's rubric.</summary>
/// <param name="Text">The concept in the author's words: the first wording, Markdown.</param>
/// <param name="Wordings">
/// Ways to say it; covering one suffices. The first belongs to <paramref name="Text"/>, further ones to the nested list.
/// </param>
public sealed record Concept(string Text, ImmutableArray<ConceptWording> Wordings);

/// <summary>One way to say a concept: all its terms are needed.</summary>
/// <param name="Terms">
/// Each term is a list of alternatives, of which one is needed, as plain text. Empty where the wording has no bold:
/// then all content words of <paramref name="Text"/> are needed.
/// </param>
/// <param name="Text">The wording itself, Markdown.</param>
public sealed record ConceptWording(string Text, ImmutableArray<ImmutableArray<string>> Terms);
