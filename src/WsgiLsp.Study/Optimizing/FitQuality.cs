using WsgiLsp.Study.Scheduling;

namespace WsgiLsp.Study.Optimizing;

/// <summary>How well weights foretell answers.</summary>
/// <param name="LogLoss">The mean log loss, at least 0; the less, the better.</param>
/// <param name="BinError">
/// How far chances were from what came: answers are sorted into twenty bins by their chance, and this is the root of the mean
/// square of the differences of each bin's mean chance and its part of right answers, 0…1.
/// </param>
public readonly record struct FitQuality(double LogLoss, double BinError)
{
    private const int Bins = 20;

    /// <summary>Measures weights by answers on later days.</summary>
    /// <param name="weights">The weights.</param>
    /// <param name="histories">The histories; at least one answer on a later day.</param>
    public static FitQuality Of(FsrsWeights weights, IReadOnlyList<AnswerHistory> histories) =>
        Of(weights.Values.AsSpan(), TestAnswers.Of(histories));

    /// <summary>Measures weights by some answers.</summary>
    internal static FitQuality Of(ReadOnlySpan<double> weights, TestAnswers tests)
    {
        var memory = new MemoryGradient();
        memory.Use(weights);
        var chances = new double[tests.Histories.Count][];
        var bins = new (double Expected, int Got, int Count)[Bins];
        var loss = 0.0;
        foreach (var (history, index) in tests.InTime)
        {
            var answers = tests.Histories[history].Answers;
            if (chances[history] is not { } ofHistory)
            {
                chances[history] = ofHistory = new double[answers.Length];
                memory.Predict(answers.AsSpan(), ofHistory);
            }

            var chance = ofHistory[index];
            var isGot = answers[index].IsGot;
            loss += Optimizing.LogLoss.Of(chance, isGot);
            ref var bin = ref bins[Math.Min(Bins - 1, (int)(chance * Bins))];
            bin = (bin.Expected + chance, bin.Got + (isGot ? 1 : 0), bin.Count + 1);
        }

        var squares = bins.Where(bin => bin.Count > 0).Sum(bin => Math.Pow(bin.Expected - bin.Got, 2) / bin.Count);
        return new FitQuality(loss / tests.Count, Math.Sqrt(squares / tests.Count));
    }
}
