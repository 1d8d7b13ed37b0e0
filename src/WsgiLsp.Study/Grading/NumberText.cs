using System.Globalization;

namespace WsgiLsp.Study.Grading;

/// <summary>A number that somebody wrote, perhaps with a unit.</summary>
/// <param name="Value">The number.</param>
/// <param name="Exact">The number in full, where it fits 28 digits and has no exponent; else null.</param>
/// <param name="Unit">What stands before and after it, such as <c>$</c>, <c>%</c> or <c>ms</c>; empty for a bare number.</param>
/// <param name="IsPlain">Whether its digits say nothing but its value: no leading zeros, none at the end of a fraction.</param>
internal readonly record struct NumberText(double Value, decimal? Exact, string Unit, bool IsPlain)
{
    private const int LongestNumber = 60;
    private const int LongestUnit = 16;

    /// <summary>Units of more letters than this are words, in which case means nothing; Mb is not MB.</summary>
    private const int LongestAbbreviation = 4;

    // What people write between thousands, apart from the full stop, which begins a fraction.
    private const string Separators = ",_' ’";

    /// <summary>Reads a text that is one number, perhaps with a unit of one word; null where it is anything else.</summary>
    /// <param name="text">A text with white space squeezed.</param>
    public static NumberText? Read(string text)
    {
        var rest = text is [.., var last, '.'] && char.IsLetterOrDigit(last) ? text.AsSpan(0, text.Length - 1) : text;
        var currency = rest is ['$' or '€' or '£' or '¥', ..] ? rest[..1] : [];
        rest = rest[currency.Length..].TrimStart();

        var at = rest is ['-' or '−' or '+', ..] ? 1 : 0;
        var whole = EndOfWhole(rest, at);
        var fraction = EndOfFraction(rest, whole);
        var end = EndOfExponent(rest, fraction);
        if (fraction == at || end > LongestNumber)
        {
            return null;
        }

        var unit = rest[end..].TrimStart();
        if (!IsUnit(unit))
        {
            return null;
        }

        var digits = string.Concat(rest[..end].ToString().Split(Separators.ToCharArray())).Replace('−', '-');
        var isPlain =
            end == fraction
            && !(rest[at..] is ['0', >= '0' and <= '9', ..])
            && !(fraction > whole && rest[fraction - 1] == '0');
        return new NumberText(
            double.Parse(digits, NumberStyles.Float, CultureInfo.InvariantCulture),
            end == fraction && decimal.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var exact)
                ? exact
                : null,
            string.Concat(currency, unit).Replace('μ', 'µ'),
            isPlain
        );
    }

    /// <summary>Whether another number has the same unit and is no farther away than the tolerance.</summary>
    /// <param name="other">The other number.</param>
    /// <param name="tolerance">At least 0.</param>
    public bool Accepts(NumberText other, double tolerance) => IsNear(other, tolerance) && HasUnitOf(other);

    private bool IsNear(NumberText other, double tolerance)
    {
        if (
            tolerance < 1e20
            && (Exact, other.Exact) is ({ } a, { } b)
            && Math.Max(Math.Abs(Value), Math.Abs(other.Value)) < 1e28
        )
        {
            return Math.Abs(a - b) <= (decimal)tolerance;
        }

        return Value == other.Value || Math.Abs(Value - other.Value) <= tolerance;
    }

    private bool HasUnitOf(NumberText other) =>
        Unit == other.Unit
        || (Unit.Length > LongestAbbreviation && string.Equals(Unit, other.Unit, StringComparison.OrdinalIgnoreCase));

    /// <summary>The end of digits, in a row or in threes: 1000, 1,000, 1 000.</summary>
    private static int EndOfWhole(ReadOnlySpan<char> text, int at)
    {
        var end = EndOfDigits(text, at);
        if (end - at is 0 or > 3 || end == text.Length || !Separators.Contains(text[end], StringComparison.Ordinal))
        {
            return end;
        }

        var separator = text[end];
        while (end < text.Length && text[end] == separator && EndOfDigits(text, end + 1) == end + 4)
        {
            end += 4;
        }

        return end;
    }

    private static int EndOfFraction(ReadOnlySpan<char> text, int at) =>
        at < text.Length && text[at] == '.' && EndOfDigits(text, at + 1) is var end && end > at + 1 ? end : at;

    private static int EndOfExponent(ReadOnlySpan<char> text, int at)
    {
        if (at >= text.Length || text[at] is not ('e' or 'E'))
        {
            return at;
        }

        var sign = at + 1 < text.Length && text[at + 1] is '-' or '+' ? 1 : 0;
        var end = EndOfDigits(text, at + 1 + sign);
        return end > at + 1 + sign ? end : at;
    }

    private static int EndOfDigits(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && char.IsAsciiDigit(text[at]))
        {
            at++;
        }

        return at;
    }

    private static bool IsUnit(ReadOnlySpan<char> unit)
    {
        foreach (var c in unit)
        {
            if (!char.IsLetter(c) && c is not ('%' or '‰' or '°' or '/' or '²' or '³'))
            {
                return false;
            }
        }

        return unit.Length <= LongestUnit;
    }
}
