using WsgiLsp.Study.Grading;
using WsgiLsp.Study.Scheduling;

namespace WsgiLsp.Study.Statistics;

/// <summary>An answer of the log, with what was known of its item before it. What was taken back is none.</summary>
public sealed record PastAnswer
{
    /// <summary>From so many days between two answers on an item is mature.</summary>
    public const int MatureInterval = 21;

    /// <summary>The study day; see <see cref="Reviews.StudyDay"/>.</summary>
    public required int Day { get; init; }

    /// <summary>When it was given, ms UTC.</summary>
    public long Time { get; init; }

    /// <summary>What kind of remembering it was.</summary>
    public WeightsFamily Family { get; init; }

    /// <summary>Days since the last answer with an effect on the schedule, as the scheduler counts; 0 for a new item.</summary>
    public int ElapsedDays { get; init; }

    /// <summary>The chance to be right without knowing anything, 0…½.</summary>
    public double Guess { get; init; }

    /// <summary>The grade that counts.</summary>
    public required Grade Grade { get; init; }

    /// <summary>Whether a machine found it right; null where only the learner could tell.</summary>
    public bool? Correct { get; init; }

    /// <summary>How sure the learner said to be.</summary>
    public Certainty? Certainty { get; init; }

    /// <summary>The time that counts; see <see cref="AnswerTime"/>.</summary>
    public TimeSpan Spent { get; init; }

    /// <summary>Whether it had no effect on the schedule.</summary>
    public bool IsPractice { get; init; }

    /// <summary>Whether the item had not been answered on that day before, be it for practice.</summary>
    public bool IsFirstOfDay { get; init; }

    /// <summary>Whether the answer had been looked at in the ten minutes before.</summary>
    public bool IsPrimed { get; init; }

    /// <summary>The item's phase before the answer.</summary>
    public LearningPhase PhaseBefore { get; init; }

    /// <summary>The interval in days that had been chosen for the item; 0 where it was new or on a step.</summary>
    public int IntervalBefore { get; init; }

    /// <summary>
    /// The chance of a right answer that the scheduler saw, 0…1: that it is recalled, and where it is not, that it is guessed;
    /// null for a new item.
    /// </summary>
    public double? Predicted { get; init; }

    /// <summary>Whether it tells what is remembered after days: the item's first answer of the day, in review, unprimed.</summary>
    public bool IsTest => PhaseBefore == LearningPhase.Review && IsFirstOfDay && !IsPractice && !IsPrimed;

    /// <summary>Whether the item had a long interval.</summary>
    public bool IsMature => IntervalBefore >= MatureInterval;
}
