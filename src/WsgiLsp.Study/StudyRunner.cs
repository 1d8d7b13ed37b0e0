using System.Collections.Immutable;
using WsgiLsp.Decks.Model;
using WsgiLsp.Study.Grading;
using WsgiLsp.Study.Resuming;
using WsgiLsp.Study.Reviews;
using WsgiLsp.Study.Scheduling;
using WsgiLsp.Study.Sessions;
using WsgiLsp.Study.Transcript;

namespace WsgiLsp.Study;

/// <summary>What a line brought about, with everything that matters on disk.</summary>
/// <param name="Lines">Lines to show, without line ends.</param>
/// <param name="Warning">What was expected instead, where the line could not be read; shown beside the transcript.</param>
public sealed record StudyReply(ImmutableArray<string> Lines, string? Warning)
{
    /// <summary>The answer that was graded; null where none was.</summary>
    public AnswerGraded? Graded { get; init; }

    /// <summary>What else the lines say: see <see cref="TranscriptStep.Notes"/>.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];
}

/// <summary>
/// A transcript tied to the log, for faces that go by lines: what a line did is committed and synced before the lines that
/// acknowledge it are returned. One learner, one thread at a time.
/// </summary>
public sealed class StudyRunner : IStudyView
{
    private readonly ReviewLog _log;
    private readonly TimeProvider _clock;
    private readonly SessionKeeper? _keeper;
    private readonly Dictionary<int, ImmutableArray<LoggedEvent>> _events;

    /// <summary>What is shown when it begins, or goes on.</summary>
    private readonly ImmutableArray<string> _shown;

    /// <summary>Number of lines taken that <see cref="Typed"/> does not hold, and of renewals of what stood open.</summary>
    private int _takenBefore;

    /// <summary>The first review of the exam, which the others point to.</summary>
    private Guid? _exam;
    private long _askedAt;

    /// <summary>Prepares a session; nothing is logged before the first answer.</summary>
    /// <param name="items">What to ask; see <see cref="SessionPlan"/>.</param>
    /// <param name="title">The deck's title, or what else is asked.</param>
    /// <param name="log">The log.</param>
    /// <param name="clock">Measures the time of each answer.</param>
    /// <param name="options">What holds for all items; null for the defaults.</param>
    /// <param name="sheet">The sheet that it is on, whose session the log always keeps; null at a terminal.</param>
    /// <param name="isKept">
    /// Whether the log keeps the session until its end, so that it can be resumed; pairs built from recall cards are not.
    /// </param>
    /// <exception cref="ReviewLogException">The log cannot be read.</exception>
    public StudyRunner(
        ImmutableArray<SessionItem> items,
        string title,
        ReviewLog log,
        TimeProvider clock,
        TranscriptOptions? options = null,
        SheetPlace? sheet = null,
        bool isKept = false
    )
    {
        _log = log;
        _clock = clock;
        _events = [];
        Title = title;
        var view = new RecordingView(this);
        var opening = TranscriptMachine.Start(items, title, view, options, sheet?.Id);
        _keeper =
            (isKept || sheet is not null) && items.All(item => item.Paired.IsEmpty)
                ? new SessionKeeper(items, title, log.Today, opening, view.Said, sheet)
                : null;
        Opening = opening.Lines;
        _shown = opening.Lines;
        _askedAt = clock.GetTimestamp();
        State = opening.State;
    }

    private StudyRunner(
        KeptSession kept,
        ReplayedSession replayed,
        Dictionary<int, ImmutableArray<LoggedEvent>> events,
        ReviewLog log,
        TimeProvider clock
    )
    {
        _log = log;
        _clock = clock;
        _events = events;
        Title = kept.Title;
        _keeper = new SessionKeeper(kept);
        Opening = replayed.Opening;
        Typed = [.. replayed.Typed];
        _takenBefore = kept.TakenBefore;
        _shown = replayed.Reopening;
        Retyped = replayed.Typed[replayed.AskedAfter..];
        _exam = replayed.Exam;
        _askedAt = clock.GetTimestamp();
        State = replayed.State;
    }

    /// <summary>Asks what is left of a session, as one of its own.</summary>
    private StudyRunner(
        KeptSession kept,
        SessionRest rest,
        ReviewLog log,
        TimeProvider clock,
        TranscriptOptions options
    )
        : this(rest.Items, kept.Title, log, clock, options, kept.Sheet, isKept: true)
    {
        IsRest = true;
        _takenBefore = kept.TakenBefore + kept.Lines.Count;
        _keeper!.Take(_keeper.Kept with { Day = kept.Day, TakenBefore = _takenBefore });
        foreach (var line in rest.Written.Where(IsSilent))
        {
            Feed(line);
        }

        Retyped = [.. Typed];
        KeepDraft(rest.Draft);
    }

    /// <summary>
    /// Whether this is what was left of a session that could not go on as it was, since its decks or what its learner set
    /// are others by now.
    /// </summary>
    public bool IsRest { get; }

    /// <summary>What is asked as a whole.</summary>
    public string Title { get; }

    /// <summary>Where the transcript is.</summary>
    public TranscriptState State { get; private set; }

    /// <summary>Whether the log holds what <see cref="Resume"/> needs to go on.</summary>
    public bool CanResume => !State.IsFinished && _keeper?.HasBegun == true;

    /// <summary>The transcript's head and its first question.</summary>
    public ImmutableArray<string> Opening { get; }

    /// <summary>
    /// Tells what stands open from what stood there before: grows with each line that is taken, and where
    /// <see cref="Renew"/> changed it.
    /// </summary>
    public int Taken => _takenBefore + Typed.Count;

    /// <summary>All that was typed, and what it was answered with; without what was typed before the decks said something else.</summary>
    public ImmutableList<TypedLine> Typed { get; private set; } = [];

    /// <summary>What was typed since the open item was asked, in a session that goes on.</summary>
    public ImmutableArray<TypedLine> Retyped { get; } = [];

    /// <summary>What is kept of the line that is being typed; empty for nothing.</summary>
    public string Draft => _keeper?.Draft ?? "";

    /// <inheritdoc/>
    public long Now => _clock.GetUtcNow().ToUnixTimeMilliseconds();

    /// <inheritdoc/>
    public TimeSpan? Wait(SessionItem item, Grade grade) => _log.PlanFor(item, grade)?.Wait(_log.Today);

    /// <inheritdoc/>
    public TimeSpan? WaitInstead(SessionItem item, int number, Grade grade)
    {
        if (item.IsPractice)
        {
            return null;
        }

        var review = _events[number].Single();
        return _log.PlanRegrade(review.Id, grade, DeckAim.Of(item.Card))?.Wait(review.Day);
    }

    /// <inheritdoc/>
    public TimeSpan? Peeked(SessionItem item) => _log.PlanFor(item, Grade.Good)?.Peeked;

    /// <inheritdoc/>
    public int? Leech(SessionItem item) => _log.PlanFor(item, Grade.Again)?.Leech;

    /// <summary>The transcript's head and the first question; the first answer's time begins to run.</summary>
    public StudyReply Start()
    {
        _askedAt = _clock.GetTimestamp();
        return new StudyReply(_shown, Warning: null);
    }

    /// <summary>Has the log keep the session before anything was typed, so that its sheet can be found again.</summary>
    /// <exception cref="ReviewLogException">The log cannot be written.</exception>
    public void Keep() => _log.AppendStep([], _ => _keeper!.Kept.ToString(), _keeper?.Sheet);

    /// <summary>Goes on with the session of this study day that was not ended, or with one on a sheet, of whatever day.</summary>
    /// <param name="log">The log.</param>
    /// <param name="cards">The cards of all decks.</param>
    /// <param name="clock">Measures the time of each answer.</param>
    /// <param name="options">What the learner set.</param>
    /// <param name="sheet">The sheet's id; null at a terminal.</param>
    /// <returns>
    /// Null where there is none. Where its decks or the log say something else by now, what is left of it, see
    /// <see cref="IsRest"/>; null where nothing is.
    /// </returns>
    /// <exception cref="ReviewLogException">The log cannot be read, or not be written where the session is another one.</exception>
    public static StudyRunner? Resume(
        ReviewLog log,
        IEnumerable<Card> cards,
        TimeProvider clock,
        TranscriptOptions options,
        string? sheet = null
    )
    {
        var found = sheet is null ? UnfinishedSession.Find(log) : KeptSession.Parse(log.ReadSession(sheet));
        if (found is not { } kept)
        {
            return null;
        }

        var all = cards.ToList();
        return SessionReplay.Run(kept, all, options) is { } replayed && ReviewsOf(replayed, log) is { } reviews
                ? new StudyRunner(kept, replayed, reviews, log, clock)
            : SessionRest.Of(kept, log, all) is { } rest ? new StudyRunner(kept, rest, log, clock, options)
            : null;
    }

    /// <summary>The reviews by the numbers of the answers; null where the log has not all of them.</summary>
    private static Dictionary<int, ImmutableArray<LoggedEvent>>? ReviewsOf(ReplayedSession replayed, ReviewLog log)
    {
        var reviews = replayed.Answers.ToDictionary(one => one.Key, one => log.Find(one.Value));
        return reviews.ContainsValue(null)
            ? null
            : reviews.ToDictionary(one => one.Key, one => ImmutableArray.Create(one.Value!));
    }

    /// <summary>
    /// Keeps what is typed of the next line with the session, until a line is taken. May be called from another thread than
    /// the others, but not while one of them runs.
    /// </summary>
    /// <param name="text">The text; empty for nothing.</param>
    /// <exception cref="ReviewLogException">The log cannot be written.</exception>
    public void KeepDraft(string text)
    {
        if (_keeper is null || State.IsFinished || text == _keeper.Draft)
        {
            return;
        }

        var kept = _keeper.With(text);
        _log.AppendStep([], _ => kept.HasBegun ? kept.ToString() : null, _keeper.Sheet);
        _keeper.Take(kept);
    }

    /// <summary>
    /// Goes on with cards as their decks say them by now, for a learner who edits what is asked: in what follows and what
    /// comes back, and in what stands open as far as it was not answered. An exam asks on what it began with.
    /// </summary>
    /// <param name="cards">The cards of the session's decks. One that is gone or cannot be asked is asked as it was.</param>
    /// <param name="known">The words of the decks, by which typos are told from other words.</param>
    /// <returns>Whether something else stands open by now.</returns>
    /// <exception cref="ReviewLogException">The log cannot be written: all is as it was.</exception>
    public bool Renew(IReadOnlyCollection<Card> cards, KnownWords known)
    {
        if (State.IsExam)
        {
            return false;
        }

        // Also where nothing is new of what is asked: what was asked before may be, and could not be played again.
        var renewed = Renewal.Of(State, cards, known);
        var view = new RecordingView(this);
        var opening = TranscriptMachine.Reopen(renewed, Title, view, _keeper?.Sheet);
        var before = TranscriptMachine.Reopen(State, Title, new ReplayedView(view.Said), _keeper?.Sheet);
        var isOther = !opening.Lines.SequenceEqual(before.Lines);
        if (_keeper is not null)
        {
            var kept = _keeper.With(
                KeptState.Of(renewed, number => _events[number].Single().Id),
                opening,
                view.Said,
                Taken + (isOther ? 1 : 0)
            );
            if (_keeper.Sheet is not null || CanResume)
            {
                _log.AppendStep([], _ => kept.ToString(), _keeper.Sheet);
            }

            _keeper.Take(kept);
        }

        State = renewed;
        if (isOther)
        {
            _takenBefore++;
            _askedAt = _clock.GetTimestamp();
        }

        return isOther;
    }

    /// <summary>Whether a line is only written down.</summary>
    private bool IsSilent(string line) => Try(line) is { Warning: null, Lines.IsEmpty: true, Effects.IsEmpty: true };

    /// <summary>Whether a line would be taken: what it would say, without doing it.</summary>
    public TranscriptStep Try(string line) => TranscriptMachine.Step(State, line, this);

    /// <summary>Takes complete lines, all or none: of all but the last only silence may be the answer.</summary>
    /// <param name="lines">The lines, without their line ends; at least one.</param>
    /// <exception cref="ReviewLogException">
    /// The log cannot be written: nothing was acknowledged, and the state is as it was before the lines.
    /// </exception>
    public StudyReply Feed(params IReadOnlyList<string> lines)
    {
        var before = State;
        var taken = new List<(TypedLine Line, List<long?> World)>();
        TranscriptStep step;
        var state = before;
        var at = 0;
        do
        {
            var view = new RecordingView(this);
            step = TranscriptMachine.Step(state, lines[at], view);
            if (!ReferenceEquals(step.State, state) || _keeper?.Sheet is not null)
            {
                // On a sheet, what says nothing stands there too.
                taken.Add((new TypedLine(lines[at], step.Lines), view.Said));
            }

            state = step.State;
        } while (++at < lines.Count);

        if (taken.Count > 0)
        {
            Persist(taken, step);
            Typed = Typed.AddRange(taken.Select(one => one.Line));
        }
        else
        {
            KeepDraft("");
        }

        if (!ReferenceEquals(state.Current, before.Current))
        {
            _askedAt = _clock.GetTimestamp();
        }

        State = state;
        return new StudyReply(step.Lines, step.Warning)
        {
            Graded = step.Effects.OfType<AnswerGraded>().FirstOrDefault(),
            Notes = step.Notes,
        };
    }

    /// <summary>What the session's end would say now. It is not ended: it can be resumed.</summary>
    public ImmutableArray<string> Leave()
    {
        var step = TranscriptMachine.Step(State, TranscriptMarks.QuitAnywhere, this);

        // What an exam asks in the end stays as it is.
        return step.State.IsFinished
            ? step.Lines
            : [.. step.Lines, .. TranscriptMachine.Step(step.State, TranscriptMarks.Quit, this).Lines];
    }

    /// <summary>Puts on disk what lines did, and the lines, all or nothing.</summary>
    private void Persist(List<(TypedLine Line, List<long?> World)> lines, TranscriptStep step)
    {
        var happened = step.Effects.Select(effect => (Effect: effect, Events: EventsOf(effect).ToList())).ToList();
        if (_keeper is null && happened.Count == 0)
        {
            return;
        }

        KeptSession? kept = null;
        var logged = _log.AppendStep(
            [.. happened.SelectMany(one => one.Events)],
            _keeper is null ? null : KeptAfter,
            _keeper?.Sheet
        );
        if (kept is not null)
        {
            _keeper!.Take(kept);
        }

        var at = 0;
        foreach (var (effect, events) in happened)
        {
            if (effect is AnswerGraded graded)
            {
                Remember(graded, [.. logged.Skip(at).Take(events.Count).Where(IsReview)]);
            }

            at += events.Count;
        }

        string? KeptAfter(ImmutableArray<LoggedEvent> appended)
        {
            List<Guid> reviews = [.. appended.Where(IsReview).Select(review => review.Id)];
            kept = _keeper.With(
                lines.Select(one => new KeptLine
                {
                    Text = one.Line.Text,
                    World = one.World,
                    Reviews = one == lines[^1] ? reviews : [],
                    Said = SessionReplay.MarkOf(one.Line.Reply),
                }),
                step.State
            );

            // A sheet stays, and its learner may go on after its Result.
            return step.State.IsFinished && _keeper.Sheet is null ? null : kept.ToString();
        }
    }

    private void Remember(AnswerGraded graded, ImmutableArray<LoggedEvent> reviews)
    {
        _events[graded.Number] = reviews;
        _exam ??= graded.Item.IsExam ? reviews[0].Id : null;
    }

    private IEnumerable<(ReviewEvent Happened, DeckAim Aim)> EventsOf(TranscriptEffect effect) =>
        effect switch
        {
            AnswerGraded graded => [.. Reviews(graded, SpentOn(graded)), .. Undos(graded.Replaces)],
            AnswerUndone undone => Undos(undone.Number),
            AnswerRegraded regraded =>
            [
                (
                    ReviewEvents.Regrade(regraded.Item, _events[regraded.Number].Single().Id, regraded.Grade),
                    DeckAim.Of(regraded.Item.Card)
                ),
            ],
            ItemBuried buried => [(ReviewEvents.Bury(buried.Item), default)],
            ItemResumed resumed => [(ReviewEvents.Resume(resumed.Item), default)],
            ItemSuspended suspended => [(ReviewEvents.Suspend(suspended.Item), default)],
            ItemDueNow due => [(ReviewEvents.DueNow(due.Item), default)],
            _ => [],
        };

    /// <summary>An answer: one event, or one for each card that pairs were built from.</summary>
    private IEnumerable<(ReviewEvent Happened, DeckAim Aim)> Reviews(AnswerGraded graded, TimeSpan spent)
    {
        var (item, answer) = (graded.Item, graded.Answer);
        return item.Paired.IsEmpty
            ?
            [
                (
                    ReviewEvents.Review(item, answer, spent) with
                    {
                        Target = item.IsExam ? _exam : null,
                    },
                    DeckAim.Of(item.Card)
                ),
            ]
            : ReviewEvents.Pairs(item, answer, spent).Select(review => (review, default(DeckAim)));
    }

    private IEnumerable<(ReviewEvent Happened, DeckAim Aim)> Undos(int? number) =>
        number is { } answer ? _events[answer].Select(logged => (ReviewEvents.Undo(logged), default(DeckAim))) : [];

    private static bool IsReview(LoggedEvent logged) => logged.Event.Kind == ReviewEventKind.Review;

    /// <summary>The time of an answer: since its question came, or what the answer took whose place it takes.</summary>
    private TimeSpan SpentOn(AnswerGraded graded) =>
        ReferenceEquals(graded.Item, State.Current) ? _clock.GetElapsedTime(_askedAt)
        : graded.Replaces is { } number
            ? TimeSpan.FromMilliseconds(_events[number].Sum(logged => logged.Event.MillisecondsSpent ?? 0))
        : TimeSpan.Zero;
}
