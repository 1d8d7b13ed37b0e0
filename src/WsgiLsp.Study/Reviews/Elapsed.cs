namespace WsgiLsp.Study.Reviews;

/// <summary>How much time a scheduler sees between two answers.</summary>
public static class Elapsed
{
    private const long SameSitting = 4 * 60 * 60 * 1000;

    /// <summary>
    /// Study days between two answers, never below 0, whatever clocks did. Two answers less than four hours apart are of the
    /// same day.
    /// </summary>
    /// <param name="lastDay">The earlier answer's study day.</param>
    /// <param name="lastTime">The earlier answer's time, ms UTC.</param>
    /// <param name="day">The later answer's study day.</param>
    /// <param name="time">The later answer's time, ms UTC.</param>
    public static int Days(int lastDay, long lastTime, int day, long time) =>
        time - lastTime < SameSitting ? 0 : Math.Max(0, day - lastDay);
}
