using WsgiLsp.Study.Grading;
using WsgiLsp.Study.Reviews;
using WsgiLsp.Study.Scheduling;

namespace WsgiLsp.Study.Statistics;

/// <summary>One item on the way through the log.</summary>
internal sealed class ItemReplay(Scheduler scheduler)
{
    private readonly List<PastAnswer> _answers = [];
    private ItemSchedule _schedule;
    private (int Day, long Time)? _last;
    private int _interval;
    private int? _answeredDay;
    private DateTimeOffset? _peek;

    /// <summary>The answers so far, in their order.</summary>
    public List<PastAnswer> Answers => _answers;

    /// <summary>Takes over the answers of the item that this history is attached to.</summary>
    public void Adopt(ItemReplay? own) => _answers.AddRange(own?._answers ?? []);

    /// <summary>Goes one event on.</summary>
    /// <param name="logged">The event.</param>
    /// <param name="regrade">What gave it another grade, or null.</param>
    public void Take(LoggedEvent logged, ReviewEvent? regrade)
    {
        switch (logged.Event.Kind)
        {
            case ReviewEventKind.Review:
                Answer(logged, regrade ?? logged.Event);
                break;
            case ReviewEventKind.Peek:
                _peek = logged.Time;
                break;
            case ReviewEventKind.Reset or ReviewEventKind.StartFresh:
                (_schedule, _last, _interval, _answeredDay, _peek) = (default, null, 0, null, null);
                break;
        }
    }

    private void Answer(LoggedEvent logged, ReviewEvent graded)
    {
        var time = logged.Time.ToUnixTimeMilliseconds();
        var grade = graded.Grade ?? Grade.Again;
        var isNew = _schedule.Phase == LearningPhase.New;
        var days = _last is { } last ? Elapsed.Days(last.Day, last.Time, logged.Day, time) : 0;
        var isFirstOfDay = _answeredDay != logged.Day;
        _answers.Add(
            new PastAnswer
            {
                Day = logged.Day,
                Grade = grade,
                Correct = logged.Event.Correct,
                Certainty = logged.Event.Certainty,
                Spent = AnswerTime.Of(logged.Event),
                IsPractice = graded.Practice == true,
                IsFirstOfDay = isFirstOfDay,
                IsPrimed = isFirstOfDay && _peek is { } peek && Priming.Helps(logged.Time - peek),
                PhaseBefore = _schedule.Phase,
                IntervalBefore = _schedule.IsOnStep ? 0 : _interval,
                Predicted = isNew ? null : scheduler.Fsrs.Retrievability(_schedule.Memory.Stability, days),
            }
        );
        _answeredDay = logged.Day;
        if (graded.Practice == true)
        {
            return;
        }

        var answer = scheduler.Answer(_schedule, SchedulingRules.Counted(grade, isNew, days), days);

        // The phase is what the log says: steps may have been set otherwise then.
        _schedule = graded.Phase is { } phase
            ? answer.After with
            {
                Phase = phase,
                Step = graded.Step ?? 0,
            }
            : answer.After;
        _last = (logged.Day, time);
        _interval = graded.DueDay is { } due ? due - logged.Day : answer.Days;
    }
}
