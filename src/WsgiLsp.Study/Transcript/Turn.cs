using System.Collections.Immutable;
using WsgiLsp.Study.Grading;
using WsgiLsp.Study.Reviews;
using WsgiLsp.Study.Sessions;
using WsgiLsp.Study.Transcript.Kinds;

namespace WsgiLsp.Study.Transcript;

/// <summary>One step of a transcript, in the light of the time and the schedule.</summary>
internal sealed partial class Turn(IStudyView view)
{
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
            (Command.Regrade regrade, _) => Regrade(state, regrade.Grade),
            (var command, OpenItem open) => StepOpen(state, open, command, line.TrimEnd()),
            _ => AfterTheEnd(state, line.Trim()),
        };

    /// <summary>Whether anything may be an answer to what is open.</summary>
    private static bool NeedsColon(TranscriptState state) =>
        state.Phase is Asking asking && Asker.For(state.Items[asking.Index]).CommandsNeedColon;

    private TranscriptStep StepOpen(TranscriptState state, OpenItem open, Command? command, string line)
    {
        var item = ItemOf(state, open);
        var asker = Asker.For(item);
        return (command, open) switch
        {
            (null, _) => Apply(state, open, asker.Read(item, open, line, state.Options)),
            (Command.Hint, Asking asking) => Hint(state, asking),
            (Command.Reveal, Asking asking) => Apply(state, open, asker.GiveUp(item, asking, state.Options)),
            (Command.Done, Asking asking) => Apply(state, open, asker.Done(item, asking, state.Options)),
            (Command.Bury or Command.Suspend, _) when !item.Paired.IsEmpty => Refuse(
                state,
                "These pairs are practice of several cards, which cannot be put off here. `??` goes on."
            ),
            (Command.Bury, _) => SetAside(state, "Buried: it is not asked again today.", new ItemBuried(item)),
            (Command.Suspend, _) => SetAside(
                state,
                "Suspended: it is not asked again until you quiz this card by itself in an editor.",
                new ItemSuspended(item)
            ),
            (Command.Quit, _) => Finish(state, []),
            _ => Refuse(state, asker.Expected(item, open, state.Options)),
        };
    }

    private static SessionItem ItemOf(TranscriptState state, OpenItem open) => state.Items[open.Index];

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

    private string AskLine(TranscriptState state, SessionItem item, OpenItem open) =>
        Asker.For(item).AskLine(item, open, new GradeOffer(state.Options.HasTwoGrades, grade => view.Wait(item, grade)))
        + (state.Exam is { } exam ? $" · {exam.Left(TimeSpan.FromMilliseconds(view.Now - state.Began))}" : "");

    private TranscriptStep Hint(TranscriptState state, Asking asking)
    {
        var hints = ItemOf(state, asking).Card.Content.Hints;
        if (asking.Hints == hints.Length)
        {
            return Refuse(state, "No hint is left. `??` gives the answer.");
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
        var recorded = state with
        {
            AnswerCount = number,
            History = state.History.Add(new HistoryEntry(number, open, answer) { Peeked = peeked }),
        };
        return Advance(
            recorded with
            {
                Returning = Returns(recorded, item, number, wait),
            },
            [
                .. answered.Lines,
                .. open is Asking ? Changed(state, open) : [],
                .. TranscriptText.Quoted(
                    Recorded(answer.Grade, wait) + Capped(answer.Grade, answered.Answer.Grade, peeked)
                ),
            ],
            new AnswerGraded(item, number, answer)
        );
    }

    /// <summary>An answer as it counts if the item was looked at just before.</summary>
    private static GradedAnswer Primed(GradedAnswer answer, TimeSpan? peeked) =>
        answer with
        {
            Grade = Priming.Counted(answer.Grade, peeked),
        };

    /// <summary>Why another grade was recorded than the one given.</summary>
    private static string Capped(Grade grade, Grade given, TimeSpan? peeked) =>
        grade != given && peeked is { } ago ? $" (you looked at it {WaitText.Of(ago)} ago)" : "";

    /// <summary>Says with a revealed answer that it is no longer the one that was learned.</summary>
    private static IEnumerable<string> Changed(TranscriptState state, OpenItem open) =>
        ItemOf(state, open).FormerAnswer is { } former
            ? TranscriptText.Quoted($"\nThe answer changed since you learned it. It was: {former}")
            : [];

    private static string Recorded(Grade grade, TimeSpan? wait) =>
        wait is { } after ? $"{grade.Name()}{TranscriptMarks.Wait}{WaitText.Of(after)}" : grade.Name();

    /// <summary>What comes back in this session, with an item that waits minutes.</summary>
    private ImmutableList<Returning> Returns(TranscriptState state, SessionItem item, int number, TimeSpan? wait) =>
        wait is { } after && after <= state.Options.LearnAhead
            ? state.Returning.Add(
                new Returning(
                    item with
                    {
                        IsNew = false,
                        FormerAnswer = null,
                    },
                    number,
                    view.Now + (long)after.TotalMilliseconds,
                    state.History.Count + state.Options.ReturnAfter
                )
            )
            : state.Returning;

    private TranscriptStep SetAside(TranscriptState state, string said, TranscriptEffect effect) =>
        Advance(
            state with
            {
                SetAside = state.SetAside.Add(((OpenItem)state.Phase).Index),
            },
            [.. TranscriptText.Quoted(said)],
            effect
        );

    private TranscriptStep Undo(TranscriptState state)
    {
        if (state.History is not [.., var last])
        {
            return Refuse(state, "There is no grade to undo.");
        }

        // What is left for the moment is found again as it was, with its hints, or revealed.
        var interrupted = state.Phase is OpenItem open
            ? state.Interrupted.SetItem(open.Index, open)
            : state.Interrupted;
        return Open(
            WithoutReturn(
                state with
                {
                    History = state.History.RemoveAt(state.History.Count - 1),
                    Interrupted = interrupted,
                },
                last.Number
            ),
            last.Before,
            [.. TranscriptText.Quoted("Undone.")],
            new AnswerUndone(ItemOf(state, last.Before), last.Number)
        );
    }

    /// <summary>An answer that is taken back brings nothing back, be it open already: then it is the last that was opened.</summary>
    private static TranscriptState WithoutReturn(TranscriptState state, int number)
    {
        var index = state.Returned.FirstOrDefault(pair => pair.Value == number, new(-1, 0)).Key;
        return index < 0
            ? state with
            {
                Returning = state.Returning.RemoveAll(returning => returning.Number == number),
            }
            : state with
            {
                Items = state.Items.RemoveAt(index),
                Opened = state.Opened - 1,
                Returned = state.Returned.Remove(index),
                Interrupted = state.Interrupted.Remove(index),
                SetAside = state.SetAside.Remove(index),
            };
    }

    private TranscriptStep Regrade(TranscriptState state, Grade grade)
    {
        if (state.History is not [.., var last])
        {
            return Refuse(state, "No item is graded yet.");
        }

        if (!ItemOf(state, last.Before).Paired.IsEmpty)
        {
            return Refuse(state, "Pairs of recall cards are practice: there is no grade to change.");
        }

        var given = grade;
        grade = Priming.Counted(given, last.Peeked);
        var regraded = state with
        {
            History = state.History.SetItem(
                state.History.Count - 1,
                last with
                {
                    Answer = last.Answer with { Grade = grade },
                }
            ),
        };
        ImmutableArray<string> said =
        [
            .. TranscriptText.Quoted(
                $"{last.Before.Index + 1} · {Recorded(grade, view.Wait(ItemOf(state, last.Before), grade))} "
                    + $"instead of {last.Grade.Name()}{Capped(grade, given, last.Peeked)}"
            ),
        ];
        var effect = new AnswerRegraded(ItemOf(state, last.Before), last.Number, grade);
        return state.IsFinished ? Finish(regraded, said, effect) : Stay(regraded, said) with { Effects = [effect] };
    }

    /// <summary>
    /// Goes on with the first item that is neither answered nor set aside, or with one that comes back, or to the Result.
    /// </summary>
    public TranscriptStep Advance(
        TranscriptState state,
        ImmutableArray<string> said,
        params ImmutableArray<TranscriptEffect> effects
    )
    {
        var done = state.History.Select(entry => entry.Before.Index).ToHashSet();
        var next = Enumerable
            .Range(0, state.Items.Length)
            .FirstOrDefault(index => !done.Contains(index) && !state.SetAside.Contains(index), -1);

        // What was open before goes on; only in the place of something new does anything come back.
        if (next < 0 || next >= state.Opened)
        {
            if (IsTimeUp(state))
            {
                return Finish(state, [.. said, .. TranscriptText.Quoted(TimeIsUp)], effects);
            }

            if (ToReturn(state, isEnd: next < 0) is { } returning)
            {
                next = state.Opened;
                state = state with
                {
                    Items = state.Items.Insert(next, returning.Item),
                    Returning = state.Returning.Remove(returning),
                    Returned = state.Returned.Add(next, returning.Number),
                };
            }
        }

        if (next < 0)
        {
            return Finish(state, said, effects);
        }

        var open = state.Interrupted.GetValueOrDefault(next) ?? new Asking(next);
        return Open(
            state with
            {
                Interrupted = state.Interrupted.Remove(next),
                Opened = Math.Max(state.Opened, next + 1),
            },
            open,
            said,
            effects
        );
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

    /// <summary>Shows an item as far as it is open; a revealed answer is not shown twice.</summary>
    private TranscriptStep Open(
        TranscriptState state,
        OpenItem open,
        ImmutableArray<string> said,
        params ImmutableArray<TranscriptEffect> effects
    )
    {
        var item = ItemOf(state, open);
        var asker = Asker.For(item);
        IEnumerable<string> question =
            open is Asking
                ? TranscriptText.Question(item, open.Index, asker.Body(item))
                : [TranscriptText.Heading(item, open.Index), ""];
        return new TranscriptStep(
            state with
            {
                Phase = open,
            },
            [.. said, "", .. question, AskLine(state, item, open)],
            effects
        );
    }

    private static TranscriptStep Finish(
        TranscriptState state,
        ImmutableArray<string> said,
        params ImmutableArray<TranscriptEffect> effects
    )
    {
        if (state.Exam is { } rules)
        {
            return FinishExam(state, rules, said, effects);
        }

        return new TranscriptStep(
            state with
            {
                Phase = new Finished(),
            },
            [
                .. said,
                .. ResultHead,
                .. TranscriptText.Quoted(string.Join('\n', ResultText.Quiz(ResultLines(state)))),
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

    /// <summary>Each item's first answer: what it became when it came back is no longer the test.</summary>
    private static IEnumerable<HistoryEntry> FirstAnswers(TranscriptState state) =>
        state
            .History.Where(entry => !state.Returned.ContainsKey(entry.Before.Index))
            .OrderBy(entry => entry.Before.Index);

    private static ImmutableArray<SessionItem> Missed(TranscriptState state) =>
        [.. FirstAnswers(state).Where(entry => !entry.Grade.IsGot()).Select(entry => ItemOf(state, entry.Before))];

    private static List<ResultLine> ResultLines(TranscriptState state) =>
        [
            .. FirstAnswers(state)
                .Select(entry => new ResultLine(entry.Before.Index + 1, ItemOf(state, entry.Before), entry)),
        ];

    private TranscriptState AnotherRound(TranscriptState state, ImmutableArray<SessionItem> missed) =>
        new()
        {
            Items = [.. missed.Select(Again)],
            AnswerCount = state.AnswerCount,
            Options = state.Options,
            Began = view.Now,
        };

    /// <summary>After an exam what it missed is asked in its own way, and counts as if there had been none.</summary>
    private static SessionItem Again(SessionItem item) =>
        item.IsExam ? item with { Mode = StudyMode.Mixed, IsPractice = false } : item with { IsNew = false };
}
