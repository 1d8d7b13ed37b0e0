using WsgiLsp.Study.Scheduling;

namespace WsgiLsp.Study.Reviews;

/// <summary>What can be set about a log.</summary>
public sealed record ReviewLogOptions
{
    /// <summary>Local time of day at which a study day begins, 0…24 h.</summary>
    public TimeSpan DayStart { get; init; } = StudyDay.DefaultStart;

    /// <summary>How long to wait for other processes, in whole seconds from 1; their transactions take milliseconds.</summary>
    public TimeSpan BusyTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>What the learner set about when items are due.</summary>
    public SchedulerOptions Scheduler { get; init; } = new();

    /// <summary>The folder where events are exchanged with other devices, as the learner wrote it; null for none.</summary>
    public string? SyncFolder { get; init; }
}
