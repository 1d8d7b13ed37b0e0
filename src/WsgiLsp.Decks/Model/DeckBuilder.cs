using WsgiLsp.Decks.Rules;
using WsgiLsp.Decks.Syntax;
using WsgiLsp.Decks.Text;

namespace WsgiLsp.Decks.Model;

/// <summary>
/// Makes decks, whole or from the one before an edit. Either way the steps are the same: cut the text into sections, parse
/// those that are new, let each inherit from its groups, name the cards.
/// </summary>
internal sealed class DeckBuilder
{
    // Below this number of sections, threads cost more than they save.
    private const int ParallelFrom = 256;

    private readonly SourceText text;
    private readonly DeckSettings settings;
    private readonly FrontMatterSource frontMatter;
    private readonly SectionCache cache;
    private readonly Cut[] cuts;
    private readonly DeckEntry[] entries;
    private readonly bool hasTitle;
    private readonly RuleSet rules;
    private LinkTable links = LinkTable.Empty;

    // The sections of a group inherit the same, one after the other.
    private (GroupContext? Before, GroupContext? Now, bool AreSame) compared;

    private DeckBuilder(
        SourceText text,
        DeckSettings settings,
        FrontMatterSource frontMatter,
        SectionCache cache,
        Cut[] cuts
    )
    {
        this.text = text;
        this.settings = settings;
        this.frontMatter = frontMatter;
        this.cache = cache;
        this.cuts = cuts;
        entries = new DeckEntry[cuts.Length];
        hasTitle = HasTitle(cuts, frontMatter);
        rules = settings.RuleSet;
    }

    /// <summary>Reads a whole deck.</summary>
    public static Deck Build(SourceText source, DeckSettings switches, SectionCache sections)
    {
        var (header, found) = Scan(source);
        var builder = new DeckBuilder(source, switches, header, sections, [default, .. found]);
        var parsed = builder.ParseAll();
        builder.links = LinkTable.Of(parsed.SelectMany(section => section.Definitions));
        builder.Place(0, builder.entries.Length, parsed);
        var ids = CardIds.Assign(builder.entries);
        builder.NameCards(ids, 0, builder.entries.Length);
        return builder.Finish(ids, DeckRows.Of(builder.entries, ids, switches.FileName));
    }

    /// <summary>A text's front matter, and where its sections begin; nothing in them is read.</summary>
    public static (FrontMatterSource Header, List<Cut> Cuts) Scan(SourceText source)
    {
        var place = FrontMatterSpan.Find(source);
        var header = FrontMatterSource.Read(source.ToString(new TextSpan(0, place.HeadEnd)), place);
        return (header, Chunker.Scan(source, place.ContentStart, isPreamble: true, header.Value.CardLevel, _ => false));
    }

    /// <summary>Reads what an edit touched, and keeps the rest.</summary>
    public static Deck Edit(Deck old, TextEdit edit)
    {
        var source = old.Text.With(edit);

        // A heading that ceases to be one joins the section before it.
        var first = Math.Max(0, old.SectionAt(edit.Span.Start) - 1);

        // An edit anywhere may close front matter that was open; where it is closed or absent, this ends at once.
        var header = old.FrontMatterSource;
        var place = FrontMatterSpan.Find(source);
        if (place != header.Place || source.ToString(new TextSpan(0, place.HeadEnd)) != header.Source.Text)
        {
            old.Cache.Keep(old.Entries);
            return Build(source, old.Settings, old.Cache);
        }

        var from = first == 0 ? place.ContentStart : old.Cuts[first].Start;
        var (layout, replaced) = Cut(old, source, edit, first, from);
        var builder = new DeckBuilder(source, old.Settings, header, old.Cache, layout);
        return builder.Finish(old, replaced);
    }

    /// <summary>The cuts after an edit, and which sections it replaces.</summary>
    private static (Cut[] Cuts, Replacement Replaced) Cut(
        Deck old,
        SourceText source,
        TextEdit edit,
        int first,
        int from
    )
    {
        var shift = edit.NewText.Length - edit.Span.Length;
        var kept = old.Cuts.Length;
        var found = Chunker.Scan(
            source,
            from,
            isPreamble: first == 0,
            old.FrontMatterSource.Value.CardLevel,
            cut =>
            {
                if (cut.Start < edit.Span.Start + edit.NewText.Length || cut.Start - shift < edit.Span.End)
                {
                    return false;
                }

                var index = old.SectionAt(cut.Start - shift);
                if (index <= first || old.Cuts[index] != cut with { Start = cut.Start - shift })
                {
                    return false;
                }

                kept = index;
                return true;
            }
        );
        var fresh = kept < old.Cuts.Length ? found.Count - 1 : found.Count;
        var result = new Cut[first + 1 + fresh + (old.Cuts.Length - kept)];
        Array.Copy(old.Cuts, result, first + 1);
        found.CopyTo(0, result, first + 1, fresh);
        for (int i = kept, to = first + 1 + fresh; i < old.Cuts.Length; i++, to++)
        {
            result[to] = old.Cuts[i] with { Start = old.Cuts[i].Start + shift };
        }

        return (result, new Replacement(first, kept, result.Length - old.Cuts.Length));
    }

    private static bool HasTitle(Cut[] layout, FrontMatterSource header)
    {
        if (layout.Length < 2 || layout[1].Level != 1 || header.Value.CardLevel == 1)
        {
            return false;
        }

        for (var i = 2; i < layout.Length; i++)
        {
            if (layout[i].Level == 1)
            {
                return false;
            }
        }

        return true;
    }

    private Deck Finish(Deck old, Replacement replaced)
    {
        var (first, kept, shift) = replaced;
        links = old.Links;
        cache.Keep(old.Entries.AsSpan(first, kept - first));
        Array.Copy(old.Entries, entries, first);
        Array.Copy(old.Entries, kept, entries, replaced.End, old.Entries.Length - kept);

        // Whether the first heading is the title is decided by all the others.
        var from = hasTitle == HasTitle(old.Cuts, frontMatter) ? first : Math.Min(first, 1);
        var end = Place(from, replaced.End, null);
        if (DefinitionsChanged(old, replaced))
        {
            // Any section may use them.
            links = LinkTable.Of(entries.SelectMany(entry => entry.Section.Definitions));
            if (!links.SaysTheSameAs(old.Links))
            {
                (from, end) = (0, Place(0, entries.Length, null));
            }
        }

        var ids = old.Ids.Replace(old.Entries, entries, replaced);
        var placed = new Replacement(from, end - shift, shift);
        SharedEnds<DeckEntry>? same = null;
        if (
            ids is not null
            && CardIds.AreAlike(old.Entries.AsSpan(from..first), entries.AsSpan(from..first))
            && CardIds.AreAlike(old.Entries.AsSpan(kept..placed.Kept), entries.AsSpan(replaced.End..end))
        )
        {
            NameCards(ids, from, end);
            same = new SharedEnds<DeckEntry>(old.Entries, from, entries.Length - end);
        }
        else
        {
            ids = CardIds.Assign(entries);
            NameCards(ids, 0, entries.Length);
        }

        var rows = old.Rows.With(old.Entries, entries, placed, ids, settings.FileName, ids.ChangesSince(old.Ids));
        return Finish(ids, rows, same);
    }

    private bool DefinitionsChanged(Deck old, Replacement replaced)
    {
        var before = Definitions(replaced.Removed<DeckEntry>(old.Entries));
        var after = Definitions(replaced.Added<DeckEntry>(entries));
        return !before.SequenceEqual(after);

        static List<LinkDefinition> Definitions(ReadOnlySpan<DeckEntry> entries)
        {
            var result = new List<LinkDefinition>();
            foreach (var entry in entries)
            {
                result.AddRange(entry.Section.Definitions);
            }

            return result;
        }
    }

    private Deck Finish(CardIds ids, DeckRows rows, SharedEnds<DeckEntry>? same = null) =>
        new(text, settings, frontMatter, cuts, entries, ids, rows, links, cache) { Kept = same };

    private void NameCards(CardIds ids, int first, int end)
    {
        var deckId = frontMatter.Value.Id ?? settings.DeckId;
        for (var i = first; i < end; i++)
        {
            if (entries[i].Section.Content is not null)
            {
                entries[i] = entries[i].WithCard(deckId, ids.Of(i, entries[i].Section));
            }
        }
    }

    /// <summary>
    /// Fills the entries from an index on. Entries that are there already, kept from before an edit, end the work as soon
    /// as they inherit what they did.
    /// </summary>
    /// <param name="first">The first index to fill.</param>
    /// <param name="least">The work goes on at least up to this index.</param>
    /// <param name="parsed">Sections parsed in advance, or null.</param>
    /// <returns>The index after the last entry that was filled.</returns>
    private int Place(int first, int least, Section[]? parsed)
    {
        for (var i = first; i < entries.Length; i++)
        {
            var context = i == 0 ? GroupContext.Of(frontMatter) : entries[i - 1].Inside.Leave(cuts[i].Level);
            var old = entries[i];
            var wanted = ContextOf(i) with { InheritedKind = context.Kind, InheritsOrder = context.Shuffle == false };
            var section = old?.Section ?? parsed?[i];
            if (links != LinkTable.Empty)
            {
                section ??= Parse(TextOf(i), cuts[i].Level, wanted);
                wanted = wanted with { Definitions = links.ForeignTo(section.Text, section.Definitions) };
            }

            if (old is not null && old.Section.Context == wanted && IsSame(old.Context, context))
            {
                if (i >= least)
                {
                    return i;
                }

                continue;
            }

            entries[i] =
                old is null
                && cache.Find(TextOf(i), cuts[i].Level, wanted) is { } before
                && before.Context.Equals(context)
                    ? before
                    : Entry(i, section, wanted, context);
        }

        return entries.Length;
    }

    private bool IsSame(GroupContext before, GroupContext now)
    {
        if (!ReferenceEquals(compared.Before, before) || !ReferenceEquals(compared.Now, now))
        {
            compared = (before, now, before.Equals(now));
        }

        return compared.AreSame;
    }

    private DeckEntry Entry(int i, Section? section, SectionContext wanted, GroupContext context)
    {
        if (section is null || section.Context != wanted)
        {
            section = Parse(section?.Text ?? TextOf(i), cuts[i].Level, wanted);
        }

        var found = i == 0 ? rules.Check(frontMatter) : section.Findings;
        return entries[i] is { } old && ReferenceEquals(old.Section, section)
            ? old.Within(context, settings, found)
            : new DeckEntry(section, context, settings, found);
    }

    private Section Parse(string section, int level, SectionContext wanted) =>
        cache.Find(section, level, wanted)?.Section ?? SectionParser.Parse(section, level, wanted, rules);

    /// <summary>Parses all sections on all cores, as if no group named a kind and no link were defined elsewhere.</summary>
    private Section[] ParseAll()
    {
        var sections = new Section[cuts.Length];
        if (cuts.Length < ParallelFrom)
        {
            for (var i = 0; i < cuts.Length; i++)
            {
                sections[i] = ParseAt(i);
            }
        }
        else
        {
            Parallel.For(0, cuts.Length, i => sections[i] = ParseAt(i));
        }

        return sections;

        Section ParseAt(int i) => Parse(TextOf(i), cuts[i].Level, ContextOf(i));
    }

    private string TextOf(int i) =>
        text.ToString(TextSpan.FromBounds(cuts[i].Start, i + 1 < cuts.Length ? cuts[i + 1].Start : text.Length));

    private SectionContext ContextOf(int i) =>
        new()
        {
            Role = RoleOf(i),
            InheritsOrder = !frontMatter.Value.Shuffle,
            HasHighlightClozes = frontMatter.Value.HasHighlightClozes,
            IsForeignLanguage = !frontMatter.Value.IsEnglish,
            IsMisfenced = i > 0 && frontMatter.Place.IsMisfenced(cuts[i].Start),
        };

    private SectionRole RoleOf(int i)
    {
        if (i == 0)
        {
            return SectionRole.Preamble;
        }

        if (i == 1 && hasTitle)
        {
            return SectionRole.Title;
        }

        var isCard = frontMatter.Value.CardLevel is { } cardLevel
            ? cuts[i].Level == cardLevel
            : i + 1 == cuts.Length || cuts[i + 1].Level <= cuts[i].Level;
        return isCard ? SectionRole.Card : SectionRole.Group;
    }
}
