using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace WsgiLsp.Server.Panel;

/// <summary>
/// A card as a panel shows it: the question, and as much of the answer as was revealed. Properties named html are safe to
/// be put into a page as they are.
/// </summary>
public sealed record PanelCard
{
    /// <summary>The item's number in its round, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>The kind of the card, as decks name it: <c>choice</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Whether the item was never answered before.</summary>
    public bool New { get; init; }

    /// <summary>The groups that the card stands in; empty for none.</summary>
    public string Context { get; init; } = "";

    /// <summary>The card's level; null for none.</summary>
    public string? Level { get; init; }

    /// <summary>Where the card stands; null where that is not known.</summary>
    public PanelPlace? Place { get; init; }

    /// <summary>The first line of what is asked.</summary>
    public required string TitleHtml { get; init; }

    /// <summary>The rest of what is asked; empty for nothing.</summary>
    public string BodyHtml { get; init; } = "";

    /// <summary>The hints that were shown.</summary>
    public ImmutableArray<string> HintsHtml { get; init; } = [];

    /// <summary>What is picked from: options, <c>true</c> and <c>false</c>, or what is to be put in order.</summary>
    public ImmutableArray<PanelOption> Options { get; init; } = [];

    /// <summary>What is paired with options, of a match card: the left column.</summary>
    public ImmutableArray<PanelPair> Pairs { get; init; } = [];

    /// <summary>What is typed, a line each; one for a typed card.</summary>
    public ImmutableArray<PanelBlank> Blanks { get; init; } = [];

    /// <summary>What was written, where that is free text.</summary>
    public string Written { get; init; } = "";

    /// <summary>How the answer was judged; null before, and where only the learner can tell.</summary>
    public PanelVerdict? Verdict { get; init; }

    /// <summary>The concepts of a revealed explain card; empty otherwise.</summary>
    public ImmutableArray<PanelConcept> Concepts { get; init; } = [];

    /// <summary>The answer, once it is revealed; else null.</summary>
    public string? AnswerHtml { get; init; }

    /// <summary>What the author says to it, once it is revealed; else null.</summary>
    public string? ExplanationHtml { get; init; }

    /// <summary>That the answer changed since it was learned, once it is revealed; else null.</summary>
    public string? ChangedHtml { get; init; }
}

/// <summary>What became of something that could be picked.</summary>
public enum PanelMark
{
    /// <summary>Nothing was said of it.</summary>
    [JsonStringEnumMemberName("none")]
    None,

    /// <summary>It was picked, and holds.</summary>
    [JsonStringEnumMemberName("right")]
    Right,

    /// <summary>It was picked, and does not hold.</summary>
    [JsonStringEnumMemberName("wrong")]
    Wrong,

    /// <summary>It holds, and was not picked.</summary>
    [JsonStringEnumMemberName("missed")]
    Missed,
}

/// <summary>Something to pick.</summary>
/// <param name="Mark">What is typed for it: a letter or number.</param>
/// <param name="Html">What it says.</param>
public sealed record PanelOption(string Mark, string Html)
{
    /// <summary>What became of it.</summary>
    public PanelMark State { get; init; }

    /// <summary>What the author says to who picked it, or missed it; null for nothing.</summary>
    public string? FeedbackHtml { get; init; }
}

/// <summary>Something to pair.</summary>
/// <param name="Mark">Its number.</param>
/// <param name="Html">What it says.</param>
public sealed record PanelPair(string Mark, string Html)
{
    /// <summary>What it was paired with; null before, and where it was with nothing.</summary>
    public string? GivenHtml { get; init; }

    /// <summary>What it belongs to, once that is revealed; else null.</summary>
    public string? RightHtml { get; init; }

    /// <summary>What became of it.</summary>
    public PanelMark State { get; init; }
}

/// <summary>A line that is typed.</summary>
/// <param name="Given">What was typed; null for nothing yet.</param>
public sealed record PanelBlank(string? Given)
{
    /// <summary>What became of it: right too if it was almost.</summary>
    public PanelMark State { get; init; }

    /// <summary>What was expected, once that is revealed; else null.</summary>
    public string? Right { get; init; }

    /// <summary>What was typed against what was expected, letter by letter, where the two are near; else empty.</summary>
    public ImmutableArray<PanelDifference> Difference { get; init; } = [];
}

/// <summary>A part of a difference.</summary>
/// <param name="Kind"><c>same</c>, <c>missing</c> or <c>extra</c>.</param>
/// <param name="Text">Its letters.</param>
public sealed record PanelDifference(string Kind, string Text);

/// <summary>A concept of a revealed explain card.</summary>
/// <param name="Number">Its number, from 1: <c>+2</c> says that it was said.</param>
/// <param name="Html">The concept.</param>
/// <param name="Verdict"><c>found</c>, <c>missing</c>, or another word for a doubtful one; with corrections.</param>
/// <param name="Quote">The learner's words around what was found; empty where nothing was.</param>
public sealed record PanelConcept(int Number, string Html, string Verdict, string Quote)
{
    /// <summary>
    /// Of one that was overruled as said: the learner's words, plain text, with which it would be found if the rubric had
    /// them; else null.
    /// </summary>
    public string? Wording { get; init; }
}

/// <summary>How an answer was judged.</summary>
/// <param name="Mark">Right, wrong, or <see cref="PanelMark.Missed"/> where a part is missing.</param>
/// <param name="Text">In words.</param>
public sealed record PanelVerdict(PanelMark Mark, string Text);
