using WsgiLsp.Study.Grading;
using WsgiLsp.Study.Scheduling;

namespace WsgiLsp.Study.Reviews;

/// <summary>
/// Something that happened, as it is handed to the log: one member a column. Members that a kind of event does not use
/// are null.
/// </summary>
public sealed record ReviewEvent
{
    /// <summary>What happened.</summary>
    public required ReviewEventKind Kind { get; init; }

    /// <summary>The item's key, <c>deck-id/card-id</c>; null for events about no item.</summary>
    public string? Item { get; init; }

    /// <summary>
    /// The event that this one changes: the review of an undo or a regrade. For an exam's review the exam's first one, which
    /// itself has none.
    /// </summary>
    public Guid? Target { get; init; }

    /// <summary>The grade.</summary>
    public Grade? Grade { get; init; }

    /// <summary>The mode in which it was asked, such as <c>choice</c>.</summary>
    public string? Mode { get; init; }

    /// <summary>Whether the answer is practice, which does not change the schedule.</summary>
    public bool? Practice { get; init; }

    /// <summary>
    /// The deck's indices of the options in the order shown, such as <c>2,0,1</c>; in mode <c>drill</c> the 0-based index of
    /// the concept; for <c>seen</c> the deck's file.
    /// </summary>
    public string? Shown { get; init; }

    /// <summary>Of a choice a mark of each option, in the deck's order: what the indices stand for. See <see cref="OptionMarks"/>.</summary>
    public string? Options { get; init; }

    /// <summary>What was answered; for <c>seen</c> and others, the text that the kind calls for.</summary>
    public string? Given { get; init; }

    /// <summary>Whether a machine found the answer right.</summary>
    public bool? Correct { get; init; }

    /// <summary>How much of an answer that has parts was right.</summary>
    public PartMarks? Parts { get; init; }

    /// <summary>Number of hints shown.</summary>
    public int? Hints { get; init; }

    /// <summary>How sure the reader said to be.</summary>
    public Certainty? Certainty { get; init; }

    /// <summary>Time from the question to the grade, in milliseconds, uncapped.</summary>
    public long? MillisecondsSpent { get; init; }

    /// <summary>What the machine found, one sign a concept: <c>+</c> found, <c>~</c> perhaps, <c>-</c> missing.</summary>
    public string? AutomaticConcepts { get; init; }

    /// <summary>The verdicts after the reader's corrections, in the same signs.</summary>
    public string? FinalConcepts { get; init; }

    /// <summary>The mark of the answer that was learned; see <see cref="Grading.AnswerFingerprint"/>.</summary>
    public string? AnswerFingerprint { get; init; }

    /// <summary>Study days since the review before.</summary>
    public int? ElapsedDays { get; init; }

    /// <summary>The scheduler's interval in days, before rounding and fuzz; on a step the wait, a part of a day.</summary>
    public double? RawInterval { get; init; }

    /// <summary>The study day on which the item is due.</summary>
    public int? DueDay { get; init; }

    /// <summary>The phase after the answer.</summary>
    public LearningPhase? Phase { get; init; }

    /// <summary>The step after the answer, from 0.</summary>
    public int? Step { get; init; }

    /// <summary>The weights that the scheduler used.</summary>
    public string? WeightsId { get; init; }
}

/// <summary>An event as it stands in the log.</summary>
/// <param name="Id">UUID version 7.</param>
/// <param name="Time">When it was logged, to the millisecond, with the local offset.</param>
/// <param name="Day">The study day, counted from 1970-01-01; see <see cref="StudyDay"/>.</param>
/// <param name="Device">The device that logged it.</param>
/// <param name="Event">What happened.</param>
public sealed record LoggedEvent(Guid Id, DateTimeOffset Time, int Day, string Device, ReviewEvent Event);
