using System.Collections.Immutable;

namespace WsgiLsp.Study.Grading.Concepts;

/// <summary>Tells which words of an English text are spoken of as not so.</summary>
internal static class Negation
{
    /// <summary>A cue reaches so many words behind it, in its clause.</summary>
    private const int Reach = 8;

    private static readonly ImmutableHashSet<string> Cues =
    [
        .. (
            "not never without no cannot neither nor nobody none nothing hardly "
            + "dont doesnt didnt isnt arent wasnt werent cant couldnt wont wouldnt shouldnt hasnt havent"
        ).Split(' '),
    ];

    private static readonly ImmutableHashSet<string> Auxiliaries =
    [
        .. "is are was were be been being do does did has have had can could will would should may might must it they".Split(
            ' '
        ),
    ];

    /// <summary>The words, marked.</summary>
    public static ImmutableArray<Word> Mark(List<Word> words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (LengthOfCue(words, i) is > 0 and var length)
            {
                MarkBehind(words, i + length, words[i].Phrase);
                MarkBefore(words, i, words[i].Phrase);
            }
        }

        return [.. words];
    }

    private static void MarkBehind(List<Word> words, int start, int phrase)
    {
        for (var i = start; i < Math.Min(start + Reach, words.Count) && words[i].Phrase == phrase; i++)
        {
            words[i] = words[i] with { IsNegated = true };
        }
    }

    /// <summary>"Encryption is not used" speaks of encryption.</summary>
    private static void MarkBefore(List<Word> words, int cue, int phrase)
    {
        var i = cue - 1;
        while (i >= 0 && words[i].Phrase == phrase && Auxiliaries.Contains(words[i].Folded))
        {
            i--;
        }

        if (
            i >= 0
            && words[i].Phrase == phrase
            && (i < cue - 1 || words[cue].Folded.EndsWith("n't", StringComparison.Ordinal))
        )
        {
            words[i] = words[i] with { IsNegated = true };
        }
    }

    /// <summary>Number of words that a negation takes; 0 where none begins.</summary>
    private static int LengthOfCue(List<Word> words, int at)
    {
        var word = words[at].Folded;
        var next = at + 1 < words.Count ? words[at + 1].Folded : "";
        return (word, next) switch
        {
            ("not", "only" or "just" or "merely") or ("nothing", "but") => 0,
            ("refuse" or "refuses" or "refused", "to") or ("lack" or "lacks", "of") or ("hardly", "any") => 2,
            ("no", "longer") or ("instead", "of") or ("rather", "than") or ("far", "from") => 2,
            ("fail" or "fails" or "failed" or "wrong", "to" or "that") => 2,
            ("prevent" or "prevents" or "prevented" or "avoid" or "avoids" or "avoided" or "forbid" or "forbids", _) =>
                1,
            _ when Cues.Contains(word) || word.EndsWith("n't", StringComparison.Ordinal) => 1,
            _ => 0,
        };
    }
}
