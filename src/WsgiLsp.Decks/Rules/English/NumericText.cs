using System.Globalization;

namespace WsgiLsp.Decks.Rules.English;

/// <summary>A number with what stands around it.</summary>
/// <param name="Value">The number.</param>
/// <param name="Unit">What stands before and after it, such as <c>$</c>, <c>%</c> or <c>ms</c>; empty for a bare number.</param>
internal readonly record struct NumericText(decimal Value, string Unit)
{
    private const int LongestNumber = 24;
    private const int LongestUnit = 12;

    /// <summary>Reads a text that is one number, perhaps with a unit of one word; null where it is anything else.</summary>
    public static NumericText? Read(ReadOnlySpan<char> text)
    {
        text = text.Trim().TrimEnd('.');
        var before = text is ['$' or '€' or '£', ..] ? text[..1] : [];
        text = text[before.Length..];
        var sign = text is ['-' or '−' or '+', ..] ? 1 : 0;
        var end = sign;
        while (end < text.Length && (char.IsAsciiDigit(text[end]) || IsSeparator(text, end)))
        {
            end++;
        }

        var unit = text[end..].TrimStart();
        if (end == sign || end > LongestNumber || !IsUnit(unit) || HasLeadingZero(text[sign..end]))
        {
            return null;
        }

        var digits = text[..end].ToString().Replace('−', '-').Replace(",", "", StringComparison.Ordinal);
        return decimal.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            ? new NumericText(value, string.Concat(before, unit))
            : null;
    }

    /// <summary>A point before a digit, or a comma before three digits and no more.</summary>
    private static bool IsSeparator(ReadOnlySpan<char> text, int at)
    {
        var rest = text[(at + 1)..];
        return text[at] switch
        {
            '.' => rest is [>= '0' and <= '9', ..],
            ',' => rest is [>= '0' and <= '9', >= '0' and <= '9', >= '0' and <= '9', ..]
                && !(rest.Length > 3 && char.IsAsciiDigit(rest[3])),
            _ => false,
        };
    }

    /// <summary>007 is a name or a bit pattern, and 0.5 is a number.</summary>
    private static bool HasLeadingZero(ReadOnlySpan<char> digits) => digits is ['0', >= '0' and <= '9', ..];

    private static bool IsUnit(ReadOnlySpan<char> unit)
    {
        if (unit is "%" || unit.IsEmpty)
        {
            return true;
        }

        foreach (var c in unit)
        {
            if (!char.IsLetter(c))
            {
                return false;
            }
        }

        return unit.Length <= LongestUnit;
    }
}
