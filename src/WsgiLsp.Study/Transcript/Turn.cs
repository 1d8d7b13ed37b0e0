using System.Collections.Immutable;
using WsgiLsp.Decks.Model;
using WsgiLsp.Study.Grading;
using WsgiLsp.Study.Reviews;
using WsgiLsp.Study.Sessions;
using WsgiLsp.Study.Transcript.Kinds;

namespace WsgiLsp.Study.Transcript;

/// <summary>One step of a transcript, in the light of the time and the schedule.</summary>
internal sealed partial class Turn(IStudyView view)
{
    /// <summary>An item comes back after at least so many others, or at the end.</summary>
    private const int OthersBetween = 5;

    private const string Undone = "Undone.";

    private static readonly ImmutableArray<string> ResultHead =
    [
        "",
        TranscriptMarks.Heading + TranscriptMarks.Result,
        "",
    ];

    /// <summary>Takes a complete line.</summary>
    public TranscriptStep Take(TranscriptState state, string line) =>
        state.Exam is null ? TakeLine(state, line) : TakeInExam(state, line);

    private TranscriptStep TakeLine(TranscriptState state, string line) =>
        (Command.Parse(line, NeedsColon(state)), state.Phase) switch
        {
            (Command.Undo, _) => Undo(state),
            (Command.Regrade regrade, _) => Regrade(state, regrade.Number),
            (var command, OpenItem open) => StepOpen(state, open, command, line.TrimEnd()),
            _ => AfterTheEnd(state, line.Trim()),
        };

    /// <summary>Whether anything may be an answer to what is open.</summary>
    private static bool NeedsColon(TranscriptState state) =>
        state.Phase is Asking asking && Asker.For(ItemOf(state, asking)).CommandsNeedColon;

    private TranscriptStep StepOpen(TranscriptState state, OpenItem open, Command? command, string line)
    {
        var item = ItemOf(state, open);
        var asker = Asker.For(item);
        return (command, open) switch
        {
            (null, _) => Apply(state, open, asker.Read(item, open, line, state.Options)),
            (Command.Hint, Asking asking) => Hint(state, asking),
            (Command.Reveal, Asking asking) => Apply(state, open, asker.GiveUp(item, asking, state.Options)),
            (Command.Done, Asking asking) when asker.Done(item, asking, state.Options) is { } done => Apply(
                state,
                open,
                done
            ),
            (Command.Bury or Command.Suspend, _) when item.IsMade => Refuse(
                state,
                item.Drill is null
                    ? "These pairs are practice of several cards, which cannot be put off here. `??` goes on."
                    : "This blank is practice of a card that cannot be put off here. `:??` goes on."
            ),
            (Command.Bury, _) => SetAside(state, "Buried: it is not asked again today.", new ItemBuried(item)),
            (Command.Suspend, _) => SetAside(
                state,
                "Suspended: it is not asked again until you want this card by itself, with `--card` or in an editor.",
                new ItemSuspended(item)
            ),
            (Command.Quit, _) => Finish(state, []),
            _ => Refuse(state, asker.Expected(item, open, state.Options)),
        };
    }

    private static SessionItem ItemOf(TranscriptState state, OpenItem open) => state.Slots[open.Index].Item;

    private TranscriptStep Apply(TranscriptState state, OpenItem open, Reading reading) =>
        reading switch
        {
            StillOpen { Open: JudgingExplain judging } revealed when state.Exam is not null => Record(
                state,
                open,
                Automatic(judging, revealed.Lines)
            ),
            StillOpen { AsksOn: true } asks => new TranscriptStep(
                state with
                {
                    Phase = asks.Open,
                },
                [AskLine(state, ItemOf(state, open), asks.Open)],
                []
            ),
            StillOpen { Open: Judging } revealed when open is Asking => Stay(
                state with
                {
                    Phase = revealed.Open,
                },
                [.. revealed.Lines, .. Changed(state, open)]
            ),
            StillOpen still => Stay(state with { Phase = still.Open }, [.. still.Lines]),
            Answered answered => Record(state, open, answered),
            Unreadable unreadable => Refuse(state, unreadable.Expected),
            _ => new TranscriptStep(state, [], []),
        };

    /// <summary>The item stays open: what there is to say, and the ask line again.</summary>
    private TranscriptStep Stay(TranscriptState state, ImmutableArray<string> lines) =>
        new(state, lines.IsEmpty ? [] : [.. lines, "", AskLine(state)], []);

    private static TranscriptStep Refuse(TranscriptState state, string expected) => new(state, [], [], expected);

    private string AskLine(TranscriptState state)
    {
        var open = (OpenItem)state.Phase;
        var item = ItemOf(state, open);
        return AskLine(state, item, open);
    }

    private string AskLine(
        TranscriptState state,
        SessionItem item,
        OpenItem open,
        Func<Grade, TimeSpan?>? wait = null
    ) =>
        Asker
            .For(item)
            .AskLine(
                item,
                open,
                suggested => state.Options.Scale.Line(wait ?? (grade => view.Wait(item, grade)), suggested)
            ) + (state.Exam is { } exam ? $" · {exam.Left(TimeSpan.FromMilliseconds(view.Now - state.Began))}" : "");

    private static string Commands(TranscriptState state, OpenItem open) =>
        Asker.For(ItemOf(state, open)).Commands(ItemOf(state, open), open);

    private TranscriptStep Hint(TranscriptState state, Asking asking)
    {
        var hints = ItemOf(state, asking).Card.Content.Hints;
        if (asking.Hints == hints.Length)
        {
            return Refuse(state, $"No hint is left. {Commands(state, asking)}");
        }

        return Stay(
            state with
            {
                Phase = asking with { Hints = asking.Hints + 1 },
            },
            [.. TranscriptText.Quoted("Hint: " + hints[asking.Hints])]
        );
    }

    private TranscriptStep Record(TranscriptState state, OpenItem open, Answered answered)
    {
        if (state.Exam is not null)
        {
            return Note(state, open, answered);
        }

        var number = state.AnswerCount + 1;
        var item = ItemOf(state, open);
        var peeked = view.Peeked(item);
        var answer = Primed(answered.Answer, peeked);
        var wait = view.Wait(item, answer.Grade);
        var leech = answer.Grade == Grade.Again ? AnswerText.Leech(view.Leech(item)) : null;
        var entry = new HistoryEntry(number, open, answer, view.Now) { Peeked = peeked };
        var recorded = state with { AnswerCount = number, History = state.History.Add(entry) };
        string?[] notes =
        [
            item.IsSuspended ? SessionItem.ResumedText : null,
            AnswerText.Recorded(state.Options.Scale, answer.Grade, wait)
                + AnswerText.Capped(answer.Grade, answered.Answer.Grade, peeked),
            leech,
        ];
        return Advance(
                WithReturn(recorded, entry, wait),
                [
                    .. answered.Lines,
                    .. open is Asking ? Changed(state, open) : [],
                    .. notes.OfType<string>().SelectMany(TranscriptText.Quoted),
                ],
                item.IsSuspended
                    ? [new AnswerGraded(item, number, answer), new ItemResumed(item)]
                    : [new AnswerGraded(item, number, answer)]
            )
            .Noting(notes.OfType<string>());
    }

    /// <summary>An answer as it counts if the item was looked at just before.</summary>
    private static GradedAnswer Primed(GradedAnswer answer, TimeSpan? peeked) =>
        answer with
        {
            Grade = Priming.Counted(answer.Grade, peeked),
        };

    /// <summary>Says with a revealed answer that it is no longer the one that was learned.</summary>
    private static IEnumerable<string> Changed(TranscriptState state, OpenItem open) =>
        AnswerText.Changed(ItemOf(state, open)) is { } changed ? TranscriptText.Quoted("\n" + changed) : [];

    /// <summary>An answer brings its item back in this session where that waits minutes.</summary>
    private static TranscriptState WithReturn(TranscriptState state, HistoryEntry entry, TimeSpan? wait) =>
        wait is { } after && after <= state.Options.LearnAhead
            ? state with
            {
                Returning = state.Returning.Add(
                    new Returning(
                        ItemOf(state, entry.Before).AskedAgain(),
                        entry.Number,
                        entry.Time + (long)after.TotalMilliseconds,
                        state.History.Count + OthersBetween
                    )
                ),
            }
            : state;

    private TranscriptStep SetAside(TranscriptState state, string said, TranscriptEffect effect) =>
        Advance(
                state with
                {
                    Slots = state.Slots.With(((OpenItem)state.Phase).Index, slot => slot with { IsSetAside = true }),
                },
                [.. TranscriptText.Quoted(said)],
                effect
            )
            .Noting(said);

    private TranscriptStep Undo(TranscriptState state)
    {
        if (state.History is not [.., var last])
        {
            return Refuse(state, "There is no grade to undo.");
        }

        // What is left for the moment is found again as it was, with its hints, or revealed.
        var slots = state.Phase is OpenItem open ? state.Slots.WithInterrupted(open) : state.Slots;
        var item = ItemOf(state, last.Before);

        // The log still has the answer: what a grade would do is what it would have done in the answer's place.
        return Open(
                Without(
                    slot => slot.BroughtBy == last.Number,
                    state with
                    {
                        History = state.History.RemoveAt(state.History.Count - 1),
                        Slots = slots,
                    },
                    last.Number
                ),
                last.Before,
                [.. TranscriptText.Quoted(Undone)],
                grade => view.WaitInstead(item, last.Number, grade),
                new AnswerUndone(item, last.Number)
            )
            .Noting(Undone);
    }

    /// <summary>An answer that is taken back brings nothing back, be it opened already.</summary>
    private static TranscriptState Without(Predicate<Slot> isBrought, TranscriptState state, int number) =>
        state with
        {
            Returning = state.Returning.RemoveAll(returning => returning.Number == number),
            Slots = state.Slots.RemoveAll(isBrought),
            Opened = state.Opened - state.Slots.Take(state.Opened).Count(slot => isBrought(slot)),
        };

    private TranscriptStep Regrade(TranscriptState state, int number)
    {
        if (state.History is not [.., var last])
        {
            return Refuse(state, "No item is graded yet.");
        }

        if (ItemOf(state, last.Before) is { IsMade: true } made)
        {
            return Refuse(
                state,
                made.Drill is null
                    ? "Pairs of recall cards are practice: there is no grade to change."
                    : "A blank of a missed concept is practice: there is no grade to change."
            );
        }

        if (state.Options.Scale.At(number) is not { } grade)
        {
            return Refuse(state, $"Type {state.Options.Scale.Numbers("!")}.");
        }

        var item = ItemOf(state, last.Before);
        var counted = Priming.Counted(grade, last.Peeked);
        var wait = view.WaitInstead(item, last.Number, counted);
        var entry = last with { Answer = last.Answer with { Grade = counted } };
        var regraded = WithReturnInstead(
            state with
            {
                History = state.History.SetItem(state.History.Count - 1, entry),
            },
            entry,
            wait
        );
        var note =
            $"{last.Before.Index + 1} · {AnswerText.Recorded(state.Options.Scale, counted, wait)} "
            + $"instead of {state.Options.Scale.NameOf(last.Grade)}"
            + AnswerText.Capped(counted, grade, last.Peeked);
        ImmutableArray<string> said = [.. TranscriptText.Quoted(note)];
        var effect = new AnswerRegraded(item, last.Number, counted);
        var step = (state.Phase, Next(regraded)) switch
        {
            // What was open because of the first grade is gone, or nothing was left and now something may come back.
            (OpenItem open, var next) when next != open.Index => Advance(regraded, said, effect),
            (Finished, null) => Advance(regraded, said, effect),
            (Finished, _) => Finish(regraded, said, effect),
            _ => Stay(regraded, said) with { Effects = [effect] },
        };
        return step.Noting(note);
    }

    /// <summary>
    /// An answer with another grade brings back what that one does. What is open already because of the first stays if it
    /// is to come back at all, and where it was set aside.
    /// </summary>
    private static TranscriptState WithReturnInstead(TranscriptState state, HistoryEntry entry, TimeSpan? wait)
    {
        // What the answer missed is the same whatever its grade.
        bool Returns(Slot slot) => slot.BroughtBy == entry.Number && slot.Item.Drill is null;
        return
            state.Slots.FirstOrDefault(Returns) is { } opened && (opened.IsSetAside || wait <= state.Options.LearnAhead)
            ? state
            : WithReturn(Without(Returns, state, entry.Number), entry, wait);
    }

    /// <summary>
    /// Goes on with the first item that is neither answered nor set aside, or with one that comes back, or with what
    /// explanations missed, or to the Result.
    /// </summary>
    public TranscriptStep Advance(
        TranscriptState state,
        ImmutableArray<string> said,
        params ImmutableArray<TranscriptEffect> effects
    )
    {
        var next = Next(state);

        // What was open before goes on; only in the place of something new does anything come back.
        if (next is null || next >= state.Opened)
        {
            if (IsTimeUp(state))
            {
                return EndInTime(state, said, effects);
            }

            if (ToReturn(state, isEnd: next is null) is { } returning)
            {
                next = state.Opened;
                state = state with
                {
                    Slots = state.Slots.Insert(state.Opened, new Slot(returning.Item) { BroughtBy = returning.Number }),
                    Returning = state.Returning.Remove(returning),
                };
            }
            else if (next is null && Drills(state) is { IsEmpty: false } drills)
            {
                next = state.Slots.Length;
                state = state with { Slots = [.. state.Slots, .. drills] };
            }
        }

        if (next is not { } index)
        {
            return Finish(state, said, effects);
        }

        var open = (state.Slots[index].Interrupted ?? new Asking(index)) with { Index = index };
        return Open(
            state with
            {
                Slots = state.Slots.With(index, slot => slot with { Interrupted = null }),
                Opened = Math.Max(state.Opened, index + 1),
            },
            open,
            said,
            wait: null,
            effects
        );
    }

    /// <summary>The first item that is neither answered nor set aside; null where there is none.</summary>
    private static int? Next(TranscriptState state)
    {
        var done = state.History.Select(entry => entry.Before.Index).ToHashSet();
        return Enumerable
            .Range(0, state.Slots.Length)
            .Where(index => !done.Contains(index) && !state.Slots[index].IsSetAside)
            .Select(index => (int?)index)
            .FirstOrDefault();
    }

    /// <summary>What explanations missed, as their last verdicts say, and is not there yet: each concept once in a round.</summary>
    private static ImmutableArray<Slot> Drills(TranscriptState state)
    {
        if (state.Exam is not null)
        {
            return [];
        }

        var there = state.Slots.Select(slot => slot.Item).Where(item => item.Drill is not null).ToList();
        return
        [
            .. state
                .History.Where(entry => ItemOf(state, entry.Before).Card.Kind == CardKind.Explain)
                .GroupBy(entry => ItemOf(state, entry.Before).Key, (_, answers) => answers.Last())
                .SelectMany(entry =>
                    ConceptDrill
                        .MissedIn(entry.Answer)
                        .Select(concept => ConceptDrill.ItemOf(ItemOf(state, entry.Before).Card, concept))
                        .OfType<SessionItem>()
                        .Where(item => !there.Exists(one => (one.Key, one.Drill!.Text) == (item.Key, item.Drill!.Text)))
                        .Select(item => new Slot(item) { BroughtBy = entry.Number })
                ),
        ];
    }

    private bool IsTimeUp(TranscriptState state) =>
        (state.Exam?.Limit ?? state.Options.TimeLimit) is { } limit
        && view.Now - state.Began >= limit.TotalMilliseconds;

    /// <summary>The item that comes back now, or null: after some others, when it is due; at the end a little earlier.</summary>
    private Returning? ToReturn(TranscriptState state, bool isEnd)
    {
        var now = view.Now;
        var horizon = isEnd ? now + (long)state.Options.LearnAhead.TotalMilliseconds : now;
        return state
            .Returning.Where(returning => returning.Due <= horizon && (isEnd || returning.After <= state.History.Count))
            .MinBy(returning => returning.Due);
    }

    /// <summary>Shows where a transcript is: what stands open, or the Result.</summary>
    public TranscriptStep Reopen(TranscriptState state, ImmutableArray<string> said) =>
        state.Phase is OpenItem open ? Open(state, open, said, wait: null) : Finish(state, said);

    /// <summary>Shows an item as far as it is open: its question, or its answer where that stands revealed.</summary>
    /// <param name="state">The state, in which the item is not open yet.</param>
    /// <param name="open">How far the item is open.</param>
    /// <param name="said">What is said before.</param>
    /// <param name="wait">How long the item would wait after a grade; null where the schedule tells.</param>
    /// <param name="effects">What must be on disk before.</param>
    private TranscriptStep Open(
        TranscriptState state,
        OpenItem open,
        ImmutableArray<string> said,
        Func<Grade, TimeSpan?>? wait,
        params ImmutableArray<TranscriptEffect> effects
    )
    {
        var item = ItemOf(state, open);
        var asker = Asker.For(item);
        IEnumerable<string> question = open is Judging judging
            ? [TranscriptText.Heading(item, open.Index), "", .. asker.Revealed(item, judging), ""]
            : TranscriptText.Question(item, open.Index, asker.Body(item));
        return new TranscriptStep(
            state with
            {
                Phase = open,
            },
            [.. said, "", .. question, AskLine(state, item, open, wait)],
            effects
        );
    }

    private static TranscriptStep EndInTime(
        TranscriptState state,
        ImmutableArray<string> said,
        params ImmutableArray<TranscriptEffect> effects
    ) =>
        Finish(state, [.. said, .. TranscriptText.Quoted(TranscriptMarks.TimeIsUp)], effects)
            .Noting(TranscriptMarks.TimeIsUp);

    private static TranscriptStep Finish(
        TranscriptState state,
        ImmutableArray<string> said,
        params ImmutableArray<TranscriptEffect> effects
    )
    {
        if (state.Exam is not null)
        {
            return FinishExam(state, said, effects);
        }

        return new TranscriptStep(
            state with
            {
                Phase = new Finished(),
            },
            [
                .. said,
                .. ResultHead,
                .. TranscriptText.Quoted(string.Join('\n', ResultText.Of(TranscriptResult.Of(state)))),
                "",
                TranscriptMachine.FinishedLine,
            ],
            effects
        );
    }

    private TranscriptStep AfterTheEnd(TranscriptState state, string line)
    {
        if (line.Length == 0)
        {
            return new TranscriptStep(state, [], []);
        }

        var missed = Missed(state);
        if (missed.IsEmpty)
        {
            return Refuse(state, "The quiz is finished, and nothing was missed.");
        }

        return line.Equals(TranscriptMarks.Again, StringComparison.OrdinalIgnoreCase)
            ? Advance(AnotherRound(state, missed), [])
            : Refuse(state, "The quiz is finished. Type `again` to be asked what you missed.");
    }

    private static ImmutableArray<SessionItem> Missed(TranscriptState state) =>
        [.. state.FirstAnswers.Where(entry => !entry.Grade.IsGot()).Select(entry => ItemOf(state, entry.Before))];

    private TranscriptState AnotherRound(TranscriptState state, ImmutableArray<SessionItem> missed) =>
        new()
        {
            Slots = [.. missed.Select(item => new Slot(Again(item)))],
            AnswerCount = state.AnswerCount,
            Options = state.Options,
            Began = view.Now,
        };

    /// <summary>After an exam what it missed is asked in its own way, and counts as if there had been none.</summary>
    private static SessionItem Again(SessionItem item) =>
        item.IsExam ? item with { IsExam = false, IsPractice = false } : item.AskedAgain();
}
