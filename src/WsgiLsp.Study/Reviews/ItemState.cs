using WsgiLsp.Study.Grading;
using WsgiLsp.Study.Scheduling;

namespace WsgiLsp.Study.Reviews;

/// <summary>What the log's events make of an item. Days are study days (see <see cref="StudyDay"/>), times ms UTC.</summary>
public sealed record ItemState
{
    /// <summary>From so many lapses on an item is a leech: sessions say so, and can ask for it.</summary>
    public const int LeechLapses = 8;

    /// <summary>From so many lapses on its author is told, who can still save it.</summary>
    public const int ManyLapses = 4;

    // Of a leech it is said again after so many further lapses.
    private const int FurtherLapses = 4;

    /// <summary>Of an item that the log does not know.</summary>
    public static ItemState New { get; } = new();

    /// <summary>Its phase, step and memory.</summary>
    public ItemSchedule Schedule { get; init; }

    /// <summary>The day on which it is due; null while it is new, unless the learner asked for it.</summary>
    public int? DueDay { get; init; }

    /// <summary>When it is due, on a step; else null.</summary>
    public long? DueTime { get; init; }

    /// <summary>When it was last answered with an effect on the schedule.</summary>
    public long? LastTime { get; init; }

    /// <summary>The day of that.</summary>
    public int? LastDay { get; init; }

    /// <summary>The grade of that.</summary>
    public Grade? LastGrade { get; init; }

    /// <summary>The day of its first answer.</summary>
    public int? FirstDay { get; init; }

    /// <summary>The last day on which it was answered, be it for practice.</summary>
    public int? AnsweredDay { get; init; }

    /// <summary>How many answers had an effect on the schedule.</summary>
    public int Repetitions { get; init; }

    /// <summary>How often it was missed in review, at most once a day.</summary>
    public int Lapses { get; init; }

    /// <summary>The day of the last lapse.</summary>
    public int? LapseDay { get; init; }

    /// <summary>The last day on which it was missed with an effect on the schedule.</summary>
    public int? AgainDay { get; init; }

    /// <summary>The last day on which the learner was sure, and wrong.</summary>
    public int? SureAndWrongDay { get; init; }

    /// <summary>Whether the learner suspended it.</summary>
    public bool IsSuspended { get; init; }

    /// <summary>The last day on which the learner buried it.</summary>
    public int? BuriedDay { get; init; }

    /// <summary>What its answer was when it was learned, where it changed since; else null.</summary>
    public string? FormerAnswer { get; init; }

    /// <summary>When its answer was last looked at outside a session.</summary>
    public long? PeekTime { get; init; }

    /// <summary>Whether it was never answered.</summary>
    public bool IsNew => Schedule.Phase == LearningPhase.New;

    /// <summary>Whether it was never answered and waits for its turn among new items: nobody made it due.</summary>
    public bool WaitsAsNew => IsNew && DueDay is null;

    /// <summary>Whether it was missed so often that the card should be changed, and is asked still.</summary>
    public bool IsLeech => Lapses >= LeechLapses && !IsSuspended;

    /// <summary>Whether it is on the way to being a leech, or is one.</summary>
    public bool IsMissedOften => Lapses >= ManyLapses && !IsSuspended;

    /// <summary>Whether a grade would be a lapse: a miss of what was learned, once a day.</summary>
    /// <param name="grade">The grade that counts.</param>
    /// <param name="day">The study day of the answer.</param>
    public bool IsLapse(Grade grade, int day) =>
        grade == Grade.Again && Schedule.Phase == LearningPhase.Review && LapseDay != day;

    /// <summary>How often it will have been missed after a lapse, where that is to be said: at 8, 12, 16 …; else null.</summary>
    public int? LeechAfterLapse =>
        Lapses + 1 is var lapses && lapses >= LeechLapses && (lapses - LeechLapses) % FurtherLapses == 0
            ? lapses
            : null;

    /// <summary>Whether it was answered on a day.</summary>
    public bool WasAnsweredOn(int day) => AnsweredDay == day;

    /// <summary>Whether it is not asked on a day because the learner buried it.</summary>
    public bool IsBuriedOn(int day) => BuriedDay == day;

    /// <summary>Whether it is due on a day, be it later on that day.</summary>
    public bool IsDueOn(int day) => DueDay <= day;

    /// <summary>Whether it is to be asked again at a moment.</summary>
    /// <param name="day">The moment's study day.</param>
    /// <param name="time">The moment, ms UTC.</param>
    public bool IsDueAt(int day, long time) => DueTime is { } due ? due <= time : IsDueOn(day);
}
