using System.Collections.Immutable;
using WsgiLsp.Study.Resuming;
using WsgiLsp.Study.Reviews;
using WsgiLsp.Study.Scheduling;

namespace WsgiLsp.Server.Features.Learning;

/// <summary>What the log knows of the learner, as it was read: only what was ever answered takes room.</summary>
/// <param name="States">The items that were answered, suspended or buried.</param>
/// <param name="Fsrs">Tells how well one is remembered.</param>
/// <param name="Sheets">The quizzes on sheets.</param>
internal sealed record LearnedStates(ItemStates States, Fsrs Fsrs, ImmutableArray<SheetSession> Sheets)
{
    /// <summary>Where there is no log.</summary>
    public static LearnedStates None { get; } = new(ItemStates.None, new Fsrs(FsrsWeights.Default), []);

    /// <summary>Reads a log.</summary>
    /// <param name="log">The log.</param>
    /// <param name="before">What was read before; it is kept where nothing changed, so that it can be compared by reference.</param>
    /// <exception cref="ReviewLogException">The log cannot be read.</exception>
    public static LearnedStates Read(ReviewLog log, LearnedStates? before)
    {
        var (states, sheets) = (log.ReadItemStates(), SheetSession.In(log));
        return before is not null && states.IsSame(before.States) && AreSame(sheets, before.Sheets)
            ? before
            : new LearnedStates(states, log.Fsrs, sheets);
    }

    /// <summary>When the next item on a step falls due after a moment; null where none is on one.</summary>
    /// <param name="time">The moment, ms UTC.</param>
    /// <returns>The time, ms UTC.</returns>
    public long? NextStepAfter(long time) =>
        States.Known.Values.Where(state => state.DueTime > time && !state.IsSuspended).Min(state => state.DueTime);

    /// <summary>The first moment after another one at which something falls due: an item on a step, or all of a study day.</summary>
    /// <param name="time">The moment.</param>
    /// <param name="dayStart">The local time of day at which a study day begins.</param>
    /// <param name="zone">Where the learner is.</param>
    public DateTimeOffset NextDueAfter(DateTimeOffset time, TimeSpan dayStart, TimeZoneInfo zone)
    {
        var day = StudyDay.NextStart(time, dayStart, zone);
        return NextStepAfter(time.ToUnixTimeMilliseconds()) is { } step && step < day.ToUnixTimeMilliseconds()
            ? DateTimeOffset.FromUnixTimeMilliseconds(step)
            : day;
    }

    private static bool AreSame(ImmutableArray<SheetSession> some, ImmutableArray<SheetSession> others) =>
        some.Select(Mark).SequenceEqual(others.Select(Mark));

    private static (string, int, int, bool) Mark(SheetSession session) =>
        (session.Place.Id, session.Answered, session.Items, session.IsFinished);
}
