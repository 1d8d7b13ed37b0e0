using System.Collections.Frozen;
using System.Collections.Immutable;

namespace WsgiLsp.Study.Grading.Stemming;

/// <summary>
/// Snowball's English stemmer, also called Porter2, after its published description: the part of a word that its inflected
/// and derived forms share (<c>allocates</c>, <c>allocation</c>: <c>alloc</c>). A stem need not be a word.
/// </summary>
public static class EnglishStemmer
{
    private const int ShortestWord = 3;

    /// <summary>Words whose stem the rules would miss.</summary>
    private static readonly FrozenDictionary<string, string> Exceptions = new Dictionary<string, string>(
        StringComparer.Ordinal
    )
    {
        ["skis"] = "ski",
        ["skies"] = "sky",
        ["idly"] = "idl",
        ["gently"] = "gentl",
        ["ugly"] = "ugli",
        ["early"] = "earli",
        ["only"] = "onli",
        ["singly"] = "singl",
        ["sky"] = "sky",
        ["news"] = "news",
        ["howe"] = "howe",
        ["atlas"] = "atlas",
        ["cosmos"] = "cosmos",
        ["bias"] = "bias",
        ["andes"] = "andes",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>What stands before <c>ing</c> in nouns that are no verb's form.</summary>
    private static readonly ImmutableArray<string> BeforeIng = ["inn", "out", "cann", "herr", "earr", "even"];

    /// <summary>What stands before <c>eed</c> in verbs.</summary>
    private static readonly ImmutableArray<string> BeforeEed = ["succ", "proc", "exc"];

    private static readonly ImmutableArray<string> PastEndings = ["eedly", "ingly", "edly", "eed", "ing", "ed"];

    /// <summary>Step 2, in R1. An ending stands before those that end it.</summary>
    private static readonly ImmutableArray<(string Ending, string Instead)> DoubleSuffixes =
    [
        ("ational", "ate"),
        ("fulness", "ful"),
        ("iveness", "ive"),
        ("ization", "ize"),
        ("ousness", "ous"),
        ("biliti", "ble"),
        ("lessli", "less"),
        ("tional", "tion"),
        ("alism", "al"),
        ("aliti", "al"),
        ("ation", "ate"),
        ("entli", "ent"),
        ("fulli", "ful"),
        ("iviti", "ive"),
        ("ogist", "og"),
        ("ousli", "ous"),
        ("abli", "able"),
        ("alli", "al"),
        ("anci", "ance"),
        ("ator", "ate"),
        ("enci", "ence"),
        ("izer", "ize"),
        ("bli", "ble"),
        ("ogi", "og"),
        ("li", ""),
    ];

    /// <summary>Step 3, in R1.</summary>
    private static readonly ImmutableArray<(string Ending, string Instead)> Suffixes =
    [
        ("ational", "ate"),
        ("tional", "tion"),
        ("alize", "al"),
        ("ative", ""),
        ("icate", "ic"),
        ("iciti", "ic"),
        ("ical", "ic"),
        ("ness", ""),
        ("ful", ""),
    ];

    /// <summary>Step 4, in R2: these go.</summary>
    private static readonly ImmutableArray<string> LastSuffixes =
    [
        "ement",
        "able",
        "ance",
        "ence",
        "ible",
        "ment",
        "ant",
        "ate",
        "ent",
        "ion",
        "ism",
        "iti",
        "ive",
        "ize",
        "ous",
        "al",
        "er",
        "ic",
    ];

    /// <summary>The stem of a word.</summary>
    /// <param name="word">Lower case; a word with other letters than a to z is stemmed as far as it has English endings.</param>
    public static string Stem(string word)
    {
        if (word.Length < ShortestWord)
        {
            return word;
        }

        if (Exceptions.TryGetValue(word, out var stem))
        {
            return stem;
        }

        var part = WordPart.Of(word);
        DropPossessive(part);
        DropPlural(part);
        DropPast(part);
        EndInI(part);
        Replace(part, DoubleSuffixes);
        Replace(part, Suffixes);
        DropLastSuffix(part);
        DropLastLetter(part);
        return part.ToString();
    }

    /// <summary>Step 0.</summary>
    private static void DropPossessive(WordPart word)
    {
        if (word.LongestEnding(["'s'", "'s", "'"]) is { } ending)
        {
            word.Drop(ending.Length);
        }
    }

    /// <summary>Step 1a.</summary>
    private static void DropPlural(WordPart word)
    {
        switch (word.LongestEnding(["sses", "ied", "ies", "us", "ss", "s"]))
        {
            case "sses":
                word.Drop(2);
                break;
            case "ied" or "ies":
                word.Drop(word.Length > 4 ? 2 : 1);
                break;
            case "s" when word.HasVowelBefore(word.Length - 2):
                word.Drop(1);
                break;
        }
    }

    /// <summary>Step 1b.</summary>
    private static void DropPast(WordPart word)
    {
        if (word.LongestEnding(PastEndings) is not { } ending)
        {
            return;
        }

        var before = word.Length - ending.Length;
        if (ending is "eed" or "eedly")
        {
            if (word.IsInR1(ending.Length) && !BeforeEed.Any(verb => word.Is(verb, before)))
            {
                word.Drop(ending.Length - 2);
            }
        }
        else if (ending == "ing" && before == 2 && word[1] == 'y' && !word.IsVowel(0))
        {
            word.Replace(ending.Length + 1, "ie");
        }
        else if (word.HasVowelBefore(before) && !(ending == "ing" && BeforeIng.Any(noun => word.Is(noun, before))))
        {
            word.Drop(ending.Length);
            MendVerb(word);
        }
    }

    /// <summary>Gives a verb back the e that its ending took, and takes the letter that was doubled for it.</summary>
    private static void MendVerb(WordPart word)
    {
        if (word.EndsWith("at") || word.EndsWith("bl") || word.EndsWith("iz"))
        {
            word.Replace(0, "e");
        }
        else if (word.EndsInDouble)
        {
            // Egg, add, off.
            if (word.Length > 3 || !"aeo".Contains(word[0], StringComparison.Ordinal))
            {
                word.Drop(1);
            }
        }
        else if (word.IsShort)
        {
            word.Replace(0, "e");
        }
    }

    /// <summary>Step 1c.</summary>
    private static void EndInI(WordPart word)
    {
        if (word.Length > 2 && word[^1] is 'y' or 'Y' && !word.IsVowel(word.Length - 2))
        {
            word.Replace(1, "i");
        }
    }

    /// <summary>Steps 2 and 3: the longest ending gets another, if all of it is in R1.</summary>
    private static void Replace(WordPart word, ImmutableArray<(string Ending, string Instead)> suffixes)
    {
        foreach (var (ending, instead) in suffixes)
        {
            if (!word.EndsWith(ending))
            {
                continue;
            }

            var before = word.Length - ending.Length - 1;
            var fits = ending switch
            {
                "ogi" => before >= 0 && word[before] == 'l',
                "li" => before >= 0 && "cdeghkmnrt".Contains(word[before], StringComparison.Ordinal),
                "ative" => word.IsInR2(ending.Length),
                _ => true,
            };
            if (fits && word.IsInR1(ending.Length))
            {
                word.Replace(ending.Length, instead);
            }

            return;
        }
    }

    /// <summary>Step 4.</summary>
    private static void DropLastSuffix(WordPart word)
    {
        if (
            word.LongestEnding(LastSuffixes) is { } ending
            && word.IsInR2(ending.Length)
            && (ending != "ion" || word[^4] is 's' or 't')
        )
        {
            word.Drop(ending.Length);
        }
    }

    /// <summary>Step 5.</summary>
    private static void DropLastLetter(WordPart word)
    {
        var drops = word.EndsWith("e")
            ? word.IsInR2(1) || (word.IsInR1(1) && !word.EndsInShortSyllable(word.Length - 1))
            : word.EndsWith("ll") && word.IsInR2(1);
        if (drops)
        {
            word.Drop(1);
        }
    }
}
