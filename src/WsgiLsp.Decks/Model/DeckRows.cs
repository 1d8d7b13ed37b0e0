using WsgiLsp.Decks.Rules;
using WsgiLsp.Decks.Syntax;

namespace WsgiLsp.Decks.Model;

/// <summary>
/// What is kept of all sections side by side, so that questions about a whole deck need not visit its sections. After an
/// edit, rows are copied but for the sections that changed.
/// </summary>
internal sealed class DeckRows
{
    private DeckRows(int[] lines, CardFacts[] facts)
    {
        Lines = lines;
        Facts = facts;
    }

    /// <summary>The line on which each section begins.</summary>
    public int[] Lines { get; }

    /// <summary>What rules want to know of each section's card.</summary>
    public CardFacts[] Facts { get; }

    /// <summary>Where the keys of the deck's choice cards stand, and how often they are the longest option.</summary>
    public KeyTally Keys { get; private set; } = KeyTally.Empty;

    /// <summary>The cards that ask what an earlier one asks.</summary>
    public RepeatedPrompts Repeated { get; private set; } = RepeatedPrompts.None;

    /// <summary>Indices of the sections that have findings of their own, in order.</summary>
    public int[] Found { get; private init; } = [];

    /// <summary>Indices of the sections that define links, in order.</summary>
    public int[] Defining { get; private init; } = [];

    /// <summary>Indices of the sections that hold links, in order.</summary>
    public int[] Linking { get; private init; } = [];

    /// <summary>Indices of the sections with a link that leads nowhere in this deck, in order.</summary>
    public int[] Dangling { get; private set; } = [];

    /// <summary>What was found about such links, in this deck and the ones before its edits.</summary>
    public MadeLinkFindings MadeOfLinks { get; private init; } = new();

    /// <summary>Indices of the sections that links can name otherwise than by anchor or id, in order.</summary>
    public int[] Placing { get; private init; } = [];

    /// <summary>Indices of the sections whose comment names rules to ignore or cards to learn first, in order.</summary>
    public int[] Naming { get; private init; } = [];

    /// <summary>The rows of a whole deck.</summary>
    /// <param name="entries">The entries.</param>
    /// <param name="ids">Their ids.</param>
    /// <param name="fileName">The deck's file name.</param>
    public static DeckRows Of(DeckEntry[] entries, CardIds ids, string fileName)
    {
        var rows = new DeckRows(new int[entries.Length], new CardFacts[entries.Length])
        {
            Found = Where(entries, 0, entries.Length, HasFindings),
            Defining = Where(entries, 0, entries.Length, Defines),
            Linking = Where(entries, 0, entries.Length, HasLinks),
            Placing = Where(entries, 0, entries.Length, HasFurtherNames),
            Naming = Where(entries, 0, entries.Length, Names),
        };
        for (var i = 0; i < entries.Length; i++)
        {
            rows.Lines[i] = LineOf(rows.Lines, entries, i);
            rows.Facts[i] = entries[i].Section.Facts;
        }

        rows.Keys = KeyTally.Empty.With([], rows.Facts);
        rows.Repeated = RepeatedPrompts.Of(entries, rows.Facts);
        rows.Dangling = rows.FindDangling(entries, new LocalNames(ids, entries, rows.Placing, fileName));
        return rows;
    }

    /// <summary>The rows after some sections took the place of others.</summary>
    /// <param name="before">The entries before the change.</param>
    /// <param name="entries">The entries now.</param>
    /// <param name="replaced">What was replaced.</param>
    /// <param name="ids">The ids now.</param>
    /// <param name="fileName">The deck's file name.</param>
    /// <param name="changed">Ids and anchors that went or came; null where that is not known.</param>
    public DeckRows With(
        DeckEntry[] before,
        DeckEntry[] entries,
        Replacement replaced,
        CardIds ids,
        string fileName,
        IReadOnlySet<string>? changed
    )
    {
        // A group's heading changes what all its sections inherit, but not the sections.
        var reworded = replaced.Trim(before, entries, (a, b) => ReferenceEquals(a.Section, b.Section));
        var rows = new DeckRows(LinesWith(entries, reworded), FactsWith(entries, reworded))
        {
            Found = Splice(Found, entries, replaced, HasFindings),
            Defining = Splice(Defining, entries, reworded, Defines),
            Linking = Splice(Linking, entries, reworded, HasLinks),
            Placing = Splice(Placing, entries, reworded, HasFurtherNames),
            Naming = Splice(Naming, entries, reworded, Names),
            MadeOfLinks = MadeOfLinks,
        };
        rows.Keys = Keys.With(reworded.Removed<CardFacts>(Facts), reworded.Added<CardFacts>(rows.Facts));
        rows.Repeated = Repeated.With(before, Facts, entries, rows.Facts, replaced);
        var local = new LocalNames(ids, entries, rows.Placing, fileName);
        var isKnown =
            changed is not null
            && Where(before, reworded.First, reworded.Kept, HasFurtherNames).Length == 0
            && Where(entries, reworded.First, reworded.End, HasFurtherNames).Length == 0;
        rows.Dangling = isKnown
            ? rows.Retain(Splice(Dangling, entries, reworded, local.Dangles), entries, local, [.. changed!])
            : rows.FindDangling(entries, local);
        return rows;
    }

    private static int[] Splice(int[] old, DeckEntry[] entries, Replacement replaced, Func<DeckEntry, bool> belongs)
    {
        var ahead = Count(old, replaced.First);
        var after = Count(old, replaced.Kept);
        var changed = Where(entries, replaced.First, replaced.End, belongs);
        var result = new int[ahead + changed.Length + old.Length - after];
        Array.Copy(old, result, ahead);
        changed.CopyTo(result, ahead);
        for (var i = after; i < old.Length; i++)
        {
            result[ahead + changed.Length + i - after] = old[i] + replaced.Shift;
        }

        return result;
    }

    /// <summary>The sections whose links lead nowhere, where only links to some names can lead to another end than before.</summary>
    private int[] Retain(int[] dangling, DeckEntry[] entries, LocalNames local, string[] names)
    {
        if (names.Length == 0)
        {
            return dangling;
        }

        var lengths = 0UL;
        foreach (var name in names)
        {
            lengths |= LinkFragment.LengthOf(name);
        }

        var result = new List<int>(dangling.Length);
        var next = 0;
        foreach (var index in Linking)
        {
            var dangled = next < dangling.Length && dangling[next] == index;
            next += dangled ? 1 : 0;
            var entry = entries[index];
            var isAsked = (entry.Section.LinkLengths & lengths) != 0 && LocalNames.Mentions(entry, names);
            if (isAsked ? local.Dangles(entry) : dangled)
            {
                result.Add(index);
            }
        }

        return [.. result];
    }

    private int[] FindDangling(DeckEntry[] entries, LocalNames names) =>
        Array.FindAll(Linking, index => names.Dangles(entries[index]));

    private static bool HasFindings(DeckEntry entry) => !entry.Findings.IsEmpty;

    private static bool Defines(DeckEntry entry) => !entry.Section.Definitions.IsEmpty;

    private static bool HasFurtherNames(DeckEntry entry) => !entry.Section.FurtherNames.IsEmpty;

    private static bool HasLinks(DeckEntry entry) => !entry.Section.Links.IsEmpty;

    private static bool Names(DeckEntry entry) =>
        !entry.Section.Metadata.Ignore.IsEmpty || !entry.Section.Metadata.Requires.IsEmpty;

    /// <summary>How many indices of a sorted list stand before one.</summary>
    private static int Count(int[] sorted, int index)
    {
        var at = Array.BinarySearch(sorted, index);
        return at < 0 ? ~at : at;
    }

    private static int[] Where(DeckEntry[] entries, int first, int end, Func<DeckEntry, bool> belongs)
    {
        var result = new List<int>();
        for (var i = first; i < end; i++)
        {
            if (belongs(entries[i]))
            {
                result.Add(i);
            }
        }

        return [.. result];
    }

    /// <summary>The lines after some sections took the place of others: the same rows where none moved, as with most keys.</summary>
    private int[] LinesWith(DeckEntry[] entries, Replacement replaced)
    {
        var (first, kept) = (replaced.First, replaced.Kept);
        var changed = new int[replaced.End - first + 1];
        for (var i = first; i <= replaced.End; i++)
        {
            changed[i - first] =
                i == 0 ? 0
                : i == first ? Lines[i - 1] + entries[i - 1].Section.LineCount
                : changed[i - 1 - first] + entries[i - 1].Section.LineCount;
        }

        var moved = kept < Lines.Length ? changed[^1] - Lines[kept] : 0;
        if (replaced.Shift == 0 && moved == 0 && changed.AsSpan()[..^1].SequenceEqual(Lines.AsSpan(first..kept)))
        {
            return Lines;
        }

        var result = new int[entries.Length];
        Array.Copy(Lines, result, first);
        changed.AsSpan()[..^1].CopyTo(result.AsSpan(first));
        for (var i = kept; i < Lines.Length; i++)
        {
            result[i + replaced.Shift] = Lines[i] + moved;
        }

        return result;
    }

    /// <summary>The facts after some sections took the place of others: the same rows where they say the same.</summary>
    private CardFacts[] FactsWith(DeckEntry[] entries, Replacement replaced)
    {
        var (first, kept) = (replaced.First, replaced.Kept);
        var changed = Array.ConvertAll(entries[first..replaced.End], entry => entry.Section.Facts);
        if (changed.AsSpan().SequenceEqual(Facts.AsSpan(first..kept)))
        {
            return Facts;
        }

        var result = new CardFacts[entries.Length];
        Array.Copy(Facts, result, first);
        changed.CopyTo(result, first);
        Array.Copy(Facts, kept, result, replaced.End, Facts.Length - kept);
        return result;
    }

    private static int LineOf(int[] lines, DeckEntry[] entries, int index) =>
        index == 0 ? 0 : lines[index - 1] + entries[index - 1].Section.LineCount;
}
