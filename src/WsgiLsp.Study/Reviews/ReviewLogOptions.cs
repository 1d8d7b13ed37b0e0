using WsgiLsp.Study.Scheduling;

namespace WsgiLsp.Study.Reviews;

/// <summary>What can be set about a log.</summary>
public sealed record ReviewLogOptions
{
    /// <summary>Local time of day at which a study day begins, 0…24 h.</summary>
    public TimeSpan DayStart { get; init; } = StudyDay.DefaultStart;

    /// <summary>How long to wait for other processes, in whole seconds from 1; their transactions take milliseconds.</summary>
    public TimeSpan BusyTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Decides when items are due.</summary>
    public Scheduler Scheduler { get; init; } = new(new Fsrs(FsrsWeights.Default), new SchedulerOptions());

    /// <summary>The folder where events are exchanged with other devices, as the learner wrote it; null for none.</summary>
    public string? SyncFolder { get; init; }

    /// <summary>The scheduler for a deck.</summary>
    /// <param name="retention">The chance of recall that the deck wants; null for the learner's own.</param>
    internal Scheduler SchedulerFor(double? retention) =>
        retention is { } wanted
            ? new Scheduler(Scheduler.Fsrs, Scheduler.Options with { Retention = wanted })
            : Scheduler;

    /// <summary>The scheduler that replays a review, by the id of its weights.</summary>
    internal Func<string?, Scheduler> Schedulers => _ => Scheduler;
}
