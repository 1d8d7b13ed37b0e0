using System.Collections.Immutable;
using WsgiLsp.Study.Grading;
using WsgiLsp.Study.Transcript.Kinds;

namespace WsgiLsp.Study.Transcript;

/// <summary>
/// What is different in an exam. Nothing that is hidden is shown before its end, and nothing is graded by hand.
/// </summary>
/// <remarks>
/// An answer is logged when it is noted, so that it survives a crash. It is logged as practice: an exam measures, and only
/// what its taker says at the end changes the schedule (what was missed becomes due). An answer that is changed is logged
/// anew, and then the one before is taken back.
/// </remarks>
internal sealed partial class Turn
{
    private const string Over = "The exam is over, and its verdicts stand.";

    private TranscriptStep TakeInExam(TranscriptState state, string line)
    {
        if (state.Phase is AskingDue)
        {
            return AnswerDue(state, line.Trim());
        }

        var isOver = state.Phase is Finished;
        if (!isOver && IsTimeUp(state))
        {
            return EndInTime(state, []);
        }

        var needsColon = NeedsColon(state);
        return (Change.Parse(line, needsColon), Command.Parse(line, needsColon)) switch
        {
            ({ }, _) or (_, Command.Undo) when isOver => Refuse(state, Over),
            ({ } change, _) => TakeChange(state, change),
            (_, Command.Hint) when state.Phase is OpenItem open => Refuse(
                state,
                $"An exam gives no hints. {Commands(state, open)}"
            ),
            _ => TakeLine(state, line),
        };
    }

    /// <summary>Keeps an answer, in silence.</summary>
    private TranscriptStep Note(TranscriptState state, OpenItem open, Answered answered)
    {
        var item = ItemOf(state, open);
        var number = state.AnswerCount + 1;
        var before = Find(state, open.Index);
        var noted = state with
        {
            AnswerCount = number,
            History = (before is null ? state.History : state.History.Remove(before)).Add(
                new HistoryEntry(number, new Asking(open.Index), answered.Answer, view.Now)
                {
                    Verdict = [.. answered.Lines.Select(Unquoted)],
                }
            ),
        };
        var effect = new AnswerGraded(item, number, answered.Answer) { Replaces = before?.Number };
        var isOther = state.Phase is OpenItem current && current.Index != open.Index;
        var note = isOther ? $"{open.Index + 1} noted" : "noted";
        ImmutableArray<string> said = [.. TranscriptText.Quoted(note)];
        var step = isOther ? Stay(noted, said) with { Effects = [effect] } : Advance(noted, said, effect);
        return step.Noting(note);
    }

    /// <summary>An explain card's automatic verdict is its last.</summary>
    private static Answered Automatic(JudgingExplain judging, IEnumerable<string> lines) =>
        new(ExplainGrading.SelfGrade(judging.Suggestion, judging.Report, judging.Written, judging.Help), lines);

    /// <summary>Gives an item another answer; where a line is not enough, it is open again until it is answered.</summary>
    private TranscriptStep TakeChange(TranscriptState state, Change change)
    {
        var open = (OpenItem)state.Phase;
        var index = change.Number - 1;
        if (index == open.Index || Find(state, index) is null)
        {
            return Refuse(state, $"Item {change.Number} has no answer to change. `!3 b` changes the answer of item 3.");
        }

        var item = state.Slots[index].Item;
        var changed = new Asking(index);
        if (change.Line.Length > 0)
        {
            switch (Asker.For(item).Read(item, changed, change.Line, state.Options))
            {
                case Answered answered:
                    return Note(state, changed, answered);
                case Unreadable unreadable:
                    return Refuse(state, unreadable.Expected);
                case StillOpen { Open: Asking begun }:
                    changed = begun;
                    break;
            }
        }

        // What is left for the moment is found again as it was.
        return Open(
            state with
            {
                Slots = Find(state, open.Index) is null ? state.Slots.WithInterrupted(open) : state.Slots,
            },
            changed,
            [],
            wait: null
        );
    }

    /// <summary>The Result, and the question what becomes of what was missed.</summary>
    private static TranscriptStep FinishExam(
        TranscriptState state,
        ImmutableArray<string> said,
        ImmutableArray<TranscriptEffect> effects
    )
    {
        var result = TranscriptResult.Of(state);
        var missed = result.Answers.Count(answer => !answer.IsGot);
        return new TranscriptStep(
            state with
            {
                Phase = missed > 0 ? new AskingDue() : new Finished(),
            },
            [
                .. said,
                .. ResultHead,
                .. TranscriptText.Quoted(string.Join('\n', ResultText.Of(result))),
                "",
                missed > 0 ? $"{TranscriptMarks.Ask}{missed} missed: due today? y n" : TranscriptMachine.FinishedLine,
            ],
            effects
        );
    }

    private static TranscriptStep AnswerDue(TranscriptState state, string line)
    {
        switch (line.TrimStart(':').ToLowerInvariant())
        {
            case "" or "y" or "yes":
                var missed = Missed(state);
                return Finished($"{missed.Length} due today", missed.Select(item => new ItemDueNow(item)));
            case "n" or "no" or TranscriptMarks.Quit:
                return Finished("left as it is", []);
            default:
                return Refuse(state, "Type y to make due today what you missed, or n. An empty line says y.");
        }

        TranscriptStep Finished(string note, IEnumerable<TranscriptEffect> effects) =>
            new(
                state with
                {
                    Phase = new Finished(),
                },
                [.. TranscriptText.Quoted(note), "", TranscriptMachine.FinishedLine],
                [.. effects]
            )
            {
                Notes = [note],
            };
    }

    private static HistoryEntry? Find(TranscriptState state, int index) =>
        state.History.Find(entry => entry.Before.Index == index);

    /// <summary>A verdict is kept as text: where it stands in the end, more is around it.</summary>
    private static string Unquoted(string line) => line.Length > 1 ? line[2..] : "";
}
