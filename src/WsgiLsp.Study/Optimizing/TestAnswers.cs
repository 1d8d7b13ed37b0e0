using System.Collections.Immutable;

namespace WsgiLsp.Study.Optimizing;

/// <summary>The answers of histories that tell how well a memory was kept, in the order of time. Never changes.</summary>
internal sealed class TestAnswers
{
    private TestAnswers(IReadOnlyList<AnswerHistory> histories, ImmutableArray<(int History, int Index)> inTime)
    {
        Histories = histories;
        InTime = inTime;
    }

    /// <summary>The histories in which they stand.</summary>
    public IReadOnlyList<AnswerHistory> Histories { get; }

    /// <summary>Where they stand: which history, and which of its answers.</summary>
    public ImmutableArray<(int History, int Index)> InTime { get; }

    /// <summary>How many there are.</summary>
    public int Count => InTime.Length;

    /// <summary>Some of them, in the same histories.</summary>
    /// <param name="range">Which, by time.</param>
    public TestAnswers this[Range range] => new(Histories, InTime[range]);

    /// <summary>Finds them.</summary>
    /// <param name="histories">The histories.</param>
    public static TestAnswers Of(IReadOnlyList<AnswerHistory> histories) =>
        new(
            histories,
            [
                .. histories
                    .SelectMany(
                        (history, index) =>
                            Enumerable
                                .Range(0, history.Answers.Length)
                                .Where(history.IsTest)
                                .Select(answer => (History: index, Index: answer))
                    )
                    .OrderBy(at => histories[at.History].Answers[at.Index].Time),
            ]
        );
}
