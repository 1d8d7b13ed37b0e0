using Microsoft.Data.Sqlite;
using WsgiLsp.Study.Grading;
using WsgiLsp.Study.Scheduling;
using WsgiLsp.Study.Sessions;

namespace WsgiLsp.Study.Reviews;

/// <summary>Adds to a review what the schedule makes of it, in the light of the log.</summary>
internal sealed class AnswerPlanner(SqliteConnection connection, ReviewLogOptions options, double? retention)
{
    private readonly Scheduler _scheduler = options.SchedulerFor(retention);

    /// <summary>What an answer would do.</summary>
    public AnswerPlan Plan(string item, Grade grade, StudyMoment moment) =>
        Plan(item, ItemTable.Find(connection, item), grade, moment);

    /// <summary>
    /// A review or a regrade with what the schedule makes of it; other events as they are. A review that comes as practice
    /// stays practice.
    /// </summary>
    public LoggedEvent Plan(LoggedEvent logged) =>
        logged.Event switch
        {
            { Kind: ReviewEventKind.Review, Item: { } item, Grade: { } grade, Practice: not true } => With(
                logged,
                Plan(item, grade, MomentOf(logged))
            ),
            { Kind: ReviewEventKind.Regrade, Item: { } item, Grade: { } grade, Target: { } target } => Regrade(
                logged,
                item,
                grade,
                target
            ),
            _ => logged,
        };

    /// <summary>The other grade does what it would have done in the place of the first.</summary>
    private LoggedEvent Regrade(LoggedEvent logged, string item, Grade grade, Guid target)
    {
        if (EventTable.Find(connection, target) is not { } review)
        {
            return logged;
        }

        if (review.Event.Mode == StudyMode.Exam.Name())
        {
            return logged with { Event = logged.Event with { Practice = true } };
        }

        var before = new ItemHistories(connection).Of(item).TakeWhile(happened => happened.Id != target).ToList();
        return With(logged, Plan(item, ItemFold.Of(before, options.Schedulers), grade, MomentOf(review)));
    }

    private AnswerPlan Plan(string item, ItemState state, Grade grade, StudyMoment moment) =>
        AnswerPlan.Of(item, state, grade, moment, _scheduler, day => ItemTable.CountDue(connection, day));

    private LoggedEvent With(LoggedEvent logged, AnswerPlan plan) =>
        logged with
        {
            Event = logged.Event with
            {
                Grade = plan.Grade,
                Practice = plan.Practice,
                ElapsedDays = plan.ElapsedDays,
                RawInterval = plan.RawInterval,
                DueDay = plan.DueDay,
                Phase = plan.Practice ? null : plan.After.Phase,
                Step = plan.Practice ? null : plan.After.Step,
                WeightsId = _scheduler.Fsrs.Weights.Id,
            },
        };

    private StudyMoment MomentOf(LoggedEvent logged) => new(logged.Time, options.DayStart);
}
