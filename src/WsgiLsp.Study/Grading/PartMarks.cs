using System.Globalization;

namespace WsgiLsp.Study.Grading;

/// <summary>How much of an answer that has parts was right.</summary>
/// <param name="Got">Parts that were right, 0…<paramref name="Total"/>.</param>
/// <param name="Total">Number of parts, at least 1.</param>
public readonly record struct PartMarks(int Got, int Total)
{
    /// <summary>Whether nothing is missing.</summary>
    public bool IsFull => Got == Total;

    /// <summary>Reads what <see cref="ToString"/> wrote; null for anything else.</summary>
    public static PartMarks? Parse(string text) =>
        text.Split('/') is [var got, var total]
        && int.TryParse(got, NumberStyles.None, CultureInfo.InvariantCulture, out var right)
        && int.TryParse(total, NumberStyles.None, CultureInfo.InvariantCulture, out var all)
        && all > 0
        && right <= all
            ? new PartMarks(right, all)
            : null;

    /// <summary>As in <c>3/4</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Got}/{Total}");
}
