using System.Collections.Immutable;

namespace WsgiLsp.Study.Grading;

/// <summary>
/// Which slips of the finger are forgiven. A typo is near what was meant and is no other word: distance alone takes
/// half of the pairs of words that learners confuse for one word with a typo.
/// </summary>
public static class TypoRules
{
    /// <summary>From so many letters on one slip is forgiven: in shorter words it mostly makes another word.</summary>
    private const int LettersForOneSlip = 6;

    /// <summary>From so many letters on two slips are forgiven.</summary>
    private const int LettersForTwoSlips = 12;

    /// <summary>Prefixes that turn a word into another one, often its opposite.</summary>
    private static readonly ImmutableArray<string> Prefixes =
    [
        .. "a un in im non de dis en ex re sub super".Split(' '),
    ];

    /// <summary>
    /// Whether a typed text is an accepted one but for typos: as many words, each the same or forgiven. Words that are
    /// written together or apart, as <c>pre-fork</c> and <c>prefork</c>, are a typo as well.
    /// </summary>
    /// <param name="typed">What was typed, white space squeezed.</param>
    /// <param name="accepted">What is accepted, white space squeezed; words, not code.</param>
    /// <param name="known">Words that are no typos.</param>
    public static bool Forgive(string typed, string accepted, KnownWords known)
    {
        var (given, wanted) = (AnswerWords.In(typed), AnswerWords.In(accepted));
        if (given.Length != wanted.Length)
        {
            return IsSpacing(given, wanted);
        }

        for (var i = 0; i < wanted.Length; i++)
        {
            var isUnit = i > 0 && wanted[i - 1].IsNumber;
            if (
                given[i].Folded != wanted[i].Folded
                && (isUnit || !wanted[i].IsWord || !ForgiveWord(given[i].Folded, wanted[i].Folded, known))
            )
            {
                return false;
            }
        }

        return wanted.Length > 0;
    }

    /// <summary>Whether a typed word is a typo of another word; not where they are equal.</summary>
    /// <param name="typed">What was typed: lower case, without accents.</param>
    /// <param name="wanted">The word that is accepted: lower case, without accents.</param>
    /// <param name="known">Words that are no typos.</param>
    public static bool ForgiveWord(string typed, string wanted, KnownWords known) =>
        typed != wanted
        && EditDistance.IsWithin(typed, wanted, SlipsForgiven(wanted))
        && typed.AsSpan().CommonPrefixLength(wanted) >= 2
        && !DifferByPrefix(typed, wanted)
        && !UnitNames.Contains(wanted)
        && !ConfusablePairs.Contains(typed)
        && !known.Contains(typed);

    private static int SlipsForgiven(string word) =>
        word.Length >= LettersForTwoSlips ? 2
        : word.Length >= LettersForOneSlip ? 1
        : 0;

    private static bool DifferByPrefix(string a, string b) =>
        Prefixes.Any(prefix => a == prefix + b || b == prefix + a)
        || Prefixes.Any(prefix =>
            a.StartsWith(prefix, StringComparison.Ordinal)
            && Prefixes.Any(other => other != prefix && b == string.Concat(other, a.AsSpan(prefix.Length)))
        );

    /// <summary>An article is a word that was put before another, not a part of it: "a synchronous" is not asynchronous.</summary>
    private static bool IsSpacing(ImmutableArray<AnswerWord> given, ImmutableArray<AnswerWord> wanted)
    {
        var words = wanted.Concat(given);
        return words.All(word => word.IsWord && word.Folded != "a")
            && Joined(given) == Joined(wanted)
            && Joined(wanted).Length >= LettersForOneSlip;

        static string Joined(IEnumerable<AnswerWord> words) => string.Concat(words.Select(word => word.Folded));
    }
}
