using WsgiLsp.Study.Grading;
using WsgiLsp.Study.Scheduling;

namespace WsgiLsp.Study.Reviews;

/// <summary>
/// What an answer would do to the schedule: the same before it is given, where it is offered, as when it is logged.
/// </summary>
/// <param name="Practice">Whether it has no effect on the schedule.</param>
/// <param name="ElapsedDays">Study days since the answer before; null for a new item.</param>
/// <param name="RawInterval">The interval in days before rounding and fuzz; on a step the wait, a part of a day.</param>
/// <param name="DueDay">The study day on which the item is due then.</param>
/// <param name="After">The item after the answer.</param>
public sealed record AnswerPlan(bool Practice, int? ElapsedDays, double? RawInterval, int? DueDay, ItemSchedule After)
{
    /// <summary>The grade that counts; lower than the one given where <see cref="Peeked"/> caps it.</summary>
    public Grade Grade { get; private init; }

    /// <summary>How long before the answer it was looked at, where that helps; see <see cref="Priming"/>.</summary>
    public TimeSpan? Peeked { get; private init; }

    /// <summary>How often the item was missed then, where the answer makes it a leech or that is to be said again; else null.</summary>
    public int? Leech { get; private init; }

    /// <summary>How long the item waits: minutes on a step, else whole days; null for practice.</summary>
    /// <param name="day">The study day of the answer.</param>
    public TimeSpan? Wait(int day) =>
        Practice ? null
        : After.IsOnStep ? TimeSpan.FromDays(RawInterval!.Value)
        : TimeSpan.FromDays(DueDay!.Value - day);

    /// <summary>Plans an answer.</summary>
    /// <param name="item">The item's key, which decides chance.</param>
    /// <param name="state">The item before the answer.</param>
    /// <param name="grade">The grade.</param>
    /// <param name="moment">When it is given.</param>
    /// <param name="scheduler">The scheduler.</param>
    /// <param name="load">How many items are due on a study day.</param>
    public static AnswerPlan Of(
        string item,
        ItemState state,
        Grade grade,
        StudyMoment moment,
        Scheduler scheduler,
        Func<int, int> load
    )
    {
        var peeked = Priming.Before(state, moment);
        var counted = Priming.Counted(grade, peeked);
        var plan = Counted(item, state, counted, moment, scheduler, load);
        return plan with
        {
            Grade = counted,
            Peeked = peeked,
            Leech = !plan.Practice && state.IsLapse(counted, moment.Day) ? state.LeechAfterLapse : null,
        };
    }

    private static AnswerPlan Counted(
        string item,
        ItemState state,
        Grade grade,
        StudyMoment moment,
        Scheduler scheduler,
        Func<int, int> load
    )
    {
        if (!ChangesSchedule(LastWeek.Due(item, state, scheduler.Options.By, moment.Day), grade, moment))
        {
            return new AnswerPlan(Practice: true, ElapsedSince(state, moment), null, null, state.Schedule);
        }

        var days = ElapsedSince(state, moment);
        var answer = scheduler.Answer(
            state.Schedule,
            SchedulingRules.Counted(grade, state.IsNew, days ?? 0),
            days ?? 0
        );
        if (answer.After.IsOnStep)
        {
            return new AnswerPlan(
                Practice: false,
                days,
                answer.Delay.TotalDays,
                moment.DayAfter(answer.Delay),
                answer.After
            );
        }

        var wait = Wait(item, state.Repetitions, answer.Days, moment.Day, scheduler.Options, load);
        return new AnswerPlan(Practice: false, days, answer.RawInterval, moment.Day + wait, answer.After);
    }

    /// <summary>Days that an item waits: its interval, spread, and cut where the deck's day would come before it is asked.</summary>
    private static int Wait(
        string item,
        int repetition,
        int days,
        int day,
        SchedulerOptions options,
        Func<int, int> load
    )
    {
        var wait = IntervalFuzz.Choose(item, repetition, days, options.MaxInterval, Ahead);
        return LastWeek.After(options.By, day) is var (first, last) && wait > last
            ? IntervalFuzz.LeastBusy(item, repetition, first, last, Ahead)
            : wait;

        int Ahead(int after) => load(day + after);
    }

    /// <summary>
    /// Whether an answer has an effect: to a new or due item, on a step, the first of the day, or, once a day, a miss. Else
    /// free repeats of an afternoon would make a memory look stable.
    /// </summary>
    private static bool ChangesSchedule(ItemState state, Grade grade, StudyMoment moment) =>
        state.IsNew
        || state.Schedule.IsOnStep
        || state.IsDueOn(moment.Day)
        || !state.WasAnsweredOn(moment.Day)
        || (grade == Grade.Again && state.AgainDay != moment.Day);

    private static int? ElapsedSince(ItemState state, StudyMoment moment) =>
        state is { LastDay: { } lastDay, LastTime: { } lastTime }
            ? Elapsed.Days(lastDay, lastTime, moment.Day, moment.Milliseconds)
            : null;
}
