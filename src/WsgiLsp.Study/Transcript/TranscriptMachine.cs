using System.Collections.Immutable;
using WsgiLsp.Study.Grading;
using WsgiLsp.Study.Sessions;

namespace WsgiLsp.Study.Transcript;

/// <summary>
/// The quiz as a transcript: a line in, lines and a new state out. Pure: the same lines give the same transcript, so that a
/// terminal and a quiz sheet show the same.
/// </summary>
public static class TranscriptMachine
{
    /// <summary>The last line of a Result; a face without a file leaves it out.</summary>
    public const string FinishedLine = TranscriptMarks.Ask + "finished; this file is yours to keep or delete";

    /// <summary>Begins a transcript: its head and the first question.</summary>
    /// <param name="items">What to ask.</param>
    /// <param name="title">The deck's title, or what else is asked.</param>
    /// <param name="view">The time and the schedule.</param>
    /// <param name="options">What holds for all items; null for the defaults.</param>
    /// <param name="sheet">The sheet's id; null at a terminal.</param>
    public static TranscriptStep Start(
        ImmutableArray<SessionItem> items,
        string title,
        IStudyView view,
        TranscriptOptions? options = null,
        string? sheet = null
    )
    {
        options ??= new TranscriptOptions();
        var exam = ExamRules.For(items, options);
        ImmutableArray<string> head =
        [
            .. Head(title, sheet, isExam: exam is not null),
            .. exam is null ? (IEnumerable<string>)[] : TranscriptText.Quoted(exam.Announce(items.Length)),
        ];
        return new Turn(view).Advance(
            new TranscriptState
            {
                Slots = [.. items.Select(item => new Slot(item))],
                Options = options,
                Exam = exam,
                Began = view.Now,
            },
            head
        );
    }

    /// <summary>Begins a transcript anew where it is: its head, and what stands open or the Result.</summary>
    /// <param name="state">The state; never an exam's.</param>
    /// <param name="title">The deck's title, or what else is asked.</param>
    /// <param name="view">The time and the schedule.</param>
    /// <param name="sheet">The sheet's id; null at a terminal.</param>
    internal static TranscriptStep Reopen(TranscriptState state, string title, IStudyView view, string? sheet = null) =>
        new Turn(view).Reopen(state, [.. Head(title, sheet, isExam: false)]);

    /// <summary>Takes a complete line.</summary>
    /// <param name="state">The state before.</param>
    /// <param name="line">The line, without its line end; any text.</param>
    /// <param name="view">The time and the schedule.</param>
    public static TranscriptStep Step(TranscriptState state, string line, IStudyView view) =>
        new Turn(view).Take(state, line);

    private static IEnumerable<string> Head(string title, string? sheet, bool isExam) =>
        [
            $"{TranscriptMarks.Title}{(isExam ? "Exam" : "Quiz")}: {WhiteSpace.Squeeze(title)}",
            .. sheet is null ? (IEnumerable<string>)[] : [$"<!-- sheet {sheet} -->"],
            isExam
                ? "Answer on the last line and press Enter. `!3 b` changes item 3, `!q` ends. Lines with `>` are written for you."
                : "Answer on the last line and press Enter. `?` hint, `??` answer. Lines with `>` are written for you.",
        ];
}
