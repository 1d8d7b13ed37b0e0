using WsgiLsp.Study.Grading;
using WsgiLsp.Study.Scheduling;

namespace WsgiLsp.Study.Reviews;

/// <summary>What of an event decides an item's state.</summary>
/// <param name="Id">The event's id.</param>
/// <param name="Time">When it was logged, ms UTC.</param>
/// <param name="Day">The study day.</param>
/// <param name="Kind">What happened.</param>
public readonly record struct HistoryEvent(Guid Id, long Time, int Day, ReviewEventKind Kind)
{
    /// <summary>The event that this one changes.</summary>
    public Guid? Target { get; init; }

    /// <summary>The grade.</summary>
    public Grade? Grade { get; init; }

    /// <summary>Whether the answer has no effect on the schedule.</summary>
    public bool Practice { get; init; }

    /// <summary>Whether the learner was sure.</summary>
    public bool IsSure { get; init; }

    /// <summary>Days to wait, on a step a part of a day.</summary>
    public double? RawInterval { get; init; }

    /// <summary>The study day on which the item is due.</summary>
    public int? DueDay { get; init; }

    /// <summary>The phase after the answer.</summary>
    public LearningPhase? Phase { get; init; }

    /// <summary>The step after the answer.</summary>
    public int Step { get; init; }

    /// <summary>Of a review: whose weights say what it did.</summary>
    public WeightsFamily Family { get; init; }

    /// <summary>Of <c>due-now</c>: what the answer was before it changed; else null.</summary>
    public string? FormerAnswer { get; init; }

    /// <summary>What of a whole event decides.</summary>
    public static HistoryEvent Of(LoggedEvent logged) =>
        new(logged.Id, logged.Time.ToUnixTimeMilliseconds(), logged.Day, logged.Event.Kind)
        {
            Target = logged.Event.Target,
            Grade = logged.Event.Grade,
            Practice = logged.Event.Practice == true,
            IsSure = logged.Event.Certainty == Certainty.Sure,
            RawInterval = logged.Event.RawInterval,
            DueDay = logged.Event.DueDay,
            Phase = logged.Event.Phase,
            Step = logged.Event.Step ?? 0,
            Family = WeightsFamilies.OfMode(logged.Event.Mode),
            FormerAnswer = logged.Event.Kind == ReviewEventKind.DueNow ? logged.Event.Given : null,
        };

    /// <summary>An answer with the grade that it was given later, and what that did to the schedule.</summary>
    /// <param name="regrade">What gave it the grade; null for none.</param>
    public HistoryEvent RegradedBy(HistoryEvent? regrade) =>
        regrade is { } other
            ? this with
            {
                Practice = other.Practice,
                Grade = other.Grade,
                RawInterval = other.RawInterval,
                DueDay = other.DueDay,
                Phase = other.Phase,
                Step = other.Step,
            }
            : this;

    /// <summary>In which order events are replayed: by time, then by id.</summary>
    public static int Compare(HistoryEvent one, HistoryEvent other) =>
        one.Time != other.Time ? one.Time.CompareTo(other.Time) : one.Id.CompareTo(other.Id);
}
