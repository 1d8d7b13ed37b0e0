using WsgiLsp.Study.Grading;
using WsgiLsp.Study.Scheduling;
using WsgiLsp.Study.Statistics;

namespace WsgiLsp.Study.Simulation;

/// <summary>How a learner answers, but for what is remembered: grades and times. Of who has answered little, mostly defaults.</summary>
public sealed record LearnerHabits
{
    // A default counts as so many answers, so that the first ones move it little.
    private const int DefaultWeight = 20;

    /// <summary>Of who has answered nothing yet: half of what is new is missed, as a first look at it is.</summary>
    public static LearnerHabits Default { get; } = new();

    /// <summary>Grades of first answers to new items.</summary>
    public GradeShares First { get; private init; } = new(0.5, 0, 0.5, 0);

    /// <summary>Grades of what is recalled; none is missed.</summary>
    public GradeShares Recalled { get; private init; } = new(0, 0.1, 0.9, 0);

    /// <summary>What the first answer to a new item takes.</summary>
    public TimeSpan NewTime { get; private init; } = TimeSpan.FromSeconds(20);

    /// <summary>What an answer that is recalled takes.</summary>
    public TimeSpan RecalledTime { get; private init; } = TimeSpan.FromSeconds(10);

    /// <summary>What an answer that is missed takes, with a look at the right one.</summary>
    public TimeSpan MissedTime { get; private init; } = TimeSpan.FromSeconds(20);

    /// <summary>How many answers they are learned from.</summary>
    public int Answers { get; init; }

    /// <summary>How many of these came on a later day than the answer before: they tell what is remembered, and what that costs.</summary>
    public int LaterAnswers { get; init; }

    /// <summary>Those of a learner.</summary>
    /// <param name="answers">The learner's answers; practice, and what had just been looked at, does not count.</param>
    public static LearnerHabits Of(IEnumerable<PastAnswer> answers)
    {
        var counted = answers.Where(answer => !answer.IsPractice && !answer.IsPrimed).ToList();
        var first = counted.FindAll(answer => answer.PhaseBefore == LearningPhase.New);
        var later = counted.FindAll(answer => answer.PhaseBefore != LearningPhase.New);
        var recalled = later.FindAll(answer => answer.Grade.IsGot());
        return new LearnerHabits
        {
            First = GradeShares.Of(first.ConvertAll(answer => answer.Grade), Default.First, DefaultWeight),
            Recalled = GradeShares.Of(recalled.ConvertAll(answer => answer.Grade), Default.Recalled, DefaultWeight),
            NewTime = Mean(first, Default.NewTime),
            RecalledTime = Mean(recalled, Default.RecalledTime),
            MissedTime = Mean(later.FindAll(answer => !answer.Grade.IsGot()), Default.MissedTime),
            Answers = counted.Count,
            LaterAnswers = counted.Count(answer => answer.ElapsedDays > 0),
        };
    }

    /// <summary>What an answer takes.</summary>
    /// <param name="isNew">Whether it is the first to its item.</param>
    /// <param name="grade">Its grade.</param>
    public TimeSpan TimeOf(bool isNew, Grade grade) =>
        isNew ? NewTime
        : grade.IsGot() ? RecalledTime
        : MissedTime;

    private static TimeSpan Mean(List<PastAnswer> answers, TimeSpan before)
    {
        // An answer without a time was not timed.
        var timed = answers.FindAll(answer => answer.Spent > TimeSpan.Zero);
        return (timed.Aggregate(TimeSpan.Zero, (sum, answer) => sum + answer.Spent) + (before * DefaultWeight))
            / (timed.Count + DefaultWeight);
    }
}
