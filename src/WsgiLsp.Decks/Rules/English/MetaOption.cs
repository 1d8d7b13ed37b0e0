using System.Text.RegularExpressions;
using WsgiLsp.Decks.Syntax;

namespace WsgiLsp.Decks.Rules.English;

/// <summary>What an option says of other options.</summary>
internal enum MetaClaim
{
    /// <summary>All of them are correct.</summary>
    All,

    /// <summary>Two of them are correct, or some that it names.</summary>
    Some,

    /// <summary>None of them is correct.</summary>
    None,
}

/// <summary>Finds options that speak of other options, such as "All of the above" or "Both A and C".</summary>
internal static partial class MetaOption
{
    // Longer texts have a content of their own.
    private const int LongestText = 80;

    /// <summary>What an option claims of others; null where it speaks of the matter.</summary>
    /// <param name="option">What the reader sees of the option.</param>
    /// <param name="options">How many options the card has.</param>
    public static MetaClaim? Of(Prose option, int options)
    {
        if (option.Text.Length > LongestText)
        {
            return null;
        }

        var text = option.Without(ProseStyle.Code);
        if (Others().Match(text) is { Success: true } others)
        {
            return char.ToLowerInvariant(others.Groups["who"].ValueSpan[0]) switch
            {
                'a' => MetaClaim.All,
                'n' => MetaClaim.None,
                _ => MetaClaim.Some,
            };
        }

        var letters = Letters().Match(text);
        return letters.Success && letters.Groups["letter"].Captures.All(c => IndexOf(c.ValueSpan) < options)
            ? char.ToLowerInvariant(text[0]) == 'n'
                ? MetaClaim.None
                : MetaClaim.Some
            : null;
    }

    /// <summary>Indices of the options that an option names by their letters; empty where it names none.</summary>
    public static IEnumerable<int> Named(Prose option) =>
        Letters().Match(option.Text).Groups["letter"].Captures.Select(c => IndexOf(c.ValueSpan));

    private static int IndexOf(ReadOnlySpan<char> letter) => char.ToLowerInvariant(letter[0]) - 'a';

    [GeneratedRegex(
        """
            ^\W*([A-H][.):]\s)?
            (
                (?<who>all|none|both|neither|any|either)\s(of\s)?(the\s)?
                (above|preceding|previous\sones|others?|listed|mentioned|(other|above|listed|mentioned|given|previous|preceding)\s(options?|answers?|choices?|ones))
              | (?<who>all|none|both|neither|any)\sof\s(these|those|them)(\s(options|answers|choices))?
              | (?<who>all|none|both|neither|any)\s(of\s)?(the\s)?(options?|answers?|choices?)
                (?=\W*$|\s(above|listed|given|here|is|are)\b)
              | (?<who>all)\s(are|is)(?=\s(correct|true|right|valid)\W*$)
              | (?<who>no)\s(options?|answers?|choices?)(?=\s(is|are)\b)
            )
            (\s(options?|answers?|choices?|above|listed|given|here|mentioned))?
            (\s((is|are)\s)?(all\s)?(correct|true|right|valid|possible|applicable|incorrect|false|wrong))?
            \s*([.,;:!()–—-].*)?$
            """,
        RegexOptions.IgnoreCase
            | RegexOptions.ExplicitCapture
            | RegexOptions.IgnorePatternWhitespace
            | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Others();

    [GeneratedRegex(
        """
            ^(
                (([Bb]oth|[Nn]either|[Oo]nly|[Oo]ptions?|[Aa]nswers?)\s)+
                \(?(?<letter>[A-H])\)?(,\s?\(?(?<letter>[A-H])\)?)*,?\s(and|or|nor|&)\s\(?(?<letter>[A-H])\)?
              | [Bb]oth\s\(?(?<letter>[a-h])\)?\s(and|&)\s\(?(?<letter>[b-h])\)?
              | (?<letter>[A-H])(,\s?(?<letter>[A-H]))*,?\s(and|&)\s(?<letter>[A-H])
            )
            (\s(only|above|are\s(correct|true|right)))?\W*$
            """,
        RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Letters();
}
