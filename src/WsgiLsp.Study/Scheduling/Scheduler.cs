using System.Collections.Immutable;
using WsgiLsp.Study.Grading;

namespace WsgiLsp.Study.Scheduling;

/// <summary>
/// When an item is asked again: FSRS-6 for days, learning steps for minutes. One pure function; what it needs of the past is
/// in <see cref="ItemSchedule"/>.
/// </summary>
/// <param name="fsrs">The formulas with their weights.</param>
/// <param name="options">What the learner set.</param>
public sealed class Scheduler(Fsrs fsrs, SchedulerOptions options)
{
    /// <summary>A hard answer on the only step waits so much longer.</summary>
    private const double HardOnOnlyStep = 1.5;

    /// <summary>The formulas with their weights.</summary>
    public Fsrs Fsrs => fsrs;

    /// <summary>What the learner set.</summary>
    public SchedulerOptions Options => options;

    /// <summary>What an answer does to an item.</summary>
    /// <param name="before">The item before the answer.</param>
    /// <param name="grade">The grade.</param>
    /// <param name="days">Study days since the answer before, at least 0; ignored for a new item.</param>
    public ScheduledAnswer Answer(ItemSchedule before, Grade grade, int days)
    {
        var memory = MemoryAfter(before, grade, days);
        return before.Phase == LearningPhase.Review
            ? AnswerReview(before, memory, grade, days)
            : AnswerStep(before, memory, grade);
    }

    private MemoryState MemoryAfter(ItemSchedule before, Grade grade, int days) =>
        before.Phase == LearningPhase.New ? fsrs.First(grade) : fsrs.Next(before.Memory, grade, days);

    private ScheduledAnswer AnswerReview(ItemSchedule before, MemoryState memory, Grade grade, int days)
    {
        if (grade == Grade.Again)
        {
            return options.RelearningSteps is [var step, ..]
                ? OnStep(LearningPhase.Relearning, 0, memory, step)
                : InDays(memory, Interval(memory));
        }

        // A better answer never waits shorter; each grade by a day apart.
        var hard = Interval(MemoryAfter(before, Grade.Hard, days));
        var good = Interval(MemoryAfter(before, Grade.Good, days));
        var easy = Interval(MemoryAfter(before, Grade.Easy, days));
        hard = Math.Min(hard, good);
        good = Math.Max(good, hard + 1);
        easy = Math.Max(easy, good + 1);
        return InDays(
            memory,
            grade switch
            {
                Grade.Hard => hard,
                Grade.Good => good,
                _ => easy,
            }
        );
    }

    private ScheduledAnswer AnswerStep(ItemSchedule before, MemoryState memory, Grade grade)
    {
        var isRelearning = before.Phase == LearningPhase.Relearning;
        var phase = isRelearning ? LearningPhase.Relearning : LearningPhase.Learning;
        var steps = isRelearning ? options.RelearningSteps : options.LearningSteps;
        if (steps.IsEmpty)
        {
            return InDays(memory, Interval(memory));
        }

        // Settings may have taken steps away since.
        var step = Math.Min(before.Step, steps.Length - 1);
        return grade switch
        {
            Grade.Again => OnStep(phase, 0, memory, steps[0]),
            Grade.Hard => OnStep(phase, step, memory, HardDelay(steps, step)),
            Grade.Good when step + 1 < steps.Length => OnStep(phase, step + 1, memory, steps[step + 1]),
            _ => InDays(memory, Interval(memory)),
        };
    }

    private static TimeSpan HardDelay(ImmutableArray<TimeSpan> steps, int step) =>
        step > 0 ? steps[step] : WholeMinutes(steps is [var only] ? only * HardOnOnlyStep : (steps[0] + steps[1]) / 2);

    private static TimeSpan WholeMinutes(TimeSpan delay) =>
        delay < TimeSpan.FromMinutes(1) ? delay : TimeSpan.FromMinutes(Math.Floor(delay.TotalMinutes + 0.5));

    private static ScheduledAnswer OnStep(LearningPhase phase, int step, MemoryState memory, TimeSpan delay) =>
        new(new ItemSchedule(phase, step, memory), delay, RawInterval: 0, Days: 0);

    private ScheduledAnswer InDays(MemoryState memory, int days) =>
        new(
            new ItemSchedule(LearningPhase.Review, Step: 0, memory),
            TimeSpan.Zero,
            fsrs.RawInterval(memory.Stability, options.Retention),
            Math.Min(days, options.MaxInterval)
        );

    private int Interval(MemoryState memory) => Fsrs.Round(fsrs.RawInterval(memory.Stability, options.Retention));
}
