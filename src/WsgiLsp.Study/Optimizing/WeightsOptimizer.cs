using System.Collections.Immutable;
using WsgiLsp.Study.Scheduling;

namespace WsgiLsp.Study.Optimizing;

/// <summary>
/// Finds the weights with which FSRS-6 would have foretold a learner's answers best. Pure, and without chance: the same
/// histories give the same weights, on however many cores.
/// </summary>
public static class WeightsOptimizer
{
    /// <summary>With fewer answers on later days than so many the published weights stand.</summary>
    public const int LeastAnswers = 8;

    /// <summary>With fewer than so many only the first four weights are fitted.</summary>
    public const int LeastForAll = 64;

    /// <summary>In so many steps all weights go downhill together.</summary>
    public const int Rounds = 100;

    // What is added up apart, so that it does not matter who does it.
    private const int Parts = 16;

    // The published weights have as many.
    private const int Decimals = 4;

    /// <summary>Fits weights to all answers that came on a later day than the one before.</summary>
    /// <param name="histories">The histories, in an order that is always the same.</param>
    /// <param name="onRound">Called after each of <see cref="Rounds"/> rounds; not where fewer weights are fitted.</param>
    /// <returns>21 weights within their bounds, of four decimals.</returns>
    public static ImmutableArray<double> Fit(IReadOnlyList<AnswerHistory> histories, Action? onRound = null) =>
        Fit(TestAnswers.Of(histories), onRound);

    internal static ImmutableArray<double> Fit(TestAnswers tests, Action? onRound = null)
    {
        double[] weights = [.. FsrsWeights.Default.Values];
        if (tests.Count >= LeastAnswers)
        {
            var histories = LearnedHistory.Of(tests);
            InitialStabilities.Fit(histories, weights);
            if (tests.Count >= LeastForAll)
            {
                GoDownhill(histories, weights, onRound);
            }
        }

        return [.. weights.Select(weight => Math.Round(weight, Decimals))];
    }

    private static void GoDownhill(List<LearnedHistory> histories, double[] weights, Action? onRound)
    {
        var start = (double[])weights.Clone();
        var parts = Enumerable
            .Range(0, Parts)
            .Select(part => new LossPart([.. histories.Where((_, index) => index % Parts == part)]))
            .ToList();
        var descent = new AdamDescent(Rounds);
        var gradient = new double[FsrsWeights.Count];
        for (var round = 0; round < Rounds; round++)
        {
            Parallel.ForEach(parts, part => part.Measure(weights));
            Array.Clear(gradient);
            parts.ForEach(part => part.AddTo(gradient));
            WeightsPull.Add(weights, start, gradient);
            descent.Step(weights, gradient);
            onRound?.Invoke();
        }
    }

    /// <summary>A part of the histories, which one thread looks at.</summary>
    private sealed class LossPart(List<LearnedHistory> histories)
    {
        private readonly MemoryGradient _memory = new();
        private readonly double[] _gradient = new double[FsrsWeights.Count];

        public void Measure(double[] weights)
        {
            Array.Clear(_gradient);
            _memory.Use(weights);
            foreach (var history in histories)
            {
                _memory.Add(history.Answers, history.Shares, _gradient);
            }
        }

        public void AddTo(double[] gradient)
        {
            for (var i = 0; i < gradient.Length; i++)
            {
                gradient[i] += _gradient[i];
            }
        }
    }
}
