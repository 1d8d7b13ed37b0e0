using System.Runtime.InteropServices;
using WsgiLsp.Decks.Model;

namespace WsgiLsp.Decks.Rules;

/// <summary>A card that asks what an earlier card of the deck asks.</summary>
/// <param name="Section">Index of its section.</param>
/// <param name="First">Index of the earlier card's section.</param>
internal readonly record struct RepeatedPrompt(int Section, int First);

/// <summary>
/// The cards of a deck whose prompt stands there already. After an edit, only prompts of the cards that changed are
/// looked for again.
/// </summary>
internal sealed class RepeatedPrompts
{
    // Where more prompts changed, everything is looked at anew.
    private const int MostChanged = 32;

    // Cards with one prompt that ask different things all the same: from here on the prompt is a form of words.
    private const int MostMeanings = 8;

    private readonly RepeatedPrompt[] prompts;
    private readonly MadeFinding?[] made;

    private RepeatedPrompts(RepeatedPrompt[] prompts, MadeFinding?[] made)
    {
        this.prompts = prompts;
        this.made = made;
    }

    /// <summary>None.</summary>
    public static RepeatedPrompts None { get; } = new([], []);

    /// <summary>The repeated prompts in the order of the deck.</summary>
    public ReadOnlySpan<RepeatedPrompt> Prompts => prompts;

    /// <summary>For each of them, what was made of it and may still hold; to be filled by who makes it.</summary>
    public Span<MadeFinding?> Made => made;

    /// <summary>Looks through a whole deck.</summary>
    public static RepeatedPrompts Of(DeckEntry[] entries, ReadOnlySpan<CardFacts> facts)
    {
        var firsts = new Dictionary<ulong, int>(facts.Length);
        var groups = new Dictionary<ulong, List<int>>();
        for (var i = 0; i < facts.Length; i++)
        {
            var prompt = facts[i].Prompt;
            if (prompt == 0 || firsts.TryAdd(prompt, i))
            {
                continue;
            }

            ref var group = ref CollectionsMarshal.GetValueRefOrAddDefault(groups, prompt, out _);
            group ??= [firsts[prompt]];
            group.Add(i);
        }

        var found = new List<RepeatedPrompt>();
        foreach (var group in groups.Values)
        {
            AddGroup(entries, group, found);
        }

        found.Sort((a, b) => a.Section.CompareTo(b.Section));
        return found.Count == 0 ? None : new RepeatedPrompts([.. found], new MadeFinding?[found.Count]);
    }

    /// <summary>The repeated prompts after some sections took the place of others.</summary>
    /// <param name="before">The entries before the change.</param>
    /// <param name="old">Their facts.</param>
    /// <param name="entries">The entries now.</param>
    /// <param name="facts">Their facts.</param>
    /// <param name="replaced">What was replaced.</param>
    public RepeatedPrompts With(
        DeckEntry[] before,
        ReadOnlySpan<CardFacts> old,
        DeckEntry[] entries,
        ReadOnlySpan<CardFacts> facts,
        Replacement replaced
    )
    {
        replaced = replaced.Trim(before, entries, ReferenceEquals);
        var changed = new List<ulong>();
        if (!TryAdd(changed, replaced.Removed(old)) || !TryAdd(changed, replaced.Added(facts)))
        {
            return Of(entries, facts);
        }

        var found = new List<RepeatedPrompt>();
        foreach (var prompt in changed)
        {
            AddGroup(entries, Find(facts, prompt), found);
        }

        found.Sort((a, b) => a.Section.CompareTo(b.Section));
        return Merge(old, found, changed, replaced);
    }

    /// <summary>The unchanged ones, moved, and those found anew.</summary>
    private RepeatedPrompts Merge(
        ReadOnlySpan<CardFacts> old,
        List<RepeatedPrompt> found,
        List<ulong> changed,
        Replacement replaced
    )
    {
        var result = new List<RepeatedPrompt>(prompts.Length + found.Count);
        var findings = new List<MadeFinding?>(prompts.Length + found.Count);
        var next = 0;
        var isSame = replaced.Shift == 0;
        for (var i = 0; i < prompts.Length; i++)
        {
            var (section, earlier) = prompts[i];
            if (changed.Count > 0 && changed.Contains(old[section].Prompt))
            {
                isSame = false;
                continue;
            }

            var moved = new RepeatedPrompt(Move(section), Move(earlier));
            for (; next < found.Count && found[next].Section < moved.Section; next++)
            {
                result.Add(found[next]);
                findings.Add(null);
            }

            result.Add(moved);
            findings.Add(made[i]);
        }

        if (isSame && found.Count == 0)
        {
            return this;
        }

        for (; next < found.Count; next++)
        {
            result.Add(found[next]);
            findings.Add(null);
        }

        return result.Count == 0 ? None : new RepeatedPrompts([.. result], [.. findings]);

        int Move(int section) => section < replaced.Kept ? section : section + replaced.Shift;
    }

    /// <summary>Adds the prompts of some cards, each once; false where they are too many.</summary>
    private static bool TryAdd(List<ulong> prompts, ReadOnlySpan<CardFacts> facts)
    {
        foreach (var card in facts)
        {
            if (card.Prompt != 0 && !prompts.Contains(card.Prompt))
            {
                prompts.Add(card.Prompt);
                if (prompts.Count > MostChanged)
                {
                    return false;
                }
            }
        }

        return true;
    }

    private static List<int> Find(ReadOnlySpan<CardFacts> facts, ulong prompt)
    {
        var result = new List<int>();
        for (var i = 0; i < facts.Length; i++)
        {
            if (facts[i].Prompt == prompt)
            {
                result.Add(i);
            }
        }

        return result;
    }

    private static void AddGroup(DeckEntry[] entries, List<int> sections, List<RepeatedPrompt> found)
    {
        var meanings = new List<int>();
        foreach (var section in sections)
        {
            var same = meanings.FindIndex(other => SamePrompt.Ask(entries[other], entries[section]));
            if (same >= 0)
            {
                found.Add(new RepeatedPrompt(section, meanings[same]));
            }
            else if (meanings.Count < MostMeanings)
            {
                meanings.Add(section);
            }
        }
    }
}

/// <summary>A finding about a repeated prompt, and what it was made from.</summary>
/// <param name="Own">The card.</param>
/// <param name="First">The earlier card.</param>
/// <param name="FirstLine">The line on which the earlier card's section began.</param>
/// <param name="Finding">The finding.</param>
internal sealed record MadeFinding(DeckEntry Own, DeckEntry First, int FirstLine, Finding Finding);
