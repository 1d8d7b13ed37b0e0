using System.Collections.Frozen;
using System.Collections.Immutable;
using WsgiLsp.Study.Grading.Stemming;

namespace WsgiLsp.Study.Grading.Concepts;

/// <summary>What English words have to do with each other, beyond what their endings show.</summary>
internal static partial class EnglishWords
{
    private static readonly FrozenDictionary<string, string> StemsOfFamilies = Families();

    private static readonly FrozenDictionary<string, ImmutableArray<int>> Meanings = Synonyms();

    /// <summary>Words that carry no content of their own.</summary>
    private static readonly FrozenSet<string> FunctionWords = SetOf(
        "a about after also although am an and any are as at be because been before being but by can cannot could did do "
            + "does doing done dont during each either else even every for from get gets got had has have having he her here "
            + "him his how however i if in into is it its itself just like may me might more most much must my no nor not of "
            + "off on once only onto or other our out over own per quite rather same shall she should since so some still "
            + "such than that the their them then there therefore these they thing this those though through thus to too "
            + "under until up upon us used uses using very via was we well were what when where whether which while who "
            + "whom whose why will with within without would yet you your"
    );

    /// <summary>The word that stands for all forms of a word: its stem, or that of the family's first word.</summary>
    /// <param name="word">Lower case, without accents.</param>
    public static string StemOf(string word)
    {
        var stem = EnglishStemmer.Stem(word);
        return StemsOfFamilies.GetValueOrDefault(word) ?? StemsOfFamilies.GetValueOrDefault(stem) ?? stem;
    }

    /// <summary>Whether two stems stand in one line of synonyms.</summary>
    public static bool AreSynonyms(string stem, string other) =>
        Meanings.TryGetValue(stem, out var meanings)
        && Meanings.TryGetValue(other, out var others)
        && meanings.Any(meaning => others.Contains(meaning));

    /// <summary>Whether a word carries no content of its own.</summary>
    public static bool IsFunctionWord(string word) => FunctionWords.Contains(word);

    private static FrozenSet<string> SetOf(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Each form, and its stem where that is no other family's, with the first word's stem.</summary>
    private static FrozenDictionary<string, string> Families()
    {
        var result = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var family in FamilyList.Split('\n').Select(line => line.Split(' ')))
        {
            var stem = EnglishStemmer.Stem(family[0]);
            foreach (var form in family)
            {
                result.TryAdd(form, stem);
                result.TryAdd(EnglishStemmer.Stem(form), stem);
            }
        }

        return result.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static FrozenDictionary<string, ImmutableArray<int>> Synonyms() =>
        SynonymList
            .Split('\n')
            .SelectMany((line, meaning) => line.Split(' ').Select(word => (Stem: StemOf(word), Meaning: meaning)))
            .GroupBy(pair => pair.Stem, pair => pair.Meaning)
            .ToFrozenDictionary(
                group => group.Key,
                group => group.Distinct().ToImmutableArray(),
                StringComparer.Ordinal
            );
}
