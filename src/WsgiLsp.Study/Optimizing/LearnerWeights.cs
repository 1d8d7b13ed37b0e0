using System.Collections.Immutable;
using System.Globalization;
using WsgiLsp.Study.Reviews;
using WsgiLsp.Study.Scheduling;

namespace WsgiLsp.Study.Optimizing;

/// <summary>The weights of the learner to whom a log belongs: which hold, what can be learned, and keeping what is better.</summary>
public sealed class LearnerWeights
{
    private const string TriedPrefix = "tried-weights/";

    private readonly ReviewLog _log;
    private readonly WeightsInForce _inForce;
    private readonly FamilyHistories _histories;

    private LearnerWeights(ReviewLog log, WeightsInForce inForce, FamilyHistories histories)
    {
        (_log, _inForce, _histories) = (log, inForce, histories);
    }

    /// <summary>Reads a log.</summary>
    /// <param name="log">The log.</param>
    /// <exception cref="ReviewLogException">The log cannot be read.</exception>
    public static LearnerWeights Read(ReviewLog log) => Of(log, log.ReadAll());

    /// <summary>The same of a log that was read already.</summary>
    /// <param name="log">The log.</param>
    /// <param name="events">All its events, in the order of time and id.</param>
    /// <exception cref="ReviewLogException">The log cannot be read.</exception>
    public static LearnerWeights Of(ReviewLog log, IReadOnlyCollection<LoggedEvent> events) =>
        new(log, log.ReadWeights(), FamilyHistories.Of(events));

    /// <summary>How many answers on later days there are.</summary>
    public int CountAnswers(WeightsFamily family) => _histories.CountTests(family);

    /// <summary>Whether weights were kept; else the published ones hold.</summary>
    public bool HasOwn(WeightsFamily family) => _inForce[family] is not null;

    /// <summary>What is to be offered, for each family that has something.</summary>
    /// <exception cref="ReviewLogException">The log cannot be read.</exception>
    public ImmutableArray<WeightsOffer> FindOffers() =>
        [
            .. WeightsFamilies
                .All.Select(family => WeightsOffer.Of(family, CountAnswers(family), CountFitted(family)))
                .OfType<WeightsOffer>(),
        ];

    /// <summary>Tries whether fitted weights are better; see <see cref="WeightsTrial.Of"/>. Writes nothing.</summary>
    public WeightsTrial? Try(WeightsFamily family, Action? onRound = null) =>
        WeightsTrial.Of(_histories[family], _inForce.Fsrs[family].Weights, onRound);

    /// <summary>Keeps the fitted weights that are better, all or none, and notes that all of these were tried.</summary>
    /// <exception cref="ReviewLogException">The log cannot be written; no weights were kept.</exception>
    public void Keep(IReadOnlyCollection<(WeightsFamily Family, WeightsTrial Trial)> trials)
    {
        List<ReviewEvent> better =
        [
            .. trials
                .Where(one => one.Trial.IsBetter)
                .Select(one => new FittedWeights(one.Family, one.Trial.Fitted, one.Trial.Answers).ToEvent()),
        ];
        if (better.Count > 0)
        {
            _log.AppendAll(better);
        }

        foreach (var (family, trial) in trials)
        {
            _log.WriteMeta(
                KeyOf(family),
                trial.Answers.ToString(CultureInfo.InvariantCulture),
                _log.ReadMeta(MetaTable.LastForgetting)
            );
        }
    }

    // Weights may have been kept on another device, and those of this one not.
    private int? CountFitted(WeightsFamily family)
    {
        var tried = int.TryParse(
            _log.ReadMeta(KeyOf(family)),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var count
        )
            ? count
            : (int?)null;
        return _inForce[family] is { } kept ? Math.Max(kept.Answers, tried ?? 0) : tried;
    }

    private static string KeyOf(WeightsFamily family) => TriedPrefix + family.Name();
}
