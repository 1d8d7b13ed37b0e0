using WsgiLsp.Decks.Rules;

namespace WsgiLsp.Decks.Model;

/// <summary>
/// What is kept of all sections side by side, so that questions about a whole deck need not visit its sections. After an
/// edit, rows are copied but for the sections that changed.
/// </summary>
internal sealed class DeckRows
{
    private DeckRows(int length)
    {
        Lines = new int[length];
        Facts = new CardFacts[length];
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
        var rows = new DeckRows(entries.Length)
        {
            Found = Where(entries, 0, entries.Length, HasFindings),
            Defining = Where(entries, 0, entries.Length, Defines),
            Linking = Where(entries, 0, entries.Length, HasLinks),
            Placing = Where(entries, 0, entries.Length, HasFurtherNames),
            Naming = Where(entries, 0, entries.Length, Names),
        };
        rows.Fill(entries, 0, entries.Length);
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
        var rows = new DeckRows(entries.Length)
        {
            Found = Splice(Found, entries, replaced, HasFindings),
            Defining = Splice(Defining, entries, reworded, Defines),
            Linking = Splice(Linking, entries, reworded, HasLinks),
            Placing = Splice(Placing, entries, reworded, HasFurtherNames),
            Naming = Splice(Naming, entries, reworded, Names),
        };
        rows.Fill(this, entries, reworded);
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
    private int[] Retain(int[] dangling, DeckEntry[] entries, LocalNames local, string[] names) =>
        names.Length == 0
            ? dangling
            : Array.FindAll(
                Linking,
                index =>
                    LocalNames.Mentions(entries[index], names)
                        ? local.Dangles(entries[index])
                        : Array.BinarySearch(dangling, index) >= 0
            );

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

    private void Fill(DeckEntry[] entries, int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            Lines[i] = LineOf(entries, i);
            Facts[i] = entries[i].Section.Facts;
        }
    }

    /// <summary>Fills lines and facts from those before some sections were replaced.</summary>
    private void Fill(DeckRows old, DeckEntry[] entries, Replacement replaced)
    {
        var (first, kept) = (replaced.First, replaced.Kept);
        Array.Copy(old.Lines, Lines, first);
        Array.Copy(old.Facts, Facts, first);
        Fill(entries, first, replaced.End);
        Array.Copy(old.Facts, kept, Facts, replaced.End, old.Facts.Length - kept);
        if (kept < old.Lines.Length)
        {
            var moved = LineOf(entries, replaced.End) - old.Lines[kept];
            for (var i = kept; i < old.Lines.Length; i++)
            {
                Lines[i + replaced.Shift] = old.Lines[i] + moved;
            }
        }
    }

    private int LineOf(DeckEntry[] entries, int index) =>
        index == 0 ? 0 : Lines[index - 1] + entries[index - 1].Section.LineCount;
}
