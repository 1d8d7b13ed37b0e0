using WsgiLsp.Study.Grading;

namespace WsgiLsp.Study.Transcript;

/// <summary>What a learner can set about sessions.</summary>
public sealed record TranscriptOptions
{
    /// <summary>The words of the workspace's decks: none of them is a typo of another.</summary>
    public KnownWords Known { get; init; } = KnownWords.None;

    /// <summary>Whether there are two grades, Fail and Pass, in place of four.</summary>
    public bool HasTwoGrades { get; init; }

    /// <summary>The grades that there are.</summary>
    internal GradeScale Scale => new(HasTwoGrades);

    /// <summary>After so long no new item is opened; null for no limit. An exam has a limit of its own.</summary>
    public TimeSpan? TimeLimit { get; init; }

    /// <summary>Number of recall cards that an exam leaves out; it says so.</summary>
    public int LeftOut { get; init; }

    /// <summary>An item on a step comes back after at least so many others, or at the end.</summary>
    public int ReturnAfter { get; init; } = 5;

    /// <summary>At the end items come back that are due in so long at most.</summary>
    public TimeSpan LearnAhead { get; init; } = TimeSpan.FromMinutes(20);
}
