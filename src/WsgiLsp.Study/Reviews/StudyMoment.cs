namespace WsgiLsp.Study.Reviews;

/// <summary>A moment as the log stores it.</summary>
/// <param name="Time">The time, with the local offset.</param>
/// <param name="DayStart">The local time of day at which a study day begins.</param>
public readonly record struct StudyMoment(DateTimeOffset Time, TimeSpan DayStart)
{
    /// <summary>The study day.</summary>
    public int Day => StudyDay.Of(Time, DayStart);

    /// <summary>The time, ms UTC.</summary>
    public long Milliseconds => Time.ToUnixTimeMilliseconds();

    /// <summary>The study day after a delay.</summary>
    public int DayAfter(TimeSpan delay) => StudyDay.Of(Time + delay, DayStart);
}
