using System.Collections.Immutable;

namespace WsgiLsp.Study.Statistics;

/// <summary>How many items will be due, day by day, as they are scheduled now: no answer and no new item changes it.</summary>
internal static class Forecast
{
    /// <summary>Numbers of items, the first for today with all that is overdue. Suspended and new items do not count.</summary>
    /// <param name="items">The items.</param>
    /// <param name="day">Today's study day.</param>
    /// <param name="days">Number of days.</param>
    public static ImmutableArray<int> Of(IEnumerable<StudiedItem> items, int day, int days)
    {
        var counts = new int[days];
        foreach (var item in items.Where(item => !item.IsSuspended))
        {
            if (item.State.DueDay is not { } due)
            {
                continue;
            }

            // What was buried today comes back tomorrow.
            var earliest = item.State.IsBuriedOn(day) ? 1 : 0;
            var ahead = Math.Max(earliest, due - day);
            if (ahead < days)
            {
                counts[ahead]++;
            }
        }

        return [.. counts];
    }
}
