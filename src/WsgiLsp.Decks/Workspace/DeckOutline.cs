using WsgiLsp.Decks.Model;
using WsgiLsp.Decks.Names;
using WsgiLsp.Decks.Rules;
using WsgiLsp.Decks.Syntax;
using WsgiLsp.Decks.Text;

namespace WsgiLsp.Decks.Workspace;

/// <summary>
/// What other decks may want to know of a deck, and what of it speaks of other decks: names, requirements and links, and
/// where they stand. Immutable. After an edit it is made from the one before, but for the sections that changed.
/// </summary>
public sealed class DeckOutline
{
    private readonly DeckEntry[]? entries;
    private readonly CardIds? ids;
    private readonly Cut[] cuts;
    private readonly int[] lines;
    private readonly SharedEnds<OutlineSection>? handedOver;

    // Of a deck that is being edited nobody asks: its text is at hand.
    private TextMark? mark;
    private Dictionary<string, int>? byName;
    private Dictionary<string, int>? byCard;
    private Dictionary<ulong, int>? byPrompt;

    private DeckOutline(
        string path,
        Deck deck,
        OutlineSection[] sections,
        bool keepsDeck,
        SharedEnds<OutlineSection>? handedOver = null
    )
    {
        this.handedOver = handedOver;
        Path = path;
        Id = deck.Id;
        Title = deck.Title;
        Settings = deck.Settings;
        Sections = sections;
        cuts = deck.Cuts;
        lines = deck.Rows.Lines;
        (entries, ids) = keepsDeck ? (deck.Entries, deck.Ids) : (null, null);
    }

    /// <summary>The file's full path.</summary>
    public string Path { get; }

    /// <summary>The deck's id.</summary>
    public string Id { get; }

    /// <summary>The deck's title.</summary>
    public string Title { get; }

    /// <summary>The ids of its cards, in the order of the file.</summary>
    public IEnumerable<string> Cards => Sections.Where(s => s.Prompt != 0).Select(s => s.CardId!);

    /// <summary>Its headings, in the order of the file.</summary>
    public IEnumerable<OutlineHeading> Headings
    {
        get
        {
            for (var i = 1; i < Sections.Length; i++)
            {
                yield return new OutlineHeading(this, i);
            }
        }
    }

    /// <summary>The tags that its front matter gives to all cards.</summary>
    public IEnumerable<string> Tags => Sections[0].Tags.Select(tag => tag.Text);

    internal DeckSettings Settings { get; }

    internal OutlineSection[] Sections { get; }

    /// <summary>The outline of a deck that changes no more. It does not keep the deck in memory.</summary>
    /// <param name="path">The file's full path.</param>
    /// <param name="deck">The deck.</param>
    public static DeckOutline Of(string path, Deck deck)
    {
        var sections = new OutlineSection[deck.SectionCount];
        var words = new WordPool();
        for (var i = 0; i < sections.Length; i++)
        {
            sections[i] = OutlineSection.Of(deck, i, words);
        }

        return new DeckOutline(path, deck, sections, keepsDeck: false) { mark = TextMark.Of(deck.Text) };
    }

    /// <summary>The outline of a deck that is being edited.</summary>
    /// <param name="path">The file's full path.</param>
    /// <param name="deck">The deck.</param>
    /// <param name="before">An earlier outline of the file, or null. Sections that have not changed since are taken over.</param>
    public static DeckOutline Of(string path, Deck deck, DeckOutline? before)
    {
        var sections = new OutlineSection[deck.SectionCount];
        var kept = before?.HandOver(deck, sections);
        for (var i = kept?.Prefix ?? 0; i < sections.Length - (kept?.Suffix ?? 0); i++)
        {
            sections[i] ??= OutlineSection.Of(deck, i);
        }

        return new DeckOutline(path, deck, sections, keepsDeck: true, kept);
    }

    /// <summary>Whether it is known to be the outline of a text, so that the text need not be read as a deck again.</summary>
    internal bool IsOf(SourceText text) =>
        mark is { } known && known.Length == text.Length && known == TextMark.Of(text);

    /// <summary>Where a section begins.</summary>
    internal (int Offset, int Line) StartOf(int section) => (cuts[section].Start, lines[section]);

    /// <summary>Where a link of the deck leads: a full path. Null where the deck itself lies nowhere.</summary>
    internal string? PathOf(LinkTarget target) =>
        target.IsIn(Settings.FileName) ? Path
        : !System.IO.Path.IsPathFullyQualified(Path) ? null
        : System.IO.Path.TrimEndingDirectorySeparator(
            System.IO.Path.GetFullPath(
                System.IO.Path.Combine(System.IO.Path.GetDirectoryName(Path) ?? "", target.Path.Replace('\0', ' '))
            )
        );

    /// <summary>Index of the section that a link's fragment names, or -1.</summary>
    internal int FindName(string fragment) => FindName(fragment, out _);

    /// <summary>Index of the section that a link's fragment names, or -1.</summary>
    /// <param name="fragment">The fragment.</param>
    /// <param name="name">The name that it means there; the fragment itself where it means none.</param>
    internal int FindName(string fragment, out string name)
    {
        var known = byName ??= Index(Sections.SelectMany((s, i) => s.Names.Select(name => (name, i))));
        var found = LinkFragment.Find(fragment, known.ContainsKey);
        name = found ?? fragment;
        return found is null ? -1 : known[found];
    }

    /// <summary>Index of the section of a card, or -1.</summary>
    internal int FindCard(string id) =>
        (
            byCard ??= Index(
                Sections
                    .Select((s, i) => (s.CardId, s.Prompt, i))
                    .Where(s => s.CardId is not null && s.Prompt != 0)
                    .Select(s => (s.CardId!, s.i))
            )
        ).GetValueOrDefault(id, -1);

    /// <summary>Index of the first section that asks something, or -1.</summary>
    internal int FindPrompt(ulong prompt) =>
        (byPrompt ??= Index(Sections.Select((s, i) => (s.Prompt, i)))).GetValueOrDefault(prompt, -1);

    /// <summary>Takes out of a set what a section of the deck asks.</summary>
    internal void RemoveAsked(HashSet<ulong> prompts)
    {
        if (prompts.Count == 1)
        {
            // A key changes one prompt at most: to compare is cheaper than to look up each section's.
            var prompt = prompts.First();
            if (Array.Exists(Sections, section => section.Prompt == prompt))
            {
                prompts.Clear();
            }

            return;
        }

        if (prompts.Count > 0)
        {
            prompts.ExceptWith(Sections.Select(section => section.Prompt));
        }
    }

    /// <summary>The names that a link can lead to.</summary>
    internal IEnumerable<string> Names => Sections.SelectMany(section => section.Names);

    /// <summary>A section's heading as a place for findings elsewhere.</summary>
    internal RelatedPlace PlaceOf(int section, string message)
    {
        var (_, line) = StartOf(section);
        var end = Sections[section].HeadingEnd;
        return new RelatedPlace(message, new LinePosition(line, 0), end with { Line = end.Line + line })
        {
            Path = Path,
        };
    }

    /// <summary>Where a section stands.</summary>
    internal NamePlace PlaceOf(int section)
    {
        var (_, line) = StartOf(section);
        var (outline, end) = (Sections[section], Sections[section].HeadingEnd);
        return new NamePlace(
            Path,
            new LinePosition(line, outline.Level == 0 ? 0 : outline.Heading.Start),
            end with
            {
                Line = end.Line + line,
            },
            outline.LineCount > 0 ? new LinePosition(line + outline.LineCount, 0) : end with { Line = end.Line + line }
        );
    }

    /// <summary>Index of the section that holds an offset; the one that begins there at a border.</summary>
    internal int SectionAt(int offset) => Cut.IndexAt(cuts, offset);

    /// <summary>How severe a rule's finding is in a section, or null where the rule is silent.</summary>
    internal Severity? SeverityOf(int section, string rule, Severity severity) =>
        Sections[section].Ignore.Contains(rule, StringComparer.Ordinal) ? null
        : Settings.Rules.TryGetValue(rule, out var switched) ? switched
        : severity;

    /// <summary>Whether another outline is the same for other decks.</summary>
    internal bool SaysTheSameAs(DeckOutline other)
    {
        if (Id != other.Id || Sections.Length != other.Sections.Length)
        {
            return false;
        }

        var (prefix, suffix) = Shared(other);
        for (var i = prefix; i < Sections.Length - suffix; i++)
        {
            if (!Sections[i].SaysTheSameAs(other.Sections[i]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The sections that are not in another outline, in order.</summary>
    /// <param name="other">An earlier or later outline of the file, or null.</param>
    internal IEnumerable<OutlineSection> Without(DeckOutline? other)
    {
        if (other is null)
        {
            return Sections;
        }

        var (prefix, suffix) = Shared(other);
        return Sections[prefix..^suffix].Where((section, i) => !other.Holds(section, prefix + i, Sections.Length));
    }

    /// <summary>How many sections at the start and at the end are those of another outline.</summary>
    /// <param name="other">An earlier or later outline of the file.</param>
    internal (int Prefix, int Suffix) Shared(DeckOutline other) =>
        ReferenceEquals(handedOver?.Before, other.Sections)
            ? SharedEnds<OutlineSection>.Count(other.Sections, Sections, handedOver)
            : SharedEnds<OutlineSection>.Count(Sections, other.Sections, other.handedOver);

    private bool Holds(OutlineSection section, int index, int length)
    {
        var fromEnd = index + Sections.Length - length;
        return (index < Sections.Length && ReferenceEquals(Sections[index], section))
            || (fromEnd >= 0 && ReferenceEquals(Sections[fromEnd], section));
    }

    private static Dictionary<T, int> Index<T>(IEnumerable<(T Key, int Section)> items)
        where T : notnull
    {
        var result = new Dictionary<T, int>();
        foreach (var (key, section) in items)
        {
            result.TryAdd(key, section);
        }

        return result;
    }

    /// <summary>
    /// Puts what has not changed since this outline was made into the next one. An edit takes sections out and puts others
    /// in at one place, so what stays is found by its distance from the start or from the end.
    /// </summary>
    private SharedEnds<OutlineSection>? HandOver(Deck deck, OutlineSection?[] sections)
    {
        if (entries is null || ids is null || Settings.FileName != deck.Settings.FileName)
        {
            return null;
        }

        var (old, now) = (entries, deck.Entries);
        var shift = now.Length - old.Length;
        var (prefix, suffix) = ReferenceEquals(deck.Kept?.Before, old) ? (deck.Kept.Prefix, deck.Kept.Suffix) : (0, 0);
        Array.Copy(Sections, sections, prefix);
        Array.Copy(Sections, old.Length - suffix, sections, now.Length - suffix, suffix);
        for (var i = prefix; i < now.Length - suffix; i++)
        {
            sections[i] =
                IsSame(i, i) ? Sections[i]
                : IsSame(i - shift, i) ? Sections[i - shift]
                : null;
        }

        return new SharedEnds<OutlineSection>(Sections, prefix, suffix);

        bool IsSame(int before, int after) =>
            before >= 0
            && before < old.Length
            && OutlineSection.IsSame(old[before], now[after])
            && ids.AnchorOf(before) == deck.Ids.AnchorOf(after);
    }
}
