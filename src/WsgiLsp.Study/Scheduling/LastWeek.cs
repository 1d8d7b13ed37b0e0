using WsgiLsp.Study.Reviews;

namespace WsgiLsp.Study.Scheduling;

/// <summary>
/// The seven days before a day to be ready for: each item that is learned before them is asked in them. Who answers in them,
/// or later, has seen the item, and what follows waits as long as ever.
/// </summary>
public static class LastWeek
{
    private const int Days = 7;

    /// <summary>Days after which an item must be asked at last.</summary>
    /// <param name="by">The study day to be ready for; null for none.</param>
    /// <param name="day">The study day of an answer.</param>
    /// <returns>The first and the last of them; null where nothing must be.</returns>
    public static (int First, int Last)? After(int? by, int day) =>
        by is { } last && day < last - Days ? (last - Days - day, last - 1 - day) : null;

    /// <summary>
    /// An item as it is due: what the log has come only on the day to be ready for, or later, because the deck named that day
    /// after the last answer, comes in the last week. The log keeps its day, which holds again once the day to be ready for is
    /// past, or another. Which day of the week is decided by the item and its repetition.
    /// </summary>
    /// <param name="item">The item's key.</param>
    /// <param name="state">What the log says of it.</param>
    /// <param name="by">The study day to be ready for; null for none.</param>
    /// <param name="today">Today's study day.</param>
    public static ItemState Due(string item, ItemState state, int? by, int today) =>
        by >= today
        && state is { LastDay: { } answered, Schedule.IsOnStep: false }
        && state.DueDay >= by
        && After(by, answered) is var (first, last)
            ? state with
            {
                DueDay = answered + IntervalFuzz.LeastBusy(item, state.Repetitions, first, last, static _ => 0),
            }
            : state;
}
