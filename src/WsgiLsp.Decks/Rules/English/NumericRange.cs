using System.Globalization;
using System.Text.RegularExpressions;

namespace WsgiLsp.Decks.Rules.English;

/// <summary>A range of numbers as an option gives it: "1–10 ms", "5 to 9", "less than 3".</summary>
/// <param name="Low">The lower end; the least number where it has none.</param>
/// <param name="HasLow">Whether <paramref name="Low"/> itself belongs to it.</param>
/// <param name="High">The upper end; the greatest number where it has none.</param>
/// <param name="HasHigh">Whether <paramref name="High"/> itself belongs to it.</param>
/// <param name="Unit">What stands around the numbers; empty for bare ones.</param>
internal readonly partial record struct NumericRange(decimal Low, bool HasLow, decimal High, bool HasHigh, string Unit)
{
    private const int LongestText = 40;

    /// <summary>Whether both ends are given.</summary>
    public bool IsClosed => Low != decimal.MinValue && High != decimal.MaxValue;

    /// <summary>Reads a text that is one range and nothing else; null where it is anything else.</summary>
    public static NumericRange? Read(string text)
    {
        if (text.Length > LongestText || !text.AsSpan().ContainsAnyInRange('0', '9'))
        {
            return null;
        }

        var match = Closed().Match(text);
        if (match.Success)
        {
            var (low, high) = (Value(match.Groups["low"]), Value(match.Groups["high"]));
            return low < high && UnitOf(match) is { } unit
                ? new NumericRange(low, HasLow: true, high, HasHigh: true, unit)
                : null;
        }

        match = Open().Match(text);
        if (!match.Success || UnitOf(match) is not { } openUnit)
        {
            return null;
        }

        var limit = Value(match.Groups["limit"]);
        var isIncluded = !match.Groups["below"].Success && !match.Groups["above"].Success;
        var isHigh = match.Groups["below"].Success || match.Groups["most"].Success;
        return isHigh
            ? new NumericRange(decimal.MinValue, HasLow: false, limit, isIncluded, openUnit)
            : new NumericRange(limit, isIncluded, decimal.MaxValue, HasHigh: false, openUnit);
    }

    /// <summary>Whether a number belongs to this range and to one that begins and ends higher.</summary>
    public bool Overlaps(NumericRange higher) => High > higher.Low || (High == higher.Low && HasHigh && higher.HasLow);

    private static decimal Value(Group group) =>
        decimal.TryParse(
            group.ValueSpan.ToString().Replace(",", "", StringComparison.Ordinal),
            NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture,
            out var value
        )
            ? value
            : 0;

    /// <summary>The unit, which both numbers may carry; null where they differ.</summary>
    private static string? UnitOf(Match match)
    {
        var units = match
            .Groups["unit"]
            .Captures.Select(capture => capture.Value.TrimEnd('s').ToLowerInvariant())
            .Distinct()
            .ToList();
        return units.Count switch
        {
            0 => "",
            1 => units[0],
            _ => null,
        };
    }

    [GeneratedRegex(
        """
            ^(between\s|from\s)?(?<unit>[$€£])?(?<low>\d{1,3}(,\d{3})+|\d{1,12}(\.\d{1,6})?)\s?(?<unit>%|[A-Za-zµ]{1,12})?
            \s?(-|–|—|to|and)\s?
            (?<unit>[$€£])?(?<high>\d{1,3}(,\d{3})+|\d{1,12}(\.\d{1,6})?)\s?(?<unit>%|[A-Za-zµ]{1,12})?\.?$
            """,
        RegexOptions.IgnoreCase
            | RegexOptions.ExplicitCapture
            | RegexOptions.IgnorePatternWhitespace
            | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Closed();

    [GeneratedRegex(
        """
            ^(
                ((?<below>less\sthan|fewer\sthan|under|below|<)|(?<above>more\sthan|greater\sthan|over|above|>)
                  |(?<most>up\sto|at\smost|≤|<=)|(?<least>at\sleast|≥|>=))\s?
                (?<unit>[$€£])?(?<limit>\d{1,3}(,\d{3})+|\d{1,12}(\.\d{1,6})?)\s?(?<unit>%|[A-Za-zµ]{1,12})?
              | (?<unit>[$€£])?(?<limit>\d{1,3}(,\d{3})+|\d{1,12}(\.\d{1,6})?)\s?(?<unit>%|[A-Za-zµ]{1,12})?
                (\+|\s(or|and)\s((?<most>less|fewer|under|below)|(?<least>more|over|above|greater)))
            )\.?$
            """,
        RegexOptions.IgnoreCase
            | RegexOptions.ExplicitCapture
            | RegexOptions.IgnorePatternWhitespace
            | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Open();
}
