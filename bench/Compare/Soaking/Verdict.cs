using Compare.Measuring;
using Compare.Pages;

namespace Compare.Soaking;

/// <summary>Compares the last three tenths of a soak with the second to the fourth; in the first much is still compiled.</summary>
internal static class Verdict
{
    /// <summary>How many times the early median the late one may be, and how much more it may always be.</summary>
    private static readonly (string Name, Func<Sample, double> Value, double Times, double More)[] Measures =
    [
        ("memory", sample => sample.Memory, 1.15, 8),
        ("handles", sample => sample.Handles, 1, 2),
        ("threads", sample => sample.Threads, 1, 4),
        ("key p50", sample => sample.Key, 1.25, .1),
        ("key p99", sample => sample.SlowKey, 1.5, 2),
        ("answer p50", sample => sample.Answer, 1.25, .5),
        ("answer p99", sample => sample.SlowAnswer, 1.5, 5),
    ];

    public static bool Of(IReadOnlyList<Sample> samples)
    {
        var isGood = true;
        foreach (var (name, value, times, more) in Measures)
        {
            var early = Statistics.Median(samples.Skip(1).Take(3).Select(value));
            var late = Statistics.Median(samples.TakeLast(3).Select(value));
            var isKept = !(late > (early * times) + more);
            isGood &= isKept;
            Console.WriteLine(
                $"{(isKept ? "kept" : "GREW")}  {name}: {Format.Number(early)} then {Format.Number(late)}"
            );
        }

        return isGood;
    }
}
