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
}
