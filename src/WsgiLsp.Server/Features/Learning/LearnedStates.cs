using System.Collections.Immutable;
using WsgiLsp.Study.Resuming;
using WsgiLsp.Study.Reviews;

namespace WsgiLsp.Server.Features.Learning;

/// <summary>What the log knows of the learner, as it was read: only what was ever answered takes room.</summary>
/// <param name="States">The items that were answered, suspended or buried.</param>
/// <param name="Sheets">The quizzes on sheets.</param>
internal sealed record LearnedStates(ItemStates States, ImmutableArray<SheetSession> Sheets)
{
    /// <summary>Where there is no log.</summary>
    public static LearnedStates None { get; } = new(ItemStates.None, []);

    /// <summary>Whether nobody could tell it from others that were read of the same log.</summary>
    public bool ShowsTheSameAs(LearnedStates others) =>
        States.IsSame(others.States) && Sheets.Select(MarkOf).SequenceEqual(others.Sheets.Select(MarkOf));

    /// <summary>When the next item on a step falls due after a moment; null where none is on one.</summary>
    /// <param name="time">The moment, ms UTC.</param>
    /// <returns>The time, ms UTC.</returns>
    public long? NextStepAfter(long time) =>
        States
            .OnSteps.Select(one => one.Value)
            .Where(state => state.DueTime > time && !state.IsSuspended)
            .Min(state => state.DueTime);

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

    private static (string, int, int, bool) MarkOf(SheetSession session) =>
        (session.Place.Id, session.Answered, session.Items, session.IsFinished);
}
