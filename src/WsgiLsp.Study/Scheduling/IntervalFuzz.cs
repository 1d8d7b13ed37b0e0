using WsgiLsp.Study.Chance;

namespace WsgiLsp.Study.Scheduling;

/// <summary>
/// Spreads items that were learned together over neighbouring days. Which day is decided by the item, its repetition and
/// how much is due already: the same log gives the same day.
/// </summary>
public static class IntervalFuzz
{
    private const double From = 2.5;

    // Up to which day of the interval which part of it is spread.
    private static readonly (double To, double Part)[] Parts = [(7, 0.15), (20, 0.1), (double.PositiveInfinity, 0.05)];

    /// <summary>The days among which an interval may be moved, itself included.</summary>
    /// <param name="days">The interval, at least 1 day.</param>
    /// <param name="maxInterval">The longest interval, in days.</param>
    public static (int First, int Last) Range(int days, int maxInterval)
    {
        var spread = 0.0;
        var from = From;
        foreach (var (to, part) in Parts)
        {
            spread += part * Math.Max(0, Math.Min(days, to) - from);
            from = to;
        }

        var reach = (int)spread;
        return (days - reach, Math.Max(days, Math.Min(days + reach, maxInterval)));
    }

    /// <summary>The day on which an item is due: the least busy of its range, chance between equals.</summary>
    /// <param name="item">The item's key.</param>
    /// <param name="repetition">How often it was answered; decides the chance, with the item.</param>
    /// <param name="days">The interval, at least 1 day.</param>
    /// <param name="maxInterval">The longest interval, in days.</param>
    /// <param name="load">How many items are due after so many days.</param>
    public static int Choose(string item, int repetition, int days, int maxInterval, Func<int, int> load)
    {
        var (first, last) = Range(days, maxInterval);
        return first == last ? days : LeastBusy(item, repetition, first, last, load);
    }

    /// <summary>The least busy of some days, chance between equals.</summary>
    /// <param name="item">The item's key.</param>
    /// <param name="repetition">How often it was answered; decides the chance, with the item.</param>
    /// <param name="first">The first of the days.</param>
    /// <param name="last">The last of them.</param>
    /// <param name="load">How many items are due after so many days.</param>
    public static int LeastBusy(string item, int repetition, int first, int last, Func<int, int> load) =>
        Enumerable.Range(first, last - first + 1).MinBy(day => (load(day), StableHash.Of(item, repetition, day)));
}
