using System.Globalization;

namespace WsgiLsp.Study.Transcript;

/// <summary>How long until an item is asked again, in short.</summary>
public static class WaitText
{
    private const double DaysOfMonth = 30.44;
    private const double DaysOfYear = 365.25;

    /// <summary><c>10 min</c>, <c>3 h</c>, <c>2 d</c>, <c>4 mo</c>, <c>1.5 y</c>.</summary>
    public static string Of(TimeSpan wait) =>
        wait.TotalMinutes < 60 ? Text(Math.Max(1, Math.Ceiling(wait.TotalMinutes)), "min")
        : wait.TotalHours < 24 ? Text(Math.Round(wait.TotalHours), "h")
        : wait.TotalDays < 60 ? Text(Math.Round(wait.TotalDays), "d")
        : wait.TotalDays < DaysOfYear ? Text(Math.Round(wait.TotalDays / DaysOfMonth), "mo")
        : Text(Math.Round(wait.TotalDays / DaysOfYear, 1), "y");

    private static string Text(double number, string unit) =>
        string.Create(CultureInfo.InvariantCulture, $"{number:0.#} {unit}");
}
