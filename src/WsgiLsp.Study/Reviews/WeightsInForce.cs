using System.Collections.Immutable;
using System.Globalization;
using WsgiLsp.Study.Scheduling;

namespace WsgiLsp.Study.Reviews;

/// <summary>
/// Which weights a log says that hold: of each family the last that were kept, by time and id, so that devices which have the
/// same events agree. They hold for all answers, those before them too: that is what they were fitted to.
/// </summary>
public sealed class WeightsInForce
{
    private readonly ImmutableDictionary<WeightsFamily, FittedWeights> _kept;

    private WeightsInForce(ImmutableDictionary<WeightsFamily, FittedWeights> kept, LearnerFsrs fsrs)
    {
        (_kept, Fsrs) = (kept, fsrs);
    }

    /// <summary>The published weights.</summary>
    public static WeightsInForce Default { get; } =
        new(ImmutableDictionary<WeightsFamily, FittedWeights>.Empty, LearnerFsrs.Default);

    /// <summary>The formulas with them.</summary>
    public LearnerFsrs Fsrs { get; }

    /// <summary>What was kept of a family; null where the published weights hold.</summary>
    public FittedWeights? this[WeightsFamily family] => _kept.GetValueOrDefault(family);

    /// <summary>The weights of a log.</summary>
    /// <param name="events">Ids and texts of its <c>weights</c> events, in the order of time and id.</param>
    public static WeightsInForce Of(IEnumerable<(Guid Id, string? Given)> events)
    {
        var kept = ImmutableDictionary<WeightsFamily, FittedWeights>.Empty;
        var weights = WeightsFamilies.All.ToDictionary(family => family, _ => FsrsWeights.Default);
        foreach (var (id, given) in events)
        {
            if (FittedWeights.Read(given) is { } fitted)
            {
                kept = kept.SetItem(fitted.Family, fitted);
                weights[fitted.Family] = FsrsWeights.Of(id.ToString("D", CultureInfo.InvariantCulture), fitted.Values);
            }
        }

        return kept.IsEmpty
            ? Default
            : new WeightsInForce(
                kept,
                new LearnerFsrs(
                    new Fsrs(weights[WeightsFamily.Production]),
                    new Fsrs(weights[WeightsFamily.Recognition])
                )
            );
    }
}
