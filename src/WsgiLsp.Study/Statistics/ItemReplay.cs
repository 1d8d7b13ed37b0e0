using WsgiLsp.Study.Grading;
using WsgiLsp.Study.Reviews;
using WsgiLsp.Study.Scheduling;

namespace WsgiLsp.Study.Statistics;

/// <summary>One item on the way through the log.</summary>
internal sealed class ItemReplay(LearnerSchedulers schedulers)
{
    private readonly List<PastAnswer> _answers = [];
    private ItemState _state = ItemState.New;
    private int _interval;

    /// <summary>The answers so far, in their order.</summary>
    public List<PastAnswer> Answers => _answers;

    /// <summary>Takes over the answers of the item that this history is attached to.</summary>
    public void Adopt(ItemReplay? own) => _answers.AddRange(own?._answers ?? []);

    /// <summary>Goes one event on.</summary>
    /// <param name="logged">The event.</param>
    /// <param name="regrade">What gave it another grade, or null.</param>
    public void Take(LoggedEvent logged, HistoryEvent? regrade)
    {
        var happened = HistoryEvent.Of(logged).RegradedBy(regrade);
        var isReview = happened.Kind == ReviewEventKind.Review;
        if (isReview)
        {
            _answers.Add(Answer(logged.Event, happened));
        }

        _state = ItemFold.Next(_state, happened, schedulers);
        if (isReview && !happened.Practice)
        {
            // Later the item may be made due for other reasons, which do not make it younger.
            _interval = _state.DueDay!.Value - happened.Day;
        }
    }

    private PastAnswer Answer(ReviewEvent answered, HistoryEvent happened)
    {
        var days = _state is { LastDay: { } day, LastTime: { } time }
            ? Elapsed.Days(day, time, happened.Day, happened.Time)
            : 0;
        var isFirstOfDay = !_state.WasAnsweredOn(happened.Day);
        var guess = GuessChance.Of(answered);
        return new PastAnswer
        {
            Day = happened.Day,
            Time = happened.Time,
            Family = happened.Family,
            ElapsedDays = days,
            Guess = guess,
            Grade = happened.Grade ?? Grade.Again,
            Correct = answered.Correct,
            Certainty = answered.Certainty,
            Spent = AnswerTime.Of(answered),
            IsPractice = happened.Practice,
            IsFirstOfDay = isFirstOfDay,
            IsPrimed =
                isFirstOfDay
                && _state.PeekTime is { } peek
                && Priming.Helps(TimeSpan.FromMilliseconds(happened.Time - peek)),
            PhaseBefore = _state.Schedule.Phase,
            IntervalBefore = _state.Schedule.IsOnStep ? 0 : _interval,
            Predicted = _state.IsNew
                ? null
                : Guessing.ChanceOfRight(
                    schedulers.Fsrs[happened.Family].Retrievability(_state.Schedule.Memory.Stability, days),
                    guess
                ),
        };
    }
}
