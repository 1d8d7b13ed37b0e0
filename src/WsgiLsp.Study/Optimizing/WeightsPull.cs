using System.Collections.Immutable;

namespace WsgiLsp.Study.Optimizing;

/// <summary>
/// What holds weights near where they began: how far people's weights lie apart, as the authors of FSRS-6 published it. Few
/// answers cannot move them far.
/// </summary>
internal static class WeightsPull
{
    private static readonly ImmutableArray<double> Deviations =
    [
        6.43,
        9.66,
        17.58,
        27.85,
        0.57,
        0.28,
        0.6,
        0.12,
        0.39,
        0.18,
        0.33,
        0.3,
        0.09,
        0.16,
        0.57,
        0.25,
        1.03,
        0.31,
        0.32,
        0.14,
        0.27,
    ];

    /// <summary>Adds how the pull changes with each weight: its sum is of the squares of distances, in deviations.</summary>
    /// <param name="weights">Where they are.</param>
    /// <param name="start">Where they began.</param>
    /// <param name="gradient">What is added to.</param>
    public static void Add(ReadOnlySpan<double> weights, ReadOnlySpan<double> start, Span<double> gradient)
    {
        for (var i = 0; i < weights.Length; i++)
        {
            gradient[i] += 2 * (weights[i] - start[i]) / (Deviations[i] * Deviations[i]);
        }
    }
}
