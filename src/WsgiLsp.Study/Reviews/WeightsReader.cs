using Microsoft.Data.Sqlite;
using WsgiLsp.Study.Scheduling;

namespace WsgiLsp.Study.Reviews;

/// <summary>Knows which weights a log has, and reads them again only where another was kept, be it by another program.</summary>
/// <param name="options">What the learner set.</param>
internal sealed class WeightsReader(SchedulerOptions options)
{
    private string? _mark;
    private WeightsInForce _weights = WeightsInForce.Default;
    private LearnerSchedulers? _schedulers;

    /// <summary>The weights in force.</summary>
    public WeightsInForce Read(SqliteConnection connection)
    {
        // Events never change: who has the same ids has the same weights.
        var mark = EventTable.ReadWeightsMark(connection);
        if (mark != _mark)
        {
            _weights = WeightsInForce.Of(EventTable.ReadWeights(connection));
            (_mark, _schedulers) = (mark, null);
        }

        return _weights;
    }

    /// <summary>The schedulers with the weights in force.</summary>
    public LearnerSchedulers ReadSchedulers(SqliteConnection connection)
    {
        var weights = Read(connection);
        return _schedulers ??= new LearnerSchedulers(weights.Fsrs, options);
    }
}
