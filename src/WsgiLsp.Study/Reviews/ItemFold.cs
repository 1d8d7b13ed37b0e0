using WsgiLsp.Study.Grading;
using WsgiLsp.Study.Scheduling;

namespace WsgiLsp.Study.Reviews;

/// <summary>
/// Makes an item's state of its events. Pure, and blind to the order in which they came: events are replayed by time and
/// id, so that devices that exchanged their logs agree.
/// </summary>
public static class ItemFold
{
    /// <summary>The state after all events.</summary>
    /// <param name="events">The item's events, in the order of time and id.</param>
    /// <param name="schedulers">The schedulers with the weights in force.</param>
    public static ItemState Of(IReadOnlyList<HistoryEvent> events, LearnerSchedulers schedulers)
    {
        HashSet<Guid>? undone = null;
        Dictionary<Guid, HistoryEvent>? regraded = null;
        foreach (var change in events)
        {
            if (change is { Kind: ReviewEventKind.Undo, Target: { } target })
            {
                (undone ??= []).Add(target);
            }
            else if (change is { Kind: ReviewEventKind.Regrade, Target: { } other })
            {
                (regraded ??= [])[other] = change;
            }
        }

        var state = ItemState.New;
        foreach (var change in events)
        {
            if (undone?.Contains(change.Id) != true)
            {
                state = Next(state, Regraded(change), schedulers);
            }
        }

        return state;

        HistoryEvent Regraded(HistoryEvent review) =>
            regraded?.TryGetValue(review.Id, out var other) == true ? review.RegradedBy(other) : review;
    }

    /// <summary>Whether what happened says nothing of earlier events, so that it is one more step from the state before.</summary>
    internal static bool IsStep(ReviewEventKind kind) =>
        kind
            is not (
                ReviewEventKind.Undo
                or ReviewEventKind.Regrade
                or ReviewEventKind.Attach
                or ReviewEventKind.Detach
                or ReviewEventKind.Seen
            );

    /// <summary>The state after one more event, of which nobody says anything later.</summary>
    internal static ItemState Next(ItemState state, HistoryEvent change, LearnerSchedulers schedulers) =>
        change.Kind switch
        {
            ReviewEventKind.Review when change.Practice => state with
            {
                AnsweredDay = Later(state.AnsweredDay, change.Day),
                SureAndWrongDay = SureAndWrongDay(state, change),
            },
            ReviewEventKind.Review => Reviewed(state, change, schedulers[change.Family]),
            ReviewEventKind.Suspend => state with { IsSuspended = true },
            ReviewEventKind.Resume => state with { IsSuspended = false },
            ReviewEventKind.Bury => state with { BuriedDay = change.Day },
            // A new answer is news only to who learned the old one.
            ReviewEventKind.DueNow when !state.IsNew || change.FormerAnswer is null => state with
            {
                DueDay = change.Day,
                DueTime = null,
                FormerAnswer = change.FormerAnswer ?? state.FormerAnswer,
            },
            ReviewEventKind.Peek => state with { PeekTime = change.Time },
            ReviewEventKind.Reset or ReviewEventKind.StartFresh => ItemState.New with
            {
                IsSuspended = state.IsSuspended,
            },
            _ => state,
        };

    private static ItemState Reviewed(ItemState state, HistoryEvent review, Scheduler scheduler)
    {
        var grade = review.Grade ?? Grade.Again;
        var days = state is { LastDay: { } lastDay, LastTime: { } lastTime }
            ? Elapsed.Days(lastDay, lastTime, review.Day, review.Time)
            : 0;
        var answer = scheduler.Answer(state.Schedule, SchedulingRules.Counted(grade, state.IsNew, days), days);
        var schedule = review.Phase is { } phase
            ? answer.After with
            {
                Phase = phase,
                Step = review.Step,
            }
            : answer.After;
        var wait = review.RawInterval is { } logged ? TimeSpan.FromDays(logged) : answer.Delay;
        var isLapse = state.IsLapse(grade, review.Day);
        return state with
        {
            Schedule = schedule,
            DueDay = review.DueDay ?? review.Day + answer.Days,
            DueTime = schedule.IsOnStep ? review.Time + (long)wait.TotalMilliseconds : null,
            LastTime = review.Time,
            LastDay = review.Day,
            LastGrade = grade,
            FirstDay = state.FirstDay ?? review.Day,
            AnsweredDay = Later(state.AnsweredDay, review.Day),
            Repetitions = state.Repetitions + 1,
            Lapses = isLapse ? state.Lapses + 1 : state.Lapses,
            LapseDay = isLapse ? review.Day : state.LapseDay,
            AgainDay = grade == Grade.Again ? review.Day : state.AgainDay,
            SureAndWrongDay = SureAndWrongDay(state, review),
            FormerAnswer = null,
        };
    }

    private static int? SureAndWrongDay(ItemState state, HistoryEvent review) =>
        review is { IsSure: true, Grade: Grade.Again } ? review.Day : state.SureAndWrongDay;

    private static int Later(int? one, int other) => Math.Max(one ?? other, other);
}
