using Microsoft.Data.Sqlite;
using WsgiLsp.Study.Grading;
using WsgiLsp.Study.Scheduling;
using WsgiLsp.Study.Sessions;

namespace WsgiLsp.Study.Reviews;

/// <summary>Adds to a review what the schedule makes of it, in the light of the log.</summary>
/// <param name="connection">The log's database.</param>
/// <param name="dayStart">The local time of day at which a study day begins.</param>
/// <param name="schedulers">The learner's schedulers.</param>
/// <param name="aim">What the deck wants.</param>
internal sealed class AnswerPlanner(
    SqliteConnection connection,
    TimeSpan dayStart,
    LearnerSchedulers schedulers,
    DeckAim aim
)
{
    private readonly LearnerSchedulers _ofDeck = schedulers.For(aim);

    /// <summary>What an answer would do.</summary>
    public AnswerPlan Plan(string item, Grade grade, WeightsFamily family, StudyMoment moment) =>
        Plan(item, ItemTable.Find(connection, item), grade, family, moment);

    /// <summary>
    /// A review or a regrade with what the schedule makes of it; other events as they are. A review that comes as practice
    /// stays practice.
    /// </summary>
    public LoggedEvent Plan(LoggedEvent logged) =>
        logged.Event switch
        {
            { Kind: ReviewEventKind.Review, Item: { } item, Grade: { } grade, Practice: not true } => With(
                logged,
                Plan(item, grade, FamilyOf(logged), MomentOf(logged)),
                FamilyOf(logged)
            ),
            { Kind: ReviewEventKind.Regrade, Item: { } item, Grade: { } grade, Target: { } target } => Regrade(
                logged,
                item,
                grade,
                target
            ),
            _ => logged,
        };

    /// <summary>What another grade would have done in the place of a review's own; null where there is no such review.</summary>
    public AnswerPlan? PlanRegrade(Guid review, Grade grade) =>
        EventTable.Find(connection, review) is { Event.Item: { } item } logged
            ? PlanInstead(logged, item, grade)
            : null;

    private LoggedEvent Regrade(LoggedEvent logged, string item, Grade grade, Guid target) =>
        EventTable.Find(connection, target) is not { } review ? logged
        : review.Event.Mode == StudyMode.Exam.Name() ? logged with { Event = logged.Event with { Practice = true } }
        : With(logged, PlanInstead(review, item, grade), FamilyOf(review));

    private AnswerPlan PlanInstead(LoggedEvent review, string item, Grade grade)
    {
        var before = new ItemHistories(connection).Of(item).TakeWhile(happened => happened.Id != review.Id).ToList();
        return Plan(item, ItemFold.Of(before, schedulers), grade, FamilyOf(review), MomentOf(review));
    }

    private AnswerPlan Plan(string item, ItemState state, Grade grade, WeightsFamily family, StudyMoment moment) =>
        AnswerPlan.Of(item, state, grade, moment, _ofDeck[family], day => ItemTable.CountDue(connection, day));

    private LoggedEvent With(LoggedEvent logged, AnswerPlan plan, WeightsFamily family) =>
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
                WeightsId = _ofDeck[family].Fsrs.Weights.Id,
            },
        };

    private static WeightsFamily FamilyOf(LoggedEvent logged) => WeightsFamilies.OfMode(logged.Event.Mode);

    private StudyMoment MomentOf(LoggedEvent logged) => new(logged.Time, dayStart);
}
