using System.Collections.Immutable;

namespace WsgiLsp.Study.Scheduling;

/// <summary>The names of phases in the log.</summary>
public static class LearningPhases
{
    private static readonly ImmutableArray<string> Names = ["new", "learning", "review", "relearning"];

    /// <summary>The phase's name, such as <c>review</c>.</summary>
    public static string Name(this LearningPhase phase) => Names[(int)phase];

    /// <summary>The phase of that name, or null.</summary>
    public static LearningPhase? Parse(string name) =>
        Names.IndexOf(name) is >= 0 and var index ? (LearningPhase)index : null;
}
