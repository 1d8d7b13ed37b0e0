using System.Collections.Frozen;

namespace WsgiLsp.Study.Grading;

/// <summary>Names of units, with and without the prefixes that make another unit of them.</summary>
internal static class UnitNames
{
    private static readonly string[] Prefixes =
    [
        .. "exa exbi femto giga gibi hecto kilo kibi mega mebi micro milli nano pebi peta pico tebi tera".Split(' '),
    ];

    private static readonly FrozenSet<string> Names = (
        "ampere baud bit byte celsius decibel degree fahrenheit farad gram hertz joule kelvin liter litre lumen meter metre "
        + "minute newton octet ohm pascal percent pixel radian second siemens tesla volt watt"
    )
        .Split(' ')
        .ToFrozenSet();

    /// <summary>Whether a word names a unit, as <c>milliseconds</c> does.</summary>
    /// <param name="word">Lower case, without accents.</param>
    public static bool Contains(string word)
    {
        var prefix = Prefixes.FirstOrDefault(prefix => word.StartsWith(prefix, StringComparison.Ordinal)) ?? "";
        var name = word[prefix.Length..];
        return Names.Contains(name) || (name.EndsWith('s') && Names.Contains(name[..^1]));
    }
}
