using System.Collections.Immutable;
using WsgiLsp.Study.Grading;
using WsgiLsp.Study.Reviews;
using WsgiLsp.Study.Sessions;
using WsgiLsp.Study.Transcript;

namespace WsgiLsp.Study;

/// <summary>What a line brought about, with everything that matters on disk.</summary>
/// <param name="Lines">Lines to show, without line ends.</param>
/// <param name="Warning">What was expected instead, where the line could not be read; shown beside the transcript.</param>
public sealed record StudyReply(ImmutableArray<string> Lines, string? Warning);

/// <summary>
/// A transcript tied to the log, for faces that go by lines: what a line did is committed and synced before the lines that
/// acknowledge it are returned. One learner, one thread at a time.
/// </summary>
public sealed class StudyRunner : IStudyView
{
    private readonly ReviewLog _log;
    private readonly TimeProvider _clock;
    private readonly TranscriptStep _opening;
    private readonly Dictionary<int, ImmutableArray<LoggedEvent>> _events = [];

    /// <summary>The first review of the exam, which the others point to.</summary>
    private Guid? _exam;
    private long _askedAt;

    /// <summary>Prepares a session; nothing is logged before the first answer.</summary>
    /// <param name="items">What to ask; see <see cref="SessionPlan"/>.</param>
    /// <param name="title">The deck's title, or what else is asked.</param>
    /// <param name="log">The log.</param>
    /// <param name="clock">Measures the time of each answer.</param>
    /// <param name="options">What holds for all items; null for the defaults.</param>
    /// <param name="sheet">The sheet's id; null at a terminal.</param>
    /// <exception cref="ReviewLogException">The log cannot be read.</exception>
    public StudyRunner(
        ImmutableArray<SessionItem> items,
        string title,
        ReviewLog log,
        TimeProvider clock,
        TranscriptOptions? options = null,
        string? sheet = null
    )
    {
        _log = log;
        _clock = clock;
        _opening = TranscriptMachine.Start(items, title, this, options, sheet);
        _askedAt = clock.GetTimestamp();
        State = _opening.State;
    }

    /// <summary>Where the transcript is.</summary>
    public TranscriptState State { get; private set; }

    /// <inheritdoc/>
    public long Now => _clock.GetUtcNow().ToUnixTimeMilliseconds();

    /// <inheritdoc/>
    public TimeSpan? Wait(SessionItem item, Grade grade) =>
        item.IsPractice ? null : _log.Plan(item.Key, grade, item.Card.Retention).Wait(_log.Today);

    /// <inheritdoc/>
    public TimeSpan? WaitInstead(SessionItem item, int number, Grade grade)
    {
        if (item.IsPractice)
        {
            return null;
        }

        var review = _events[number].Single();
        return _log.PlanRegrade(review.Id, grade, item.Card.Retention)?.Wait(review.Day);
    }

    /// <inheritdoc/>
    public TimeSpan? Peeked(SessionItem item) =>
        item.IsPractice ? null : _log.Plan(item.Key, Grade.Good, item.Card.Retention).Peeked;

    /// <summary>The transcript's head and the first question; the first answer's time begins to run.</summary>
    public StudyReply Start()
    {
        _askedAt = _clock.GetTimestamp();
        return new StudyReply(_opening.Lines, Warning: null);
    }

    /// <summary>Whether a line would be taken: what it would say, without doing it.</summary>
    public TranscriptStep Try(string line) => TranscriptMachine.Step(State, line, this);

    /// <summary>Takes a complete line.</summary>
    /// <param name="line">The line, without its line end.</param>
    /// <exception cref="ReviewLogException">
    /// The log cannot be written: nothing was acknowledged, and the state is as it was before the line.
    /// </exception>
    public StudyReply Feed(string line)
    {
        var step = TranscriptMachine.Step(State, line, this);
        foreach (var effect in step.Effects)
        {
            Persist(effect);
        }

        if (!ReferenceEquals(step.State.Current, State.Current))
        {
            _askedAt = _clock.GetTimestamp();
        }

        State = step.State;
        return new StudyReply(step.Lines, step.Warning);
    }

    private void Persist(TranscriptEffect effect)
    {
        switch (effect)
        {
            case AnswerGraded graded:
                _events[graded.Number] = Append(graded, SpentOn(graded));
                TakeBack(graded.Replaces);
                break;
            case AnswerUndone undone:
                TakeBack(undone.Number);
                break;
            case AnswerRegraded regraded:
                _log.Append(
                    ReviewEvents.Regrade(regraded.Item, _events[regraded.Number].Single().Id, regraded.Grade),
                    regraded.Item.Card.Retention
                );
                break;
            case ItemBuried buried:
                _log.Append(ReviewEvents.Bury(buried.Item));
                break;
            case ItemSuspended suspended:
                _log.Append(ReviewEvents.Suspend(suspended.Item));
                break;
            case ItemDueNow due:
                _log.Append(ReviewEvents.DueNow(due.Item));
                break;
        }
    }

    /// <summary>Appends an answer: one event, or one for each card that pairs were built from.</summary>
    private ImmutableArray<LoggedEvent> Append(AnswerGraded graded, TimeSpan spent)
    {
        var (item, answer) = (graded.Item, graded.Answer);
        if (!item.Paired.IsEmpty)
        {
            return [.. ReviewEvents.Pairs(item, answer, spent).Select(review => _log.Append(review))];
        }

        var logged = _log.Append(
            ReviewEvents.Review(item, answer, spent) with
            {
                Target = item.IsExam ? _exam : null,
            },
            item.Card.Retention
        );
        _exam ??= item.IsExam ? logged.Id : null;
        return [logged];
    }

    private void TakeBack(int? number)
    {
        foreach (var logged in number is { } answer ? _events[answer] : [])
        {
            _log.Append(ReviewEvents.Undo(logged));
        }
    }

    /// <summary>The time of an answer: since its question came, or what the answer took whose place it takes.</summary>
    private TimeSpan SpentOn(AnswerGraded graded) =>
        ReferenceEquals(graded.Item, State.Current) ? _clock.GetElapsedTime(_askedAt)
        : graded.Replaces is { } number
            ? TimeSpan.FromMilliseconds(_events[number].Sum(logged => logged.Event.MillisecondsSpent ?? 0))
        : TimeSpan.Zero;
}
