namespace WsgiLsp.Study.Reviews;

/// <summary>
/// Counts days as learners live them: a day begins at 04:00 local time by default, so that an evening's session past
/// midnight belongs to that evening.
/// </summary>
public static class StudyDay
{
    /// <summary>04:00.</summary>
    public static TimeSpan DefaultStart { get; } = TimeSpan.FromHours(4);

    /// <summary>The study day: whole days since 1970-01-01 by the local clock, shifted by the day's start.</summary>
    /// <param name="time">The moment, with the offset of the place where it was.</param>
    /// <param name="start">The local time of day at which a study day begins, 0…24 h.</param>
    public static int Of(DateTimeOffset time, TimeSpan start) =>
        (int)(
            (time.DateTime - start - DateTime.UnixEpoch).Ticks is var ticks && ticks < 0
                ? (ticks - TimeSpan.TicksPerDay + 1) / TimeSpan.TicksPerDay
                : ticks / TimeSpan.TicksPerDay
        );

    /// <summary>When the study day after a moment's begins.</summary>
    /// <param name="time">The moment.</param>
    /// <param name="start">The local time of day at which a study day begins, 0…24 h.</param>
    /// <param name="zone">Where the learner is.</param>
    public static DateTimeOffset NextStart(DateTimeOffset time, TimeSpan start, TimeZoneInfo zone)
    {
        var day = Of(TimeZoneInfo.ConvertTime(time, zone), start) + 1;
        var local = DateTime.SpecifyKind(DateTime.UnixEpoch.AddDays(day) + start, DateTimeKind.Unspecified);
        return new DateTimeOffset(local, zone.GetUtcOffset(local));
    }
}
