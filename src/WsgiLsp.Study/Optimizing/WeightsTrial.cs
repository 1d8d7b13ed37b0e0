using System.Collections.Immutable;
using WsgiLsp.Study.Scheduling;

namespace WsgiLsp.Study.Optimizing;

/// <summary>
/// Whether weights that were fitted to a learner's answers are better than those in force: fitted to the first four fifths
/// by time, and tried on the last fifth, which they have not seen.
/// </summary>
public sealed record WeightsTrial
{
    /// <summary>From so many answers on later days on it is worth it.</summary>
    public const int LeastAnswers = 1500;

    /// <summary>Weights that gain less log loss are not kept.</summary>
    public const double LeastGain = 0.002;

    /// <summary>How many answers on later days there are.</summary>
    public required int Answers { get; init; }

    /// <summary>The weights in force, on the last fifth.</summary>
    public required FitQuality LaterBefore { get; init; }

    /// <summary>Weights fitted to the first four fifths, on the last fifth.</summary>
    public required FitQuality LaterAfter { get; init; }

    /// <summary>The weights in force, on all answers.</summary>
    public required FitQuality Before { get; init; }

    /// <summary>The weights fitted to all answers, on the same.</summary>
    public required FitQuality After { get; init; }

    /// <summary>The weights fitted to all answers.</summary>
    public required ImmutableArray<double> Fitted { get; init; }

    /// <summary>How much log loss fitting gains on answers that it has not seen; below 0 where it loses.</summary>
    public double Gain => LaterBefore.LogLoss - LaterAfter.LogLoss;

    /// <summary>Whether that is enough.</summary>
    public bool IsBetter => Gain >= LeastGain;

    /// <summary>How often <c>onRound</c> is called in a trial.</summary>
    public static int Rounds => 2 * WeightsOptimizer.Rounds;

    /// <summary>Tries it. Pure.</summary>
    /// <param name="histories">The histories, in an order that is always the same.</param>
    /// <param name="inForce">The weights in force.</param>
    /// <param name="onRound">Called after each of <see cref="Rounds"/> rounds.</param>
    /// <returns>Null where there are fewer than <see cref="LeastAnswers"/> answers on later days.</returns>
    public static WeightsTrial? Of(IReadOnlyList<AnswerHistory> histories, FsrsWeights inForce, Action? onRound = null)
    {
        var tests = TestAnswers.Of(histories);
        if (tests.Count < LeastAnswers)
        {
            return null;
        }

        var (earlier, later) = (tests[..(tests.Count * 4 / 5)], tests[(tests.Count * 4 / 5)..]);
        var tried = WeightsOptimizer.Fit(earlier, onRound);
        var fitted = WeightsOptimizer.Fit(tests, onRound);
        return new WeightsTrial
        {
            Answers = tests.Count,
            LaterBefore = FitQuality.Of(inForce.Values.AsSpan(), later),
            LaterAfter = FitQuality.Of(tried.AsSpan(), later),
            Before = FitQuality.Of(inForce.Values.AsSpan(), tests),
            After = FitQuality.Of(fitted.AsSpan(), tests),
            Fitted = fitted,
        };
    }
}
