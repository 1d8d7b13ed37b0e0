using System.Diagnostics;
using Compare.Wire;

namespace Compare.Measuring;

/// <summary>Something done many times, for no longer than a while.</summary>
internal static class Phase
{
    /// <summary>Does it so often, with a pause after each where one is given, and at least once; the milliseconds of each.</summary>
    public static List<double> Of(
        Connection connection,
        int times,
        TimeSpan most,
        Func<double> work,
        TimeSpan pause = default
    )
    {
        List<double> taken = [];
        var begun = Stopwatch.GetTimestamp();
        while (taken.Count < times && (taken.Count == 0 || Stopwatch.GetElapsedTime(begun) < most))
        {
            taken.Add(work());
            connection.Settle(pause);
        }

        return taken;
    }
}
