using BenchmarkDotNet.Attributes;
using WsgiLsp.Study.Grading;
using WsgiLsp.Study.Optimizing;
using WsgiLsp.Study.Scheduling;

namespace WsgiLsp.Benchmarks.Optimizing;

/// <summary>
/// What <c>wsgilsp optimize</c> does for one family of 100,000 answers to 10,000 cards: weights are fitted to the first four
/// fifths, tried on the last, and fitted to all. So many seconds are measured a few times only.
/// </summary>
[MemoryDiagnoser]
[WarmupCount(1)]
[IterationCount(7)]
public class OptimizeBenchmarks
{
    private const int Cards = 10_000;
    private const int AnswersOfCard = 10;

    private readonly List<AnswerHistory> histories = [];

    /// <summary>Answers of somebody who forgets as most do.</summary>
    [GlobalSetup]
    public void Live()
    {
        var random = new Random(1);
        var fsrs = new Fsrs(FsrsWeights.Default);
        for (var card = 0; card < Cards; card++)
        {
            var time = (long)random.Next(400);
            var memory = fsrs.First(Grade.Good);
            List<HistoryAnswer> answers = [new(Grade.Good, 0, time)];
            while (answers.Count < AnswersOfCard)
            {
                // Now and then a second answer on the same day.
                var days = random.Next(6) == 0 ? 0 : 1 + random.Next(answers.Count * 6);
                time += days;
                var isGot = days == 0 || random.NextDouble() < fsrs.Retrievability(memory.Stability, days);
                var grade = isGot ? Grade.Good : Grade.Again;
                memory = fsrs.Next(memory, grade, days);
                answers.Add(new HistoryAnswer(grade, days, time));
            }

            histories.Add(new AnswerHistory([.. answers]));
        }
    }

    [Benchmark]
    public WeightsTrial? Try() => WeightsTrial.Of(histories, FsrsWeights.Default);
}
