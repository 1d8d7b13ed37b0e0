using System.Collections.Immutable;
using WsgiLsp.Decks.Model;

namespace WsgiLsp.Study.Scheduling;

/// <summary>What kind of remembering: each has weights of its own, since what is known again fades otherwise than what is said.</summary>
public enum WeightsFamily
{
    /// <summary>The answer has to be produced: recall, typed, cloze, explain, order.</summary>
    Production,

    /// <summary>The answer stands there, to be recognized: choice, multi, true-false, match.</summary>
    Recognition,
}

/// <summary>The names of families, and what belongs to them.</summary>
public static class WeightsFamilies
{
    private static readonly ImmutableArray<string> Names = ["production", "recognition"];

    /// <summary>Both.</summary>
    public static ImmutableArray<WeightsFamily> All { get; } = [WeightsFamily.Production, WeightsFamily.Recognition];

    /// <summary>The modes of recognition, as the log has them; all others are of production.</summary>
    // An exam's answers bear its own name. They are practice, whose family nobody asks for.
    internal static ImmutableArray<string> RecognitionModes { get; } = ["choice", "match"];

    /// <summary>The family's name, such as <c>production</c>.</summary>
    public static string Name(this WeightsFamily family) => Names[(int)family];

    /// <summary>The family of that name, or null.</summary>
    public static WeightsFamily? Parse(string name) =>
        Names.IndexOf(name) is >= 0 and var index ? (WeightsFamily)index : null;

    /// <summary>The family of a kind of card.</summary>
    public static WeightsFamily Of(CardKind kind) =>
        kind is CardKind.Choice or CardKind.Multi or CardKind.TrueFalse or CardKind.Match
            ? WeightsFamily.Recognition
            : WeightsFamily.Production;

    /// <summary>The family of an answer.</summary>
    /// <param name="mode">The mode in which it was asked, as the log has it; null for none.</param>
    public static WeightsFamily OfMode(string? mode) =>
        mode is not null && RecognitionModes.Contains(mode) ? WeightsFamily.Recognition : WeightsFamily.Production;
}
