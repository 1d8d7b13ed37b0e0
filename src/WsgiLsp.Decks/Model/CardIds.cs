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

    // Made when somebody asks. They hold for all decks that share these ids.
    private NameSet? cardNames;
    private NameCounts? uses;
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

    /// <summary>The names that links into the deck most likely meant, each in its place, or null.</summary>
    /// <param name="entries">The deck's entries.</param>
    /// <param name="wanted">Wrong names, not empty.</param>
    public string?[] NearestNames(DeckEntry[] entries, IReadOnlyList<string> wanted) =>
        linkNames.Nearest(wanted, () => AllNames(entries), anchors.Length);

    /// <summary>Whether a link into the deck can lead to a name.</summary>
    /// <param name="entries">The deck's entries.</param>
    /// <param name="name">The name.</param>
    public bool HasName(DeckEntry[] entries, string name) => (uses ??= CountUses(entries))[name] > 0;

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
    /// <param name="replaced">What was replaced.</param>
    public CardIds? Replace(DeckEntry[] old, DeckEntry[] entries, Replacement replaced)
    {
        var removed = replaced.Removed<DeckEntry>(old);
        var added = replaced.Added<DeckEntry>(entries);
        if (AreAlike(removed, added))
        {
            return this;
        }

        if (!Duplicates.IsEmpty || removed.Length + added.Length > MostExchanged)
        {
            return null;
        }

        var (before, now) = (NamesOf(removed), NamesOf(added));
        if ((uses ??= CountUses(old)).Exchange(before, now) is not { } exchanged)
        {
            return null;
        }

        var result = new string[entries.Length];
        Array.Copy(anchors, result, replaced.First);
        Array.Copy(anchors, replaced.Kept, result, replaced.End, anchors.Length - replaced.Kept);
        for (var i = replaced.First; i < replaced.End; i++)
        {
            result[i] = entries[i].Section.Anchor;
        }

        var gone = before.Except(now, StringComparer.Ordinal).ToHashSet(StringComparer.Ordinal);
        var come = now.Except(before, StringComparer.Ordinal).ToHashSet(StringComparer.Ordinal);
        return new CardIds(result, [])
        {
            uses = exchanged,
            linkNames = linkNames.With(gone, come),
            Changed = gone.Concat(come).ToHashSet(StringComparer.Ordinal),
        };
    }

    private static List<string> NamesOf(ReadOnlySpan<DeckEntry> entries)
    {
        var result = new List<string>();
        foreach (var entry in entries)
        {
            result.AddRange(Names(entry.Section));
        }

        return result;
    }

    /// <summary>The names that a link into the deck can lead to: anchors and ids.</summary>
    private IEnumerable<string> AllNames(DeckEntry[] entries)
    {
        for (var i = 1; i < anchors.Length; i++)
        {
            yield return anchors[i];
            if (entries[i].Section.Metadata.Id is { } id)
            {
                yield return id;
            }
        }
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
        if (removed.Length != added.Length)
        {
            return false;
        }

        for (var i = 0; i < removed.Length; i++)
        {
            var (a, b) = (removed[i].Section, added[i].Section);
            var isAlike =
                ReferenceEquals(a, b)
                || (
                    a.Anchor == b.Anchor
                    && a.Metadata.Id == b.Metadata.Id
                    && a.Content is null == b.Content is null
                    && a.Content?.Kind == CardKind.Note == (b.Content?.Kind == CardKind.Note)
                );
            if (!isAlike)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>How many sections use a name, as anchor, numbered or not, or as id.</summary>
    private NameCounts CountUses(DeckEntry[] entries)
    {
        return NameCounts.Of(Used(), anchors.Length);

        IEnumerable<string> Used()
        {
            for (var i = 1; i < entries.Length; i++)
            {
                var section = entries[i].Section;
                foreach (var name in Names(section))
                {
                    yield return name;
                }

                if (anchors[i] != section.Anchor && anchors[i] != section.Metadata.Id)
                {
                    yield return anchors[i];
                }
            }
        }
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
