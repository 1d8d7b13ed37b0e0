using System.Buffers;
using System.Collections.Immutable;

namespace WsgiLsp.Decks.Rules.English;

/// <summary>Tells whether "a" or "an" stands before a word, by its sound.</summary>
internal static class Article
{
    private const string Vowels = "aeiou";

    private static readonly SearchValues<char> Spoken = SearchValues.Create("aeiouy");

    // Letters whose names begin with a vowel: an F, an H, an X.
    private const string VowelNames = "aefhilmnorsx";

    // H is silent.
    private static readonly ImmutableArray<string> Silent = ["hour", "honest", "honor", "honour", "heir"];

    // A vowel that sounds like "you" or "one".
    private static readonly ImmutableArray<string> Consonantal =
    [
        "once",
        "one",
        "eu",
        "ewe",
        "uni",
        "ubiq",
        "udp",
        "ura",
        "uri",
        "url",
        "usa",
        "usb",
        "use",
        "using",
        "usu",
        "utf",
        "uti",
        "uto",
        "uuid",
    ];

    // "Unimportant" and "uninstalled" begin with "un", not with "uni".
    private static readonly ImmutableArray<string> Negated = ["unin", "unim", "unident", "unidiom", "onero"];

    // Some spell them out and some say them as a word.
    private static readonly ImmutableArray<string> Disputed = ["sql", "herb", "historic", "historical", "hotel"];

    /// <summary>Whether a text takes "an" (true) or "a" (false); null where that is not certain.</summary>
    public static bool? TakesAn(string text)
    {
        var length = 0;
        while (length < text.Length && char.IsAsciiLetterOrDigit(text[length]))
        {
            length++;
        }

        if (length == 0)
        {
            return null;
        }

        var word = text[..length];
        var lower = word.ToLowerInvariant();
        if (char.IsAsciiDigit(word[0]))
        {
            return TakesAnNumber(word);
        }

        if (
            Disputed.Contains(lower)
            || (length > 1 && char.IsLower(word[0]) && word.AsSpan().ContainsAnyInRange('A', 'Z'))
        )
        {
            return null;
        }

        var spelled = VowelNames.Contains(lower[0], StringComparison.Ordinal);
        if (length == 1 || !lower.AsSpan().ContainsAny(Spoken))
        {
            return spelled;
        }

        // "An API", "a JSON": spelled or said, the article is the same; else nobody knows.
        var said = SaysVowel(lower);
        var isAcronym = !word.AsSpan(1).ContainsAnyInRange('a', 'z');
        return !isAcronym || spelled == said ? said : null;
    }

    private static bool SaysVowel(string lower)
    {
        if (!Vowels.Contains(lower[0], StringComparison.Ordinal))
        {
            return Begins(lower, Silent);
        }

        return Begins(lower, Negated) || !Begins(lower, Consonantal);
    }

    /// <summary>An 8, an 11, an 18, an 80; longer numbers are read in more than one way.</summary>
    private static bool? TakesAnNumber(string word)
    {
        const int Most = 3;
        if (!word.All(char.IsAsciiDigit) || word.Length > Most)
        {
            return null;
        }

        return word[0] == '8' || word is "11" or "18";
    }

    private static bool Begins(string lower, ImmutableArray<string> beginnings)
    {
        foreach (var beginning in beginnings)
        {
            if (lower.StartsWith(beginning, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
