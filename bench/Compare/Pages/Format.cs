using System.Globalization;

namespace Compare.Pages;

/// <summary>Figures as people read them.</summary>
internal static class Format
{
    /// <summary>Three digits, and no more.</summary>
    public static string Number(double? value) =>
        value switch
        {
            null => "\u2013",
            0 => "0",
            >= 100 => value.Value.ToString("#,0", CultureInfo.InvariantCulture),
            >= 10 => value.Value.ToString("0.0", CultureInfo.InvariantCulture),
            >= 1 => value.Value.ToString("0.00", CultureInfo.InvariantCulture),
            _ => value.Value.ToString("0.000", CultureInfo.InvariantCulture),
        };

    /// <summary>A whole number.</summary>
    public static string Count(double? value) => value?.ToString("#,0", CultureInfo.InvariantCulture) ?? "\u2013";

    /// <summary>So many times, or such a part.</summary>
    public static string Ratio(double? value) =>
        value is null ? "\u2013"
        : value < .1 ? $"1/{Count(1 / value)}"
        : $"{Number(value)} \u00d7";
}
