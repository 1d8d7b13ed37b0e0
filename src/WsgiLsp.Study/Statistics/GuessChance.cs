using WsgiLsp.Study.Grading;
using WsgiLsp.Study.Reviews;
using WsgiLsp.Study.Scheduling;

namespace WsgiLsp.Study.Statistics;

/// <summary>How likely somebody who knows nothing is right.</summary>
internal static class GuessChance
{
    private const string Choice = "choice";

    /// <summary>The chance, 0…½: 0 where an answer has to be produced, or where the log does not say among what it was chosen.</summary>
    /// <param name="review">The answer.</param>
    public static double Of(ReviewEvent review) =>
        WeightsFamilies.OfMode(review.Mode) == WeightsFamily.Production ? 0
        : review.Mode != Choice ? OfPairs(review.Parts)
        : review.Shown is { } shown ? OfOptions(shown.AsSpan().Count(',') + 1, review.Parts)
        : IsStatement(review) ? 0.5
        : 0;

    private static bool IsStatement(ReviewEvent review) => review.Given is "true" or "false";

    /// <summary>One of them; of several (see <see cref="PartMarks"/>) each may be ticked or not.</summary>
    private static double OfOptions(int options, PartMarks? parts) =>
        options < 2 ? 0
        : parts is null ? 1.0 / options
        : (GradeRules.ForSlips(1, options).IsGot() ? options + 1 : 1) / Math.Pow(2, options);

    /// <summary>All pairs, in any order.</summary>
    private static double OfPairs(PartMarks? parts) =>
        parts is { Total: > 1 } pairs
            ? 1 / Enumerable.Range(1, Math.Min(pairs.Total, 20)).Aggregate(1.0, (a, b) => a * b)
            : 0;
}
