using System.Collections.Immutable;
using WsgiLsp.Decks.Rules;
using WsgiLsp.Decks.Syntax;
using WsgiLsp.Decks.Text;

namespace WsgiLsp.Decks.Model;

/// <summary>
/// A parsed deck: immutable, made from any text whatever, and cheap to make anew after an edit.
/// </summary>
public sealed class Deck
{
    private ImmutableArray<PlacedFinding> findings;

    internal Deck(
        SourceText text,
        DeckSettings settings,
        FrontMatterSource frontMatter,
        Cut[] cuts,
        DeckEntry[] entries,
        CardIds ids,
        DeckRows rows,
        LinkTable links,
        SectionCache cache
    )
    {
        Text = text;
        Settings = settings;
        FrontMatterSource = frontMatter;
        Cuts = cuts;
        Entries = entries;
        Ids = ids;
        Cache = cache;
        Rows = rows;
        Links = links;
    }

    /// <summary>The text.</summary>
    public SourceText Text { get; }

    /// <summary>File name and rule switches.</summary>
    public DeckSettings Settings { get; }

    /// <summary>What the front matter says.</summary>
    public FrontMatter FrontMatter => FrontMatterSource.Value;

    /// <summary>The front matter's <c>id</c>, else the file name without <c>.deck.md</c> or <c>.md</c>.</summary>
    public string Id => FrontMatter.Id ?? Settings.DeckId;

    /// <summary>The front matter's <c>deck</c>, else the title heading, else <see cref="Id"/>.</summary>
    public string Title
    {
        get
        {
            if (FrontMatter.Deck is { } title)
            {
                return title;
            }

            var hasTitle = Entries.Length > 1 && Entries[1].Section.Context.Role == SectionRole.Title;
            return hasTitle && Entries[1].Section.Title.Length > 0 ? Entries[1].Section.Title : Id;
        }
    }

    /// <summary>Number of sections, the preamble included: at least 1.</summary>
    public int SectionCount => Entries.Length;

    /// <summary>All sections, in the order of the file.</summary>
    public IEnumerable<DeckSection> Sections => Enumerable.Range(0, SectionCount).Select(Section);

    /// <summary>The cards to study, in the order of the file: notes left out, suspended ones included.</summary>
    public IEnumerable<Card> Cards => Entries.Where(entry => entry.IsAsked).Select(entry => entry.Card!);

    /// <summary>Number of <see cref="Cards"/>.</summary>
    public int CardCount => Entries.Count(entry => entry.IsAsked);

    /// <summary>All findings, in the order of their places.</summary>
    public ImmutableArray<PlacedFinding> Findings => findings.IsDefault ? findings = FindAll() : findings;

    /// <summary>Labels of links that the deck defines, wherever that is, with where they lead.</summary>
    public IEnumerable<(string Label, string Address)> LinkLabels =>
        Links.All.Select(definition => (definition.Label, definition.Url));

    internal FrontMatterSource FrontMatterSource { get; }

    internal Cut[] Cuts { get; }

    internal DeckEntry[] Entries { get; }

    /// <summary>The entries that stayed what they were in the deck before an edit, under the same anchors.</summary>
    internal SharedEnds<DeckEntry>? Kept { get; init; }

    internal CardIds Ids { get; }

    /// <summary>What is kept of all sections side by side.</summary>
    internal DeckRows Rows { get; }

    internal LinkTable Links { get; }

    /// <summary>What links within the deck can name.</summary>
    internal LocalNames Names => new(Ids, Entries, Rows.Placing, Settings.FileName);

    internal SectionCache Cache { get; }

    /// <summary>Reads a deck. Never fails: what cannot be understood becomes a finding.</summary>
    /// <param name="text">The whole file.</param>
    /// <param name="settings">File name and rule switches.</param>
    public static Deck Parse(string text, DeckSettings settings) => Parse(new SourceText(text), settings);

    /// <summary>Reads a deck. Never fails: what cannot be understood becomes a finding.</summary>
    /// <param name="text">The whole file.</param>
    /// <param name="settings">File name and rule switches.</param>
    public static Deck Parse(SourceText text, DeckSettings settings) =>
        DeckBuilder.Build(text, settings, new SectionCache());

    /// <summary>The deck after an edit; equal to a fresh parse of the edited text.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The edit reaches outside the text.</exception>
    public Deck With(TextEdit edit) => DeckBuilder.Edit(this, edit);

    /// <summary>The same text under other settings; this deck where they say the same.</summary>
    public Deck With(DeckSettings settings) =>
        settings == Settings ? this : DeckBuilder.Build(Text, settings, new SectionCache());

    /// <summary>The section of that index, in the order of the file.</summary>
    public DeckSection Section(int index)
    {
        var entry = Entries[index];
        var (start, line) = StartOf(index);
        return new DeckSection
        {
            Role = entry.Section.Context.Role,
            Level = entry.Section.Level,
            Title = entry.Section.Title,
            Anchor = Ids.AnchorOf(index),
            Span = new TextSpan(start, entry.Section.Text.Length),
            StartLine = line,
            EndLine = EndLineOf(index),
            Heading = entry.Section.Heading.Shift(start),
            Metadata = (entry.Section.Comment?.Span ?? new TextSpan(entry.Section.Heading.End, 0)).Shift(start),
            Answer = entry.Section.Answer?.Shift(start),
            Card = entry.Card,
        };
    }

    /// <summary>The 0-based line after the last one of the section of that index.</summary>
    public int EndLineOf(int index) =>
        index + 1 == Entries.Length
            ? Text.LineCount - (Text.GetLine(Text.LineCount - 1).IsEmpty ? 1 : 0)
            : Rows.Lines[index + 1];

    /// <summary>
    /// Where the options of a choice stand, without their feedback, or the concepts of an explain card in their first wording:
    /// each from its first letter or box to its end, in the card's order. None for other sections.
    /// </summary>
    /// <param name="index">The section's index.</param>
    public ImmutableArray<TextSpan> PartsOf(int index)
    {
        var start = StartOf(index).Offset;
        return [.. Entries[index].Section.Parts.Select(part => part.Shift(start))];
    }

    /// <summary>Index of the section that holds an offset; the one that begins there at a border.</summary>
    public int SectionAt(int offset) => Cut.IndexAt(Cuts, offset);

    internal (int Offset, int Line) StartOf(int section) => (Cuts[section].Start, Rows.Lines[section]);

    /// <summary>How severe a rule's finding is in a section, or null where the rule is silent.</summary>
    internal Severity? SeverityOf(int section, string rule, Severity severity) =>
        Entries[section].SeverityOf(Settings, rule, severity);

    private ImmutableArray<PlacedFinding> FindAll()
    {
        var result = ImmutableArray.CreateBuilder<PlacedFinding>();
        var deckWide = Settings.RuleSet.Check(this);
        var next = 0;
        foreach (var i in Rows.Found)
        {
            foreach (var finding in Entries[i].Findings)
            {
                var placed = new PlacedFinding(finding, Cuts[i].Start, Rows.Lines[i]);
                for (; next < deckWide.Count && PlacedFinding.Compare(deckWide[next], placed) < 0; next++)
                {
                    result.Add(deckWide[next]);
                }

                result.Add(placed);
            }
        }

        for (; next < deckWide.Count; next++)
        {
            result.Add(deckWide[next]);
        }

        return result.DrainToImmutable();
    }
}
