using System.Collections.Frozen;
using System.Collections.Immutable;

namespace WsgiLsp.Study.Grading.Concepts;

/// <summary>Whether the one who acts in an answer is the one who acts in a wording.</summary>
internal enum RoleVerdict
{
    /// <summary>Nothing can be told.</summary>
    Unknown,

    /// <summary>It is.</summary>
    Same,

    /// <summary>It is another of the card's things.</summary>
    Other,
}

/// <summary>
/// Tells who does what. An answer that has all words of a concept, but with another of the card's things in the place of the
/// one that acts, says something else. Things are what stands behind a determiner, or begins a wording; what follows them is
/// what they do.
/// </summary>
internal sealed class Roles
{
    /// <summary>So far behind a verb in the passive stands who acts.</summary>
    private const int ReachOfBy = 4;

    /// <summary>Of the words that follow a thing so many may stand before what it does.</summary>
    private const int LongestRun = 2;

    private static readonly FrozenSet<string> Determiners = SetOf("a an the each every its their this these those");

    /// <summary>What may stand between a thing and what it does.</summary>
    private static readonly FrozenSet<string> Between = SetOf(
        "that which who only also then can may will would must should does do did has have to not never cannot no longer "
            + "always often really is are was were be been being get gets got"
    );

    private static readonly FrozenSet<string> Passives = SetOf("is are was were be been being get gets got");

    private readonly HashSet<string> things = new(StringComparer.Ordinal);

    /// <summary>The roles of a card.</summary>
    /// <param name="question">Its question.</param>
    /// <param name="wordings">All wordings of its concepts.</param>
    public Roles(ImmutableArray<Word> question, IEnumerable<ImmutableArray<Word>> wordings)
    {
        things.UnionWith(ThingsIn(question, isStatement: false));
        foreach (var wording in wordings)
        {
            things.UnionWith(ThingsIn(wording, isStatement: true));
        }
    }

    /// <summary>Whether a word is one of the card's things.</summary>
    public bool IsThing(Word word) => things.Contains(word.Stem);

    /// <summary>Compares who acts.</summary>
    /// <param name="wording">A wording.</param>
    /// <param name="answer">The clauses of the answer that may say it.</param>
    public RoleVerdict Compare(ImmutableArray<Word> wording, ImmutableArray<Word> answer)
    {
        var wanted = ActsIn(wording);
        var given = ActsIn(answer);
        var isSame = Share(wanted, given);
        var isOther = !isSame && wanted.Any(one => given.Any(other => AreSame(one.Act, other.Act)));
        var isTurned = Share(wanted, PatientsIn(answer)) || Share(PatientsIn(wording), given);
        return isOther
            || isTurned
            || AreSwapped(wording, answer)
            || (!isSame && IsReplaced(wanted, given, wording, answer))
                ? RoleVerdict.Other
            : isSame ? RoleVerdict.Same
            : RoleVerdict.Unknown;
    }

    /// <summary>Whether only the answer says something in the passive, so that what acts stands last if at all.</summary>
    public bool IsTurned(ImmutableArray<Word> wording, ImmutableArray<Word> answer) =>
        PatientsIn(answer)
            .Any(one =>
                wording.Any(word => AreSame(word, one.Act))
                && wording.Any(word => AreSame(word, one.Thing))
                && !Share(PatientsIn(wording), [one])
            );

    /// <summary>Whether another thing acts, and the one who acts in the wording is not even mentioned.</summary>
    private static bool IsReplaced(
        ImmutableArray<(Word Thing, Word Act)> wanted,
        ImmutableArray<(Word Thing, Word Act)> given,
        ImmutableArray<Word> wording,
        ImmutableArray<Word> answer
    ) =>
        wanted is [var (thing, _), ..]
        && given is [var (other, _), ..]
        && !wording.Any(word => word.Stem == other.Stem)
        && !answer.Any(word => AreSame(word, thing));

    /// <summary>Whether two things stand in the opposite order around what one does to the other.</summary>
    private bool AreSwapped(ImmutableArray<Word> wording, ImmutableArray<Word> answer)
    {
        var last = (Wording: -1, Answer: -1);
        for (var i = 0; i < wording.Length; i++)
        {
            if (!IsThing(wording[i]) || IndexOf(answer, wording[i].Stem) is not (>= 0 and var at))
            {
                continue;
            }

            if (
                at < last.Answer
                && answer[at].Clause == answer[last.Answer].Clause
                && HasAct(wording.AsSpan()[(last.Wording + 1)..i])
                && HasAct(answer.AsSpan()[(at + 1)..last.Answer])
                && !TurnsAround(answer.AsSpan()[at..last.Answer])
            )
            {
                return true;
            }

            last = (i, at);
        }

        return false;
    }

    private static int IndexOf(ImmutableArray<Word> words, string stem)
    {
        for (var i = 0; i < words.Length; i++)
        {
            if (words[i].Stem == stem)
            {
                return i;
            }
        }

        return -1;
    }

    private bool HasAct(ReadOnlySpan<Word> words)
    {
        foreach (var word in words)
        {
            if (!word.IsFunctionWord && !IsThing(word))
            {
                return true;
            }
        }

        return false;
    }

    private static bool TurnsAround(ReadOnlySpan<Word> words)
    {
        foreach (var word in words)
        {
            if (word.Folded is "by" or "of")
            {
                return true;
            }
        }

        return false;
    }

    private static IEnumerable<string> ThingsIn(ImmutableArray<Word> words, bool isStatement)
    {
        for (var i = 0; i < words.Length; i++)
        {
            if (!words[i].IsFunctionWord && (i > 0 ? Determiners.Contains(words[i - 1].Folded) : isStatement))
            {
                yield return words[i].Stem;
            }
        }
    }

    /// <summary>Things, each with what it does.</summary>
    private ImmutableArray<(Word Thing, Word Act)> ActsIn(ImmutableArray<Word> words)
    {
        var acts = ImmutableArray.CreateBuilder<(Word, Word)>();
        for (var i = 0; i < words.Length; i++)
        {
            if (words[i].IsFunctionWord)
            {
                continue;
            }

            var first = i;
            while (first > 0 && i - first < LongestRun && IsContent(words[first - 1]) && !IsThing(words[first - 1]))
            {
                first--;
            }

            if (ActorOf(words, first) is { } thing)
            {
                acts.Add((thing, words[i]));
            }
        }

        return acts.DrainToImmutable();
    }

    private static bool Share(
        ImmutableArray<(Word Thing, Word Act)> some,
        ImmutableArray<(Word Thing, Word Act)> others
    ) => some.Any(one => others.Any(other => AreSame(one.Thing, other.Thing) && AreSame(one.Act, other.Act)));

    /// <summary>Things, each with what is done to it: "the water is held".</summary>
    private ImmutableArray<(Word Thing, Word Act)> PatientsIn(ImmutableArray<Word> words)
    {
        var patients = ImmutableArray.CreateBuilder<(Word, Word)>();
        for (var i = 2; i < words.Length; i++)
        {
            var thing = i - 2;
            while (thing > 0 && Between.Contains(words[thing].Folded))
            {
                thing--;
            }

            if (
                IsContent(words[i])
                && Passives.Contains(words[i - 1].Folded)
                && IsThing(words[thing])
                && words[thing].Sentence == words[i].Sentence
            )
            {
                patients.Add((words[thing], words[i]));
            }
        }

        return patients.DrainToImmutable();
    }

    private static bool IsContent(Word word) => !word.IsFunctionWord;

    private Word? ActorOf(ImmutableArray<Word> words, int act)
    {
        var isPassive = false;
        for (var i = act - 1; i >= 0 && words[i].Sentence == words[act].Sentence; i--)
        {
            if (!Between.Contains(words[i].Folded))
            {
                return isPassive ? ActorBehind(words, act)
                    : IsThing(words[i]) ? words[i]
                    : null;
            }

            isPassive |= Passives.Contains(words[i].Folded);
        }

        return isPassive ? ActorBehind(words, act) : null;
    }

    /// <summary>Who acts behind "by".</summary>
    private Word? ActorBehind(ImmutableArray<Word> words, int act)
    {
        var end = Math.Min(act + ReachOfBy, words.Length - 1);
        for (var i = act + 1; i < end; i++)
        {
            if (words[i].Folded == "by")
            {
                return words[(i + 1)..Math.Min(i + ReachOfBy, words.Length)]
                    .Cast<Word?>()
                    .FirstOrDefault(word => IsThing(word!.Value));
            }
        }

        return null;
    }

    private static bool AreSame(Word a, Word b) => a.Stem == b.Stem || EnglishWords.AreSynonyms(a.Stem, b.Stem);

    private static FrozenSet<string> SetOf(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
