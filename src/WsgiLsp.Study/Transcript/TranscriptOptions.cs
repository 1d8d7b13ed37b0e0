using WsgiLsp.Study.Grading;

namespace WsgiLsp.Study.Transcript;

/// <summary>What holds for a transcript as a whole: what the learner set, and what the session knows besides its items.</summary>
public sealed record TranscriptOptions
{
    /// <summary>The words of the workspace's decks: none of them is a typo of another.</summary>
    public KnownWords Known { get; init; } = KnownWords.None;

    /// <summary>Whether there are two grades, Fail and Pass, in place of four; the learner's choice.</summary>
    public bool HasTwoGrades { get; init; }

    /// <summary>The grades that there are.</summary>
    internal GradeScale Scale => new(HasTwoGrades);

    /// <summary>
    /// After so long no new item is opened; null for no limit. The learner's choice; an exam has a limit of its own.
    /// </summary>
    public TimeSpan? TimeLimit { get; init; }

    /// <summary>Number of recall cards that an exam leaves out; it says so.</summary>
    public int LeftOut { get; init; }

    /// <summary>Items come back that are due in so long at most: within the session when they are due, at its end at once.</summary>
    public TimeSpan LearnAhead { get; init; } = TimeSpan.FromMinutes(20);
}
