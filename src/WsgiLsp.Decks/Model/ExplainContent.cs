using System.Collections.Immutable;

namespace WsgiLsp.Decks.Model;

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
