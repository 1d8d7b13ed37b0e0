using System.Collections.Immutable;
using WsgiLsp.Study.Grading;
using WsgiLsp.Study.Sessions;
using WsgiLsp.Study.Transcript.Kinds;

namespace WsgiLsp.Study.Transcript;

/// <summary>
/// The quiz as a transcript: a line in, lines and a new state out. Pure: the same lines give the same transcript, so that a
/// terminal and a quiz sheet show the same.
/// </summary>
public static class TranscriptMachine
{
    /// <summary>The last line of a Result; a face without a file leaves it out.</summary>
    public const string FinishedLine = "→ finished; this file is yours to keep or delete";

    /// <summary>Begins a transcript: its head and the first question.</summary>
    /// <param name="items">What to ask.</param>
    /// <param name="title">The deck's title, or what else is asked.</param>
    /// <param name="sheet">The sheet's id; null at a terminal.</param>
    public static TranscriptStep Start(ImmutableArray<SessionItem> items, string title, string? sheet = null)
    {
        ImmutableArray<string> head =
        [
            $"# Quiz: {WhiteSpace.Squeeze(title)}",
            .. sheet is null ? (IEnumerable<string>)[] : [$"<!-- sheet {sheet} -->"],
            "Answer on the last line and press Enter. `?` hint, `??` answer. Lines with `>` are written for you.",
        ];
        return Advance(new TranscriptState { Items = items }, head);
    }

    /// <summary>Takes a complete line.</summary>
    /// <param name="state">The state before.</param>
    /// <param name="line">The line, without its line end; any text.</param>
    public static TranscriptStep Step(TranscriptState state, string line) =>
        (Command.Parse(line), state.Phase) switch
        {
            (Command.Undo, _) => Undo(state),
            (Command.Regrade regrade, _) => Regrade(state, regrade.Grade),
            (var command, OpenItem open) => StepOpen(state, open, command, line.TrimEnd()),
            _ => AfterTheEnd(state, line.Trim()),
        };

    private static TranscriptStep StepOpen(TranscriptState state, OpenItem open, Command? command, string line)
    {
        var item = ItemOf(state, open);
        var asker = Asker.For(item);
        return (command, open) switch
        {
            (null, _) => Apply(state, open, asker.Read(item, open, line)),
            (Command.Hint, Asking asking) => Hint(state, asking),
            (Command.Reveal, Asking asking) => Apply(state, open, asker.GiveUp(item, asking)),
            (Command.Done, Asking asking) => Apply(state, open, asker.Done(item, asking)),
            (Command.Bury, _) => SetAside(state, "Buried: it is not asked again today.", new ItemBuried(item)),
            (Command.Suspend, _) => SetAside(
                state,
                "Suspended: it is not asked again until you quiz this card by itself in an editor.",
                new ItemSuspended(item)
            ),
            (Command.Quit, _) => Finish(state, []),
            _ => Refuse(state, asker.Expected(item, open)),
        };
    }

    private static SessionItem ItemOf(TranscriptState state, OpenItem open) => state.Items[open.Index];

    private static TranscriptStep Apply(TranscriptState state, OpenItem open, Reading reading) =>
        reading switch
        {
            StillOpen still => Stay(state with { Phase = still.Open }, [.. still.Lines]),
            Answered answered => Record(state, open, answered),
            Unreadable unreadable => Refuse(state, unreadable.Expected),
            _ => new TranscriptStep(state, [], []),
        };

    /// <summary>The item stays open: what there is to say, and the ask line again.</summary>
    private static TranscriptStep Stay(TranscriptState state, ImmutableArray<string> lines) =>
        new(state, lines.IsEmpty ? [] : [.. lines, "", AskLine(state)], []);

    private static TranscriptStep Refuse(TranscriptState state, string expected) => new(state, [], [], expected);

    private static string AskLine(TranscriptState state)
    {
        var open = (OpenItem)state.Phase;
        var item = ItemOf(state, open);
        return Asker.For(item).AskLine(item, open);
    }

    private static TranscriptStep Hint(TranscriptState state, Asking asking)
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

    private static TranscriptStep Record(TranscriptState state, OpenItem open, Answered answered)
    {
        var number = state.AnswerCount + 1;
        var grade = answered.Answer.Grade;
        return Advance(
            state with
            {
                AnswerCount = number,
                History = state.History.Add(new HistoryEntry(number, open, grade)),
            },
            [.. answered.Lines, .. TranscriptText.Quoted(grade.Name())],
            new AnswerGraded(ItemOf(state, open), number, answered.Answer)
        );
    }

    private static TranscriptStep SetAside(TranscriptState state, string said, TranscriptEffect effect) =>
        Advance(
            state with
            {
                SetAside = state.SetAside.Add(((OpenItem)state.Phase).Index),
            },
            [.. TranscriptText.Quoted(said)],
            effect
        );

    private static TranscriptStep Undo(TranscriptState state)
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
            state with
            {
                History = state.History.RemoveAt(state.History.Count - 1),
                Interrupted = interrupted,
            },
            last.Before,
            [.. TranscriptText.Quoted("Undone.")],
            new AnswerUndone(ItemOf(state, last.Before), last.Number)
        );
    }

    private static TranscriptStep Regrade(TranscriptState state, Grade grade)
    {
        if (state.History is not [.., var last])
        {
            return Refuse(state, "No item is graded yet.");
        }

        var regraded = state with
        {
            History = state.History.SetItem(state.History.Count - 1, last with { Grade = grade }),
        };
        ImmutableArray<string> said =
        [
            .. TranscriptText.Quoted($"{last.Before.Index + 1} · {grade.Name()} instead of {last.Grade.Name()}"),
        ];
        var effect = new AnswerRegraded(ItemOf(state, last.Before), last.Number, grade);
        return state.IsFinished ? Finish(regraded, said, effect) : Stay(regraded, said) with { Effects = [effect] };
    }

    /// <summary>Goes on with the first item that is neither answered nor set aside, or to the Result.</summary>
    private static TranscriptStep Advance(
        TranscriptState state,
        ImmutableArray<string> said,
        params ImmutableArray<TranscriptEffect> effects
    )
    {
        var done = state.History.Select(entry => entry.Before.Index).ToHashSet();
        var next = Enumerable
            .Range(0, state.Items.Length)
            .FirstOrDefault(index => !done.Contains(index) && !state.SetAside.Contains(index), -1);
        if (next < 0)
        {
            return Finish(state, said, effects);
        }

        var open = state.Interrupted.GetValueOrDefault(next) ?? new Asking(next);
        return Open(state with { Interrupted = state.Interrupted.Remove(next) }, open, said, effects);
    }

    /// <summary>Shows an item as far as it is open; a revealed answer is not shown twice.</summary>
    private static TranscriptStep Open(
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
            [.. said, "", .. question, asker.AskLine(item, open)],
            effects
        );
    }

    private static TranscriptStep Finish(
        TranscriptState state,
        ImmutableArray<string> said,
        params ImmutableArray<TranscriptEffect> effects
    )
    {
        var answered = InOrder(state).ToList();
        var items = answered.Select(entry =>
            $"{(entry.Grade.IsGot() ? TranscriptText.Right : TranscriptText.Wrong)} {entry.Before.Index + 1} "
            + ItemOf(state, entry.Before).Card.Content.Title
        );
        var count = $"You got {answered.Count(entry => entry.Grade.IsGot())} of {answered.Count}.";
        return new TranscriptStep(
            state with
            {
                Phase = new Finished(),
            },
            [
                .. said,
                "",
                "## Result",
                "",
                .. TranscriptText.Quoted(string.Join('\n', items.Prepend(count))),
                "",
                FinishedLine,
            ],
            effects
        );
    }

    private static TranscriptStep AfterTheEnd(TranscriptState state, string line)
    {
        if (line.Length == 0)
        {
            return new TranscriptStep(state, [], []);
        }

        ImmutableArray<SessionItem> missed =
        [
            .. InOrder(state).Where(entry => !entry.Grade.IsGot()).Select(entry => ItemOf(state, entry.Before)),
        ];
        if (missed.IsEmpty)
        {
            return Refuse(state, "The quiz is finished, and nothing was missed.");
        }

        return line.Equals("again", StringComparison.OrdinalIgnoreCase)
            ? Advance(AnotherRound(state, missed), [])
            : Refuse(state, "The quiz is finished. Type `again` to be asked what you missed.");
    }

    private static IEnumerable<HistoryEntry> InOrder(TranscriptState state) =>
        state.History.OrderBy(entry => entry.Before.Index);

    private static TranscriptState AnotherRound(TranscriptState state, ImmutableArray<SessionItem> missed) =>
        new()
        {
            Items = [.. missed.Select(item => item with { IsNew = false, IsPractice = true })],
            AnswerCount = state.AnswerCount,
        };
}
