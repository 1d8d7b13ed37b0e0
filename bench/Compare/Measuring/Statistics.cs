namespace Compare.Measuring;

/// <summary>What is told of many measurements.</summary>
internal static class Statistics
{
    /// <summary>The value that a share of the values is below, from 0 to 1, between two of them where it falls there.</summary>
    public static double Percentile(IEnumerable<double> values, double share)
    {
        double[] sorted = [.. values.Order()];
        if (sorted.Length == 0)
        {
            return double.NaN;
        }

        var at = (sorted.Length - 1) * share;
        var below = (int)at;
        return sorted[below] + ((sorted[Math.Min(below + 1, sorted.Length - 1)] - sorted[below]) * (at - below));
    }

    public static double Median(IEnumerable<double> values) => Percentile(values, .5);
}
