using System.Globalization;

namespace WsgiLsp.Study.Reviews;

/// <summary>Study days as people write dates.</summary>
public static class StudyDate
{
    private static readonly int Epoch = new DateOnly(1970, 1, 1).DayNumber;

    /// <summary>The study day of a date.</summary>
    public static int DayOf(DateOnly date) => date.DayNumber - Epoch;

    /// <summary>Such as <c>2027-02-14</c>.</summary>
    /// <param name="day">The study day.</param>
    public static string Text(int day) => Of(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Such as <c>Sun 2027-02-14</c>.</summary>
    /// <param name="day">The study day.</param>
    public static string WithWeekday(int day) => Of(day).ToString("ddd yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>
    /// When a study day comes, as people say it: <c>tomorrow</c>, <c>in 3 days</c>, and at night, before it begins,
    /// <c>today from 04:00</c>.
    /// </summary>
    /// <param name="day">A study day after that of now.</param>
    /// <param name="now">Now.</param>
    public static string Ahead(int day, StudyMoment now) =>
        now.CalendarDaysTo(day) switch
        {
            <= 0 => $"today from {now.DayStart:hh\\:mm}",
            1 => "tomorrow",
            var days => $"in {days} days",
        };

    private static DateOnly Of(int day) => DateOnly.FromDayNumber(Epoch + day);
}
