using WsgiLsp.Study.Grading;
using WsgiLsp.Study.Optimizing;
using WsgiLsp.Study.Reviews;
using WsgiLsp.Study.Scheduling;

namespace WsgiLsp.Study.Tests.Optimizing;

/// <summary>A learner whose memory is known: who forgets as FSRS says with some weights. The same number, the same life.</summary>
internal static class SimulatedLearner
{
    /// <summary>Somebody who remembers much shorter than most.</summary>
    public static FsrsWeights Forgetful { get; } =
        FsrsWeights.Of(
            "forgetful",
            [
                .. FsrsWeights.Default.Values.Select(
                    (weight, i) =>
                        i < 4 ? weight / 8
                        : i == 8 ? 0.9
                        : weight
                ),
            ]
        );

    public static IReadOnlyList<AnswerHistory> Histories(FsrsWeights memory, int items, int answers, int seed = 1) =>
        [.. Enumerable.Range(0, items).Select(item => HistoryOf(memory, answers, new Random(HashCode(seed, item))))];

    /// <summary>The same as events of a log.</summary>
    /// <param name="memory">The learner's memory.</param>
    /// <param name="items">How many items.</param>
    /// <param name="answers">How many answers to each.</param>
    /// <param name="mode">How they are asked.</param>
    /// <param name="seed">Makes it another life.</param>
    public static List<LoggedEvent> Events(FsrsWeights memory, int items, int answers, string mode, int seed = 1) =>
        [
            .. Histories(memory, items, answers, seed)
                .SelectMany(
                    (history, item) => history.Answers.Select(answer => EventOf($"{mode}/{item}", mode, answer, item))
                )
                .OrderBy(logged => logged.Time)
                .ThenBy(logged => logged.Id),
        ];

    private static int HashCode(int seed, int item) => (seed * 7919) + item;

    private static AnswerHistory HistoryOf(FsrsWeights weights, int count, Random chance)
    {
        var fsrs = new Fsrs(weights);
        var day = chance.Next(100);
        var grade = chance.Next(4) == 0 ? Grade.Again : Grade.Good;
        var memory = fsrs.First(grade);
        var answers = new List<HistoryAnswer> { new(grade, 0, TimeOf(day)) };
        while (answers.Count < count)
        {
            // As most people learn it, whoever they are: days apart, and farther and farther.
            var days = 1 + chance.Next(answers.Count * 6);
            day += days;
            grade = chance.NextDouble() < fsrs.Retrievability(memory.Stability, days) ? Grade.Good : Grade.Again;
            memory = fsrs.Next(memory, grade, days);
            answers.Add(new HistoryAnswer(grade, days, TimeOf(day)));
        }

        return new AnswerHistory([.. answers]);
    }

    private static long TimeOf(int day) =>
        new DateTimeOffset(2025, 1, 1, 12, 0, 0, TimeSpan.Zero).AddDays(day).ToUnixTimeMilliseconds();

    private static LoggedEvent EventOf(string item, string mode, HistoryAnswer answer, int number)
    {
        var time = DateTimeOffset.FromUnixTimeMilliseconds(answer.Time).AddMilliseconds(number);
        return new LoggedEvent(
            Guid.CreateVersion7(time),
            time,
            StudyDay.Of(time, StudyDay.DefaultStart),
            "elsewhere",
            new ReviewEvent
            {
                Kind = ReviewEventKind.Review,
                Item = item,
                Grade = answer.Grade,
                Mode = mode,
                Phase = LearningPhase.Review,
                DueDay = StudyDay.Of(time, StudyDay.DefaultStart) + 3,
            }
        );
    }
}
