using System.Collections.Immutable;
using WsgiLsp.Decks.Model;
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
    public static OutlineSection Of(Deck deck, int index)
    {
        var entry = deck.Entries[index];
        var section = entry.Section;
        ImmutableArray<string> ignore = [.. entry.Context.Ignore, .. section.Metadata.Ignore];
        if (index == 0)
        {
            return Preamble(deck, section, ignore);
        }

        var requires = Requirements.Of(section);
        var links = LinksOf(section, deck.Settings.FileName);
        var source = requires.Count + links.Count == 0 && !IsLong(section) ? null : new SectionSource(section.Text);
        return new OutlineSection
        {
            Anchor = deck.Ids.AnchorOf(index),
            CardId = entry.IsAsked ? entry.Id : section.Metadata.Id,
            OtherNames = section.FurtherNames,
            Prompt = section.Facts.Prompt,
            Heading = section.Heading,
            HeadingEnd = source?.Position(section.Heading.End) ?? new LinePosition(0, section.Heading.End),
            LineCount = section.LineCount,
            Ignore = ignore,
            Requires = [.. requires.Select(item => Mention.At(source!, item.Span, item.Text))],
            Edges = entry.Requires,
            Links = [.. links.Select(link => OutlineLink.Of(source!, link))],
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

    private static OutlineSection Preamble(Deck deck, Section section, ImmutableArray<string> ignore)
    {
        var source = new SectionSource(section.Text);
        var values = deck.FrontMatterSource.Values;
        return new OutlineSection
        {
            Anchor = "",
            OtherNames = section.FurtherNames,
            LineCount = section.LineCount,
            Ignore = ignore,
            Requires = [.. values.Where(v => v.Key == "requires").Select(v => Mention.At(source, v.Span, v.Text))],
            Links = [.. LinksOf(section, deck.Settings.FileName).Select(link => OutlineLink.Of(source, link))],
            DeckId =
                deck.FrontMatter.Id is not null && values.FirstOrDefault(v => v.Key == "id") is { } id
                    ? Mention.At(source, id.Span, id.Text)
                    : null,
        };
    }

    private static List<(SectionLink Link, LinkTarget Target)> LinksOf(Section section, string fileName)
    {
        var result = new List<(SectionLink, LinkTarget)>();
        foreach (var link in section.Links)
        {
            // What leads to the deck itself is judged there.
            if (link.Target.Path.Length > 0 && link.Target.Path != fileName)
            {
                result.Add((link, link.Target));
            }
        }

        return result;
    }

    private static bool IsLong(Section section) => HeadingOf(section).ContainsAny('\n', '\r');

    private static ReadOnlySpan<char> HeadingOf(Section section) =>
        section.Text.AsSpan(section.Heading.Start, section.Heading.Length);
}

/// <summary>A link or image that leads to another file.</summary>
/// <param name="Target">Where it leads.</param>
/// <param name="Place">The address, or the whole link where the address stands elsewhere.</param>
/// <param name="IsImage">Whether it is an image.</param>
/// <param name="HasOwnAddress">Whether the place is the address, which a fix may write anew.</param>
internal sealed record OutlineLink(LinkTarget Target, Mention Place, bool IsImage, bool HasOwnAddress)
{
    public static OutlineLink Of(SectionSource source, (SectionLink Link, LinkTarget Target) item) =>
        new(item.Target, Mention.At(source, item.Link.Span, item.Link.Url), item.Link.IsImage, item.Link.HasOwnAddress);
}
