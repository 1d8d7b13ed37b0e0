using System.Globalization;

namespace WsgiLsp.Cli.Reports;

/// <summary>Study days as people write dates.</summary>
internal static class StudyDate
{
    private static readonly int Epoch = new DateOnly(1970, 1, 1).DayNumber;

    /// <summary>Such as <c>2027-02-14</c>.</summary>
    /// <param name="day">The study day.</param>
    public static string Text(int day) => Of(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Such as <c>Sun 2027-02-14</c>.</summary>
    /// <param name="day">The study day.</param>
    public static string WithWeekday(int day) => Of(day).ToString("ddd yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary><c>today</c>, <c>tomorrow</c>, <c>in 3 days</c>.</summary>
    /// <param name="days">Days from today, at least 0.</param>
    public static string Ahead(int days) =>
        days switch
        {
            0 => "today",
            1 => "tomorrow",
            _ => $"in {days} days",
        };

    private static DateOnly Of(int day) => DateOnly.FromDayNumber(Epoch + day);
}
