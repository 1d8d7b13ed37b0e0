using System.Collections.Frozen;

namespace WsgiLsp.Study.Grading.Concepts;

/// <summary>Tells sentences from words that only stand in a row: whoever lists the right words has not explained anything.</summary>
internal static class Listing
{
    private const int FewestWords = 8;

    /// <summary>A sentence that only names things has so many of them.</summary>
    private const int FewestNames = 3;

    /// <summary>So many names stand in a row without a sentence around them.</summary>
    private const int FewestInARow = 4;

    /// <summary>Where so many words belong to a name, something is said of it.</summary>
    private const int MostWordsForAName = 5;

    private static readonly FrozenSet<string> NamingWords = (
        "about concern concerning connected covers deals important includes involved involves key keyword keywords linked "
        + "mention mentions named part question questions related role term terms topic topics word words"
    )
        .Split(' ')
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether an English answer is no more than a list of words.</summary>
    /// <param name="text">The answer.</param>
    /// <param name="rubric">The stems of the rubric.</param>
    public static bool Is(WordSequence text, ISet<string> rubric)
    {
        var words = text.Words;
        if (words.Length < FewestWords)
        {
            return false;
        }

        var content = words.Count(word => !word.IsFunctionWord);
        var fromRubric = words.Count(word => !word.IsFunctionWord && rubric.Contains(word.Stem));
        var phrases = words[^1].Phrase + 1;

        // In prose a phrase has more than three words.
        return TiesFew(words.Length, content) || (2 * words.Length < 7 * phrases && 10 * fromRubric >= 7 * content);
    }

    /// <summary>Whether a sentence names things without saying anything of them: "It is about a, b and c".</summary>
    /// <param name="sentence">Its words.</param>
    public static bool OnlyNames(ReadOnlySpan<Word> sentence)
    {
        var isNaming = false;
        var content = 0;
        var names = sentence[^1].Phrase - sentence[0].Phrase + 1;
        foreach (var word in sentence)
        {
            isNaming |= NamingWords.Contains(word.Folded);
            names += word.Folded is "and" or "or" ? 1 : 0;
            content += word.IsFunctionWord ? 0 : 1;
        }

        return (names >= FewestInARow && TiesFew(sentence.Length, content))
            || (isNaming && names >= FewestNames && sentence.Length <= MostWordsForAName * names);
    }

    /// <summary>Whether fewer words tie others together than in prose, where every third one does.</summary>
    private static bool TiesFew(int words, int content) => 5 * (words - content) < words;
}
