using System.Collections.Immutable;
using WsgiLsp.Study.Grading;
using WsgiLsp.Study.Sessions;

namespace WsgiLsp.Study.Transcript;

/// <summary>Where a transcript is. Immutable; made by <see cref="TranscriptMachine"/> only.</summary>
public sealed record TranscriptState
{
    /// <summary>The items of this round, in the order in which they are asked.</summary>
    public ImmutableArray<SessionItem> Items => [.. Slots.Select(slot => slot.Item)];

    /// <summary>Whether the Result stands at the end; the machine still takes <c>again</c>, undo and regrade.</summary>
    public bool IsFinished => Phase is Finished;

    /// <summary>Whether it is an exam, or was one until its end.</summary>
    public bool IsExam => Exam is not null;

    /// <summary>The item that is being asked or graded, or null when nothing is.</summary>
    public SessionItem? Current => Phase is OpenItem open ? Slots[open.Index].Item : null;

    /// <summary>The number of that item in its round, from 1; null when nothing is open.</summary>
    public int? Number => Phase is OpenItem open ? open.Index + 1 : null;

    /// <summary>Whether an answer stands revealed and waits for the learner's grade; else any line is waited for.</summary>
    public bool AwaitsGrade => Phase is Judging;

    /// <summary>What is being asked or graded, and how far that is; null when nothing is.</summary>
    public OpenQuestion? Open => OpenQuestion.In(this);

    /// <summary>How the round went, once its Result stands there; else null.</summary>
    public TranscriptResult? Result => Phase is Finished or AskingDue ? TranscriptResult.Of(this) : null;

    /// <summary>Whether an exam's Result stands there, and the question whether what was missed becomes due.</summary>
    public bool AsksDue => Phase is AskingDue;

    /// <summary>When an exam's time is over, ms UTC; null where it is none.</summary>
    public long? Ends => Exam is { } exam ? Began + (long)exam.Limit.TotalMilliseconds : null;

    /// <summary>The numbers of an exam's items that were answered, and can be answered anew until its end; else empty.</summary>
    public IEnumerable<int> Changeable =>
        Exam is not null && Phase is OpenItem open
            ? History.Select(entry => entry.Before.Index).Where(index => index != open.Index).Order().Select(i => i + 1)
            : [];

    /// <summary>Number of items that wait to be asked again in this session.</summary>
    public int WaitingToReturn => Returning.Count;

    /// <summary>What the grades are called that can be given, in the order of their numbers, which begin at 1.</summary>
    public ImmutableArray<string> GradeNames => [.. Options.Scale.Grades.Select(Options.Scale.NameOf)];

    /// <summary>
    /// The items of this round whose verdicts stand there: their numbers, and whether they were got; the last answer of each.
    /// </summary>
    public IEnumerable<(int Number, bool IsGot)> Judged =>
        IsExam && !IsFinished
            ? []
            : History
                .GroupBy(entry => entry.Before.Index)
                .Select(answers => (answers.Key + 1, answers.Last().Grade.IsGot()));

    /// <summary>
    /// The concepts of which the learner says to have said them though they were not found, the latest first: of the answer
    /// that stands revealed, and of those graded in this round. An exam has none.
    /// </summary>
    public IEnumerable<OverruledConcept> Overruled =>
        (
            Phase is JudgingExplain { GaveUp: false } open
                ? OverruledConcept.In(
                    Current!.Key,
                    open.Written,
                    [.. open.Report.Automatic.Select(finding => finding.Verdict)],
                    open.Report.Final
                )
                : []
        ).Concat(
            History
                .Reverse()
                .SelectMany(entry =>
                    OverruledConcept.In(
                        Slots[entry.Before.Index].Item.Key,
                        entry.Answer.Given,
                        entry.Answer.AutomaticConcepts,
                        entry.Answer.FinalConcepts
                    )
                )
        );

    /// <summary>The places of this round, in the order in which they are asked.</summary>
    internal ImmutableArray<Slot> Slots { get; init; } = [];

    /// <summary>What a line is read as.</summary>
    internal Phase Phase { get; init; } = new Finished();

    /// <summary>The graded answers of this round, in the order in which they were given.</summary>
    internal ImmutableList<HistoryEntry> History { get; init; } = [];

    /// <summary>
    /// Each item's first answer: what it became when it came back is no longer the test, and neither are blanks of what was
    /// missed.
    /// </summary>
    internal IEnumerable<HistoryEntry> FirstAnswers =>
        History
            .Where(entry => Slots[entry.Before.Index] is { BroughtBy: null, Item.Drill: null })
            .OrderBy(entry => entry.Before.Index);

    /// <summary>Number of answers graded in all rounds, those taken back included.</summary>
    internal int AnswerCount { get; init; }

    /// <summary>What holds for the transcript as a whole.</summary>
    public TranscriptOptions Options { get; init; } = new();

    /// <summary>The rules of an exam; null where it is none.</summary>
    internal ExamRules? Exam { get; init; }

    /// <summary>When the session began, ms UTC.</summary>
    internal long Began { get; init; }

    /// <summary>Items that come back in this session, in the order in which they were answered.</summary>
    internal ImmutableList<Returning> Returning { get; init; } = [];

    /// <summary>Number of items opened in this round: those before this index.</summary>
    internal int Opened { get; init; }
}

/// <summary>An item that comes back.</summary>
/// <param name="Item">The item.</param>
/// <param name="Number">The number of the answer that brings it back.</param>
/// <param name="Due">When it is due, ms UTC.</param>
/// <param name="After">The number of answers in this round after which it may come back.</param>
internal sealed record Returning(SessionItem Item, int Number, long Due, int After);

/// <summary>A graded answer of this round.</summary>
/// <param name="Number">Its number in the session, from 1.</param>
/// <param name="Before">What was open when it was given: undo goes back there.</param>
/// <param name="Answer">The answer, with the grade that counts.</param>
/// <param name="Time">When it was given, ms UTC.</param>
internal sealed record HistoryEntry(int Number, OpenItem Before, GradedAnswer Answer, long Time)
{
    /// <summary>The grade that counts.</summary>
    public Grade Grade => Answer.Grade;

    /// <summary>How long before it the answer was looked at, where that caps the grade; else null.</summary>
    public TimeSpan? Peeked { get; init; }

    /// <summary>What an exam says of the answer in the end, a line each.</summary>
    public ImmutableArray<string> Verdict { get; init; } = [];
}
