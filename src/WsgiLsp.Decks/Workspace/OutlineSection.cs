using System.Collections.Immutable;
using WsgiLsp.Decks.Model;
using WsgiLsp.Decks.Names;
using WsgiLsp.Decks.Syntax;
using WsgiLsp.Decks.Text;

namespace WsgiLsp.Decks.Workspace;

/// <summary>
/// What other decks may want to know of a section, and what of it speaks of other decks. It does not know its place in the
/// file, and keeps no text but names.
/// </summary>
internal sealed class OutlineSection
{
    /// <summary>GitHub's anchor of the heading, with its number; empty for the preamble.</summary>
    public required string Anchor { get; init; }

    /// <summary>The card's id; null where the heading is no card.</summary>
    public string? CardId { get; init; }

    /// <summary>Where the card's own id is written; null where none is.</summary>
    public WordPlace? IdPlace { get; init; }

    /// <summary>The heading as plain text.</summary>
    public string Title { get; init; } = "";

    public SectionRole Role { get; init; }

    /// <summary>The card's kind; null where the heading is no card.</summary>
    public CardKind? Kind { get; init; }

    /// <summary>The heading's level; 0 for the preamble.</summary>
    public int Level { get; init; }

    /// <summary>Further names that a link can lead to.</summary>
    public ImmutableArray<string> OtherNames { get; init; } = [];

    /// <summary>A hash of what the card asks; 0 where nothing is asked.</summary>
    public ulong Prompt { get; init; }

    public TextSpan Heading { get; init; }

    /// <summary>Position just past the heading, which begins the section.</summary>
    public LinePosition HeadingEnd { get; init; }

    public int LineCount { get; init; }

    /// <summary>Rules that are silent here.</summary>
    public ImmutableArray<string> Ignore { get; init; } = [];

    /// <summary>What its own comment or attributes, or the front matter, require.</summary>
    public ImmutableArray<Mention> Requires { get; init; } = [];

    /// <summary>All that the card requires, what its groups say included.</summary>
    public ImmutableArray<string> Edges { get; init; } = [];

    /// <summary>Links and images that lead to other files.</summary>
    public ImmutableArray<OutlineLink> Links { get; init; } = [];

    /// <summary>Links and images that lead to the deck itself.</summary>
    public ImmutableArray<OutlineLink> OwnLinks { get; init; } = [];

    /// <summary>The tags that its comment or attributes, or the front matter, give.</summary>
    public ImmutableArray<TagMention> Tags { get; init; } = [];

    /// <summary>The deck's explicit id, in the preamble.</summary>
    public Mention? DeckId { get; init; }

    /// <summary>Whether it speaks of nothing outside its deck.</summary>
    public bool IsSilent => Links.IsEmpty && Requires.IsEmpty && Edges.IsEmpty && DeckId is null;

    /// <summary>The names that a link can lead to.</summary>
    public IEnumerable<string> Names
    {
        get
        {
            if (Anchor.Length > 0)
            {
                yield return Anchor;
            }

            if (CardId is not null && CardId != Anchor)
            {
                yield return CardId;
            }

            foreach (var name in OtherNames)
            {
                yield return name;
            }
        }
    }

    /// <summary>Whether two entries have the same outline, if their anchors are the same.</summary>
    public static bool IsSame(DeckEntry one, DeckEntry other) =>
        ReferenceEquals(one, other)
        || (
            ReferenceEquals(one.Section, other.Section)
            && one.Id == other.Id
            && one.Context.Ignore.AsSpan().SequenceEqual(other.Context.Ignore.AsSpan())
            && one.Context.Requires.AsSpan().SequenceEqual(other.Context.Requires.AsSpan())
        );

    /// <summary>The outline of a section.</summary>
    /// <param name="deck">The deck.</param>
    /// <param name="index">The section's index.</param>
    /// <param name="words">Words that were met before in the deck; null where they are kept otherwise.</param>
    public static OutlineSection Of(Deck deck, int index, WordPool? words = null)
    {
        var entry = deck.Entries[index];
        var section = entry.Section;
        ImmutableArray<string> ignore = [.. entry.Context.Ignore, .. section.Metadata.Ignore];
        if (index == 0)
        {
            return Preamble(deck, section, ignore, words);
        }

        var requires = Requirements.Of(section);
        var tags = MetadataWords.Tags(section);
        var id = MetadataWords.Id(section);
        var isPlain = requires.Count + tags.Count + section.Links.Length == 0 && id is null && !IsLong(section);
        var source = isPlain ? null : new SectionSource(section.Text);
        return new OutlineSection
        {
            Anchor = deck.Ids.AnchorOf(index),
            CardId = entry.IsAsked ? entry.Id : section.Metadata.Id,
            IdPlace = id is { } place ? WordPlace.At(source!, place.Start) : null,
            Title = section.Title,
            Role = section.Context.Role,
            Kind = section.Content?.Kind,
            Level = section.Level,
            OtherNames = section.FurtherNames,
            Prompt = section.Facts.Prompt,
            Heading = section.Heading,
            HeadingEnd = source?.Position(section.Heading.End) ?? new LinePosition(0, section.Heading.End),
            LineCount = section.LineCount,
            Ignore = ignore,
            Requires = [.. requires.Select(item => Mention.At(source!, item.Span, item.Text))],
            Edges = entry.Requires,
            Links = LinksOf(source, section, deck, words, isOwn: false),
            OwnLinks = LinksOf(source, section, deck, words, isOwn: true),
            Tags = [.. tags.Select(tag => TagMention.At(source!, tag.Span, tag.Text, words))],
        };
    }

    /// <summary>Whether another state of the section is the same for other decks, and stands in the same place.</summary>
    public bool SaysTheSameAs(OutlineSection other) =>
        ReferenceEquals(this, other)
        || (
            Anchor == other.Anchor
            && CardId == other.CardId
            && Prompt == other.Prompt
            && LineCount == other.LineCount
            && Heading == other.Heading
            && DeckId == other.DeckId
            && OtherNames.AsSpan().SequenceEqual(other.OtherNames.AsSpan())
            && RequiresTheSameAs(other)
        );

    /// <summary>Whether another state of the section requires the same things.</summary>
    public bool RequiresTheSameAs(OutlineSection other) =>
        Edges.AsSpan().SequenceEqual(other.Edges.AsSpan())
        && (Edges.IsEmpty || CardId == other.CardId)
        && Requires.Select(mention => mention.Text).SequenceEqual(other.Requires.Select(mention => mention.Text));

    private static OutlineSection Preamble(Deck deck, Section section, ImmutableArray<string> ignore, WordPool? words)
    {
        var source = new SectionSource(section.Text);
        var values = deck.FrontMatterSource.Values;
        return new OutlineSection
        {
            Anchor = "",
            OtherNames = section.FurtherNames,
            LineCount = section.LineCount,
            Ignore = ignore,
            Requires = [.. values.Where(v => v.Key == "requires").Select(v => Mention.At(source, Place(v), v.Text))],
            Links = LinksOf(source, section, deck, words, isOwn: false),
            OwnLinks = LinksOf(source, section, deck, words, isOwn: true),
            Tags = [.. values.Where(v => v.Key == "tags").Select(v => TagMention.At(source, Place(v), v.Text, words))],
            DeckId =
                deck.FrontMatter.Id is not null && values.FirstOrDefault(v => v.Key == "id") is { } id
                    ? Mention.At(source, Place(id), id.Text)
                    : null,
        };

        TextSpan Place(FrontMatterValue value) => value.Place(section.Text);
    }

    // What leads to the deck itself is judged there, and kept apart.
    private static ImmutableArray<OutlineLink> LinksOf(
        SectionSource? source,
        Section section,
        Deck deck,
        WordPool? words,
        bool isOwn
    ) =>
        section.Links.IsEmpty
            ? []
            :
            [
                .. section
                    .Links.Where(link => link.Target.IsIn(deck.Settings.FileName) == isOwn)
                    .Select(link => OutlineLink.Of(source!, link, words)),
            ];

    private static bool IsLong(Section section) => HeadingOf(section).ContainsAny('\n', '\r');

    private static ReadOnlySpan<char> HeadingOf(Section section) =>
        section.Text.AsSpan(section.Heading.Start, section.Heading.Length);
}
