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
    /// <param name="first">Index of the first section that may have changed.</param>
    /// <param name="kept">Index, before the change, of the first section of those that did not change.</param>
    /// <param name="ids">The ids now.</param>
    /// <param name="fileName">The deck's file name.</param>
    /// <param name="changed">Ids and anchors that went or came; null where that is not known.</param>
    public DeckRows With(
        DeckEntry[] before,
        DeckEntry[] entries,
        int first,
        int kept,
        CardIds ids,
        string fileName,
        IReadOnlySet<string>? changed
    )
    {
        var shift = entries.Length - before.Length;
        var end = kept + shift;
        var rows = new DeckRows(entries.Length)
        {
            Found = Splice(Found, entries, HasFindings),
            Defining = Splice(Defining, entries, Defines),
            Linking = Splice(Linking, entries, HasLinks),
            Placing = Splice(Placing, entries, HasFurtherNames),
            Naming = Splice(Naming, entries, Names),
        };
        Array.Copy(Lines, rows.Lines, first);
        Array.Copy(Facts, rows.Facts, first);
        rows.Fill(entries, first, end);
        Array.Copy(Facts, kept, rows.Facts, end, Facts.Length - kept);
        if (kept < Lines.Length)
        {
            var moved = rows.LineOf(entries, end) - Lines[kept];
            for (var i = kept; i < Lines.Length; i++)
            {
                rows.Lines[i + shift] = Lines[i] + moved;
            }
        }

        rows.Keys = Keys.With(Facts.AsSpan(first, kept - first), rows.Facts.AsSpan(first, end - first));
        rows.Repeated = Repeated.With(before, Facts, entries, rows.Facts, first, kept);
        var local = new LocalNames(ids, entries, rows.Placing, fileName);
        var isKnown =
            changed is not null
            && Where(before, first, kept, HasFurtherNames).Length == 0
            && Where(entries, first, end, HasFurtherNames).Length == 0;
        if (!isKnown)
        {
            rows.Dangling = rows.FindDangling(entries, local);
            return rows;
        }

        // Elsewhere only links to names that went or came can lead to another end than before.
        var dangling = Splice(Dangling, entries, local.Dangles);
        string[] names = [.. changed!];
        rows.Dangling =
            names.Length == 0
                ? dangling
                : Array.FindAll(
                    rows.Linking,
                    index =>
                        LocalNames.Mentions(entries[index], names)
                            ? local.Dangles(entries[index])
                            : Array.BinarySearch(dangling, index) >= 0
                );
        return rows;

        int[] Splice(int[] old, DeckEntry[] all, Func<DeckEntry, bool> belongs)
        {
            var ahead = Count(old, first);
            var after = Count(old, kept);
            var changed = Where(all, first, end, belongs);
            var result = new int[ahead + changed.Length + old.Length - after];
            Array.Copy(old, result, ahead);
            changed.CopyTo(result, ahead);
            for (var i = after; i < old.Length; i++)
            {
                result[ahead + changed.Length + i - after] = old[i] + shift;
            }

            return result;
        }
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

    private void Fill(DeckEntry[] entries, int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            Lines[i] = LineOf(entries, i);
            Facts[i] = entries[i].Section.Facts;
        }
    }

    private int LineOf(DeckEntry[] entries, int index) =>
        index == 0 ? 0 : Lines[index - 1] + entries[index - 1].Section.LineCount;
}
