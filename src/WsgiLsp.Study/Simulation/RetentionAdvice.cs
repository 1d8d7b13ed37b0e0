using System.Collections.Immutable;

namespace WsgiLsp.Study.Simulation;

/// <summary>Which retention to choose.</summary>
public static class RetentionAdvice
{
    // What costs so much more for each known item is as good: differences below that are chance.
    private const double Tolerance = 0.05;

    /// <summary>
    /// The highest retention at which an item that is known in the end costs hardly more time than at the best one; null where
    /// nothing is known in the end.
    /// </summary>
    /// <param name="runs">Simulations of the same days.</param>
    public static Workload? Of(ImmutableArray<Workload> runs)
    {
        var least = runs.Min(run => run.MinutesPerKnown);
        return runs.Where(run => run.MinutesPerKnown <= least * (1 + Tolerance)).MaxBy(run => run.Retention);
    }
}
