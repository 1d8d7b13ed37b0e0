using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using WsgiLsp.Decks.Syntax;
using WsgiLsp.Decks.Workspace;

namespace WsgiLsp.Decks.Model;

/// <summary>The ids of a deck's cards: explicit, or GitHub's anchor of the heading with repeats numbered.</summary>
internal sealed class CardIds
{
    // Beyond so many sections, counting names one by one costs more than naming all cards anew.
    private const int MostExchanged = 64;

    private readonly string[] anchors;

    // How many sections use a name, as anchor or as id; made when it is first needed.
    private ImmutableDictionary<string, int>? uses;

    // Made when somebody asks. They hold for all decks that share these ids.
    private NameSet? cardNames;
    private HashSet<string>? names;
    private string[]? allNames;
    private LinkNames linkNames = new();

    private CardIds(string[] anchors, ImmutableArray<(int Section, int First)> duplicates)
    {
        this.anchors = anchors;
        Duplicates = duplicates;
    }

    /// <summary>Sections whose card has the id of an earlier card, each with the index of that one.</summary>
    public ImmutableArray<(int Section, int First)> Duplicates { get; }

    /// <summary>Names that went or came when these ids took the place of others; null where that is not known.</summary>
    private IReadOnlySet<string>? Changed { get; init; }

    /// <summary>Names that are not there in both; null where that is not known.</summary>
    /// <param name="before">The ids that these took the place of.</param>
    public IReadOnlySet<string>? ChangesSince(CardIds before) =>
        ReferenceEquals(before, this) ? FrozenSet<string>.Empty : Changed;

    /// <summary>The circles of requirements that were found last among cards of these ids.</summary>
    public DeckCircles? Circles { get; set; }

    /// <summary>The anchor of a section's heading, with its number; empty for the preamble.</summary>
    public string AnchorOf(int index) => anchors[index];

    /// <summary>The ids of the deck's cards, notes left out.</summary>
    /// <param name="entries">The deck's entries.</param>
    public NameSet Cards(DeckEntry[] entries) =>
        cardNames ??= new NameSet(entries.Where(entry => entry.IsAsked).Select(entry => entry.Id!));

    /// <summary>The name that a link into the deck most likely meant, or null.</summary>
    /// <param name="entries">The deck's entries.</param>
    /// <param name="name">A wrong name, not empty.</param>
    public string? NearestName(DeckEntry[] entries, string name) =>
        linkNames.Nearest(name, () => AllNames(entries), anchors.Length);

    /// <summary>Whether a link into the deck can lead to a name.</summary>
    /// <param name="entries">The deck's entries.</param>
    /// <param name="name">The name.</param>
    public bool HasName(DeckEntry[] entries, string name) =>
        uses?.ContainsKey(name) ?? (names ??= AllNames(entries).ToHashSet(StringComparer.Ordinal)).Contains(name);

    /// <summary>The id of a section's card.</summary>
    /// <param name="index">The section's index.</param>
    /// <param name="section">The section.</param>
    public string Of(int index, Section section) => section.Metadata.Id ?? anchors[index];

    /// <summary>Names all cards of a deck.</summary>
    public static CardIds Assign(ReadOnlySpan<DeckEntry> entries)
    {
        var assigned = new string[entries.Length];
        assigned[0] = "";
        var repeats = new Dictionary<string, int>(entries.Length, StringComparer.Ordinal);
        var owners = new Dictionary<string, int>(entries.Length, StringComparer.Ordinal);
        var duplicates = ImmutableArray.CreateBuilder<(int, int)>();
        for (var i = 1; i < entries.Length; i++)
        {
            var section = entries[i].Section;
            assigned[i] = Number(section.Anchor, repeats);
            var id = section.Metadata.Id ?? assigned[i];
            if (section.Content is { Kind: not CardKind.Note } && !owners.TryAdd(id, i))
            {
                duplicates.Add((i, owners[id]));
            }
        }

        return new CardIds(assigned, duplicates.ToImmutable());
    }

    /// <summary>
    /// The ids after some sections took the place of others, or null where that could change other cards' ids.
    /// </summary>
    /// <param name="old">The entries that these ids belong to.</param>
    /// <param name="entries">The entries now.</param>
    /// <param name="first">Index of the first section that changed.</param>
    /// <param name="kept">Index in <paramref name="old"/> from which on sections were kept.</param>
    public CardIds? Replace(DeckEntry[] old, DeckEntry[] entries, int first, int kept)
    {
        var shift = entries.Length - old.Length;
        var removed = old.AsSpan(first, kept - first);
        var added = entries.AsSpan(first, kept + shift - first);
        if (shift == 0 && AreAlike(removed, added))
        {
            return this;
        }

        if (
            !Duplicates.IsEmpty
            || removed.Length + added.Length > MostExchanged
            || Exchange(uses ??= CountUses(old), removed, added) is not { } exchanged
        )
        {
            return null;
        }

        var result = new string[entries.Length];
        Array.Copy(anchors, result, first);
        Array.Copy(anchors, kept, result, kept + shift, anchors.Length - kept);
        for (var i = first; i < kept + shift; i++)
        {
            result[i] = entries[i].Section.Anchor;
        }

        var gone = NamesOf(removed);
        var come = NamesOf(added);
        (gone, come) = (Without(gone, come), Without(come, gone));
        return new CardIds(result, [])
        {
            uses = exchanged,
            linkNames = linkNames.With(gone, come),
            Changed = gone.Concat(come).ToHashSet(StringComparer.Ordinal),
        };
    }

    private static HashSet<string> NamesOf(ReadOnlySpan<DeckEntry> entries)
    {
        var result = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            result.UnionWith(Names(entry.Section));
        }

        return result;
    }

    private static HashSet<string> Without(HashSet<string> names, HashSet<string> others) =>
        [.. names.Where(name => !others.Contains(name))];

    /// <summary>The names that a link into the deck can lead to: anchors and ids.</summary>
    private string[] AllNames(DeckEntry[] entries)
    {
        if (allNames is null)
        {
            var list = new List<string>(anchors.Length);
            for (var i = 1; i < anchors.Length; i++)
            {
                list.Add(anchors[i]);
                if (entries[i].Section.Metadata.Id is { } id)
                {
                    list.Add(id);
                }
            }

            allNames = [.. list];
        }

        return allNames;
    }

    /// <summary>The ids of all cards.</summary>
    public HashSet<string> Taken(IEnumerable<DeckEntry> entries) =>
        entries.Select((entry, index) => Of(index, entry.Section)).ToHashSet(StringComparer.Ordinal);

    /// <summary>Takes an id like the given one that is not taken yet.</summary>
    public static string TakeFree(string id, HashSet<string> taken)
    {
        for (var n = 2; ; n++)
        {
            var candidate = string.Create(CultureInfo.InvariantCulture, $"{id}-{n}");
            if (taken.Add(candidate))
            {
                return candidate;
            }
        }
    }

    /// <summary>Whether sections get the same ids in the same places.</summary>
    public static bool AreAlike(ReadOnlySpan<DeckEntry> removed, ReadOnlySpan<DeckEntry> added)
    {
        for (var i = 0; i < removed.Length; i++)
        {
            var (a, b) = (removed[i].Section, added[i].Section);
            var isAlike =
                a.Anchor == b.Anchor
                && a.Metadata.Id == b.Metadata.Id
                && a.Content is null == b.Content is null
                && a.Content?.Kind == CardKind.Note == (b.Content?.Kind == CardKind.Note);
            if (!isAlike)
            {
                return false;
            }
        }

        return true;
    }

    private ImmutableDictionary<string, int> CountUses(DeckEntry[] entries)
    {
        var counts = ImmutableDictionary.CreateBuilder<string, int>(StringComparer.Ordinal);
        for (var i = 1; i < entries.Length; i++)
        {
            var section = entries[i].Section;
            Count(section.Anchor);
            if (section.Metadata.Id is { } id && id != section.Anchor)
            {
                Count(id);
            }

            // A numbered anchor is a name as well.
            if (anchors[i] != section.Anchor && anchors[i] != section.Metadata.Id)
            {
                Count(anchors[i]);
            }
        }

        return counts.ToImmutable();

        void Count(string name) => counts[name] = counts.GetValueOrDefault(name) + 1;
    }

    /// <summary>The counts after an exchange of sections whose names nobody else uses; null where somebody does.</summary>
    private static ImmutableDictionary<string, int>? Exchange(
        ImmutableDictionary<string, int> counts,
        ReadOnlySpan<DeckEntry> removed,
        ReadOnlySpan<DeckEntry> added
    )
    {
        foreach (var entry in removed)
        {
            foreach (var name in Names(entry.Section))
            {
                if (counts.GetValueOrDefault(name) != 1)
                {
                    return null;
                }

                counts = counts.Remove(name);
            }
        }

        foreach (var entry in added)
        {
            foreach (var name in Names(entry.Section))
            {
                if (counts.ContainsKey(name))
                {
                    return null;
                }

                counts = counts.Add(name, 1);
            }
        }

        return counts;
    }

    private static IEnumerable<string> Names(Section section)
    {
        if (section.Level == 0)
        {
            yield break;
        }

        yield return section.Anchor;
        if (section.Metadata.Id is { } id && id != section.Anchor)
        {
            yield return id;
        }
    }

    /// <summary>GitHub's numbering: the second "a" becomes "a-1", and a heading "a-1" after it "a-1-1".</summary>
    public static string Number(string anchor, Dictionary<string, int> repeats)
    {
        if (repeats.TryAdd(anchor, 0))
        {
            return anchor;
        }

        string numbered;
        do
        {
            numbered = string.Create(CultureInfo.InvariantCulture, $"{anchor}-{++repeats[anchor]}");
        } while (!repeats.TryAdd(numbered, 0));
        return numbered;
    }
}
