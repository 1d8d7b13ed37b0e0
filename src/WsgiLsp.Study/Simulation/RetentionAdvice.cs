using System.Collections.Immutable;
using WsgiLsp.Study.Optimizing;

namespace WsgiLsp.Study.Simulation;

/// <summary>Which retention to choose.</summary>
public static class RetentionAdvice
{
    /// <summary>
    /// Whoever has fewer answers on later days gets no advice. Which retention is cheapest depends on how fast the learner
    /// forgets and on what answers take; from so many on both are the learner's own: weights are fitted, and habits are known to
    /// a few parts in a hundred, which is what <see cref="Tolerance"/> lets pass.
    /// </summary>
    public const int LeastAnswers = WeightsTrial.LeastAnswers;

    /// <summary>No lower retention is advised: who misses more than one in five loses heart, which no simulation counts.</summary>
    public const double Least = 0.8;

    /// <summary>No higher one: there, each point costs more than the model is known to be right by.</summary>
    public const double Most = 0.95;

    // What costs so much more for each known item is as good: differences below that are chance.
    private const double Tolerance = 0.05;

    /// <summary>Whether there are answers enough to advise a learner.</summary>
    /// <param name="habits">The learner's.</param>
    public static bool IsFor(LearnerHabits habits) => habits.LaterAnswers >= LeastAnswers;

    /// <summary>
    /// The highest retention from <see cref="Least"/> to <see cref="Most"/> at which an item that is known in the end costs
    /// hardly more time than at the best one; null where none was tried, or nothing is known in the end.
    /// </summary>
    /// <param name="runs">Simulations of the same days.</param>
    public static Workload? Of(ImmutableArray<Workload> runs)
    {
        var possible = runs.Where(run => run.Retention is >= Least and <= Most).ToList();
        var least = possible.Min(run => run.MinutesPerKnown);
        return possible.Where(run => run.MinutesPerKnown <= least * (1 + Tolerance)).MaxBy(run => run.Retention);
    }
}
