using System.Collections.Immutable;
using WsgiLsp.Study.Grading;

namespace WsgiLsp.Study.Optimizing;

/// <summary>An answer of a history, as FSRS sees it.</summary>
/// <param name="Grade">The grade that the scheduler was told.</param>
/// <param name="Days">Days since the answer before, at least 0; ignored of the first.</param>
/// <param name="Time">When it was given, ms UTC: what comes later tells more.</param>
public readonly record struct HistoryAnswer(Grade Grade, int Days, long Time)
{
    /// <summary>The chance to be right without knowing anything: 0 up to, but not, 1.</summary>
    public double Guess { get; init; }

    /// <summary>
    /// Whether it does not tell what was remembered, because something else had just reminded of it: it changes the memory,
    /// but nobody learns from how it went.
    /// </summary>
    public bool IsPrompted { get; init; }

    /// <summary>Whether it was right.</summary>
    public bool IsGot => Grade.IsGot();
}

/// <summary>What became of a memory: all answers that one item was given, oldest first.</summary>
/// <param name="Answers">At least one.</param>
public sealed record AnswerHistory(ImmutableArray<HistoryAnswer> Answers)
{
    /// <summary>Whether an answer tells how well the memory was kept: it came on a later day than the one before.</summary>
    /// <param name="index">The answer's index.</param>
    public bool IsTest(int index) => index > 0 && Answers[index] is { Days: > 0, IsPrompted: false };

    /// <summary>How many of them do.</summary>
    public int CountTests() => Enumerable.Range(0, Answers.Length).Count(IsTest);
}
