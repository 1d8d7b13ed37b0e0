namespace WsgiLsp.Study.Reviews;

/// <summary>A moment as the log stores it.</summary>
/// <param name="Time">The time, with the local offset.</param>
/// <param name="DayStart">The local time of day at which a study day begins.</param>
public readonly record struct StudyMoment(DateTimeOffset Time, TimeSpan DayStart)
{
    /// <summary>The study day.</summary>
    public int Day => StudyDay.Of(Time, DayStart);

    /// <summary>
    /// How many days ahead a study day is by the calendar, as people count: at one in the night the study day that begins
    /// in the morning is 0 ahead, the next one is tomorrow's.
    /// </summary>
    /// <param name="day">The study day.</param>
    public int CalendarDaysTo(int day) => day - StudyDay.Of(Time, TimeSpan.Zero);

    /// <summary>The time, ms UTC.</summary>
    public long Milliseconds => Time.ToUnixTimeMilliseconds();

    /// <summary>The study day after a delay.</summary>
    public int DayAfter(TimeSpan delay) => StudyDay.Of(Time + delay, DayStart);
}
