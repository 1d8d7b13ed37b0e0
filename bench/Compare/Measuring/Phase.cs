using System.Diagnostics;
using Compare.Wire;

namespace Compare.Measuring;

/// <summary>Something done many times, for no longer than a while.</summary>
internal static class Phase
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);

    /// <summary>Does it so often, with a pause after each, and at least once; the milliseconds of each.</summary>
    public static List<double> Of(Connection connection, int times, TimeSpan most, Func<double> work)
    {
        List<double> taken = [];
        var begun = Stopwatch.GetTimestamp();
        while (taken.Count < times && (taken.Count == 0 || Stopwatch.GetElapsedTime(begun) < most))
        {
            taken.Add(work());
            connection.Settle(Pause);
        }

        return taken;
    }
}
