using WsgiLsp.Decks.Syntax;
using WsgiLsp.Decks.Text;
using WsgiLsp.Decks.Workspace;

namespace WsgiLsp.Decks.Names;

/// <summary>The names in a deck, as far as its outline keeps them: all but the text around.</summary>
internal static class OutlineNames
{
    /// <summary>All names in a section.</summary>
    public static IEnumerable<NameMention> All(DeckOutline deck, int section) =>
        Declarations(deck, section).Concat(Tags(deck, section)).Concat(Mentions(deck, section));

    /// <summary>What a section gives names to: itself, its card, the deck.</summary>
    public static IEnumerable<NameMention> Declarations(DeckOutline deck, int index)
    {
        var section = deck.Sections[index];
        var place = new Origin(deck, index);
        if (section.Level > 0)
        {
            var start = new LinePosition(0, section.Heading.Start);
            yield return place.At(NameUse.Heading, section.Anchor, section.Heading, start, section.HeadingEnd);
        }

        if (section is { IdPlace: { } id, CardId: { } text })
        {
            yield return place.At(NameUse.CardId, text, id);
        }

        if (section.DeckId is { } deckId)
        {
            yield return place.At(NameUse.DeckId, deckId);
        }
    }

    /// <summary>The tags that a section gives.</summary>
    public static IEnumerable<NameMention> Tags(DeckOutline deck, int index) =>
        deck.Sections[index].Tags.Select(tag => TagOf(deck, index, tag));

    /// <summary>A tag that a section gives.</summary>
    public static NameMention TagOf(DeckOutline deck, int index, TagMention tag) =>
        new Origin(deck, index).At(NameUse.Tag, tag.Text, tag.Place);

    /// <summary>The links of a section, and what it requires.</summary>
    public static IEnumerable<NameMention> Mentions(DeckOutline deck, int index)
    {
        var section = deck.Sections[index];
        return section
            .Requires.SelectMany(required =>
                new[] { RequiredDeck(deck, index, required), RequiredCard(deck, index, required) }
            )
            .Concat(
                section
                    .Links.Concat(section.OwnLinks)
                    .SelectMany(link => new[] { AddressOf(deck, index, link), FragmentOf(deck, index, link) })
            )
            .OfType<NameMention>();
    }

    /// <summary>The links of a section, each as a whole.</summary>
    public static IEnumerable<NameMention> Links(DeckOutline deck, int index)
    {
        var place = new Origin(deck, index);
        var section = deck.Sections[index];
        foreach (var link in section.Links.Concat(section.OwnLinks))
        {
            var isPlace = link.Target.Fragment.Length > 0;
            yield return place.At(
                isPlace ? NameUse.LinkFragment : NameUse.LinkPath,
                isPlace ? link.Target.Fragment : link.Target.Path,
                link.Place.Span,
                link.Place.Start,
                link.Place.End
            ) with
            {
                Target = link.Target,
            };
        }
    }

    /// <summary>The deck that a requirement names; null for a card of the same deck.</summary>
    public static NameMention? RequiredDeck(DeckOutline deck, int index, Mention mention)
    {
        var place = new Origin(deck, index);
        if (index == 0)
        {
            return place.At(NameUse.RequiredDeck, mention);
        }

        var (deckId, card) = Requirements.Read(mention.Text, deck.Id);
        var cardAt = mention.Text.Length - card.Length;
        return cardAt == 0
            ? null
            : place.Part(NameUse.RequiredDeck, deckId, mention, 0, cardAt - 1) with
            {
                Target = new LinkTarget(deckId, card),
            };
    }

    /// <summary>The card that a requirement names; null for a deck, as the front matter requires it.</summary>
    public static NameMention? RequiredCard(DeckOutline deck, int index, Mention mention)
    {
        if (index == 0)
        {
            return null;
        }

        var (deckId, card) = Requirements.Read(mention.Text, deck.Id);
        var cardAt = mention.Text.Length - card.Length;
        return new Origin(deck, index).Part(NameUse.RequiredCard, card, mention, cardAt, mention.Span.Length) with
        {
            Target = new LinkTarget(deckId, card),
        };
    }

    /// <summary>The file that a link names; null where it names none.</summary>
    public static NameMention? AddressOf(DeckOutline deck, int index, OutlineLink link) =>
        link.Target.Path.Length == 0
            ? null
            : new Origin(deck, index).Part(
                NameUse.LinkPath,
                link.Target.Path,
                link.Place,
                0,
                link.Hash >= 0 ? link.Hash : link.Place.Span.Length
            ) with
            {
                Target = link.Target,
            };

    /// <summary>The place in a file that a link names; null where it names none.</summary>
    public static NameMention? FragmentOf(DeckOutline deck, int index, OutlineLink link) =>
        link.Target.Fragment.Length == 0
            ? null
            : new Origin(deck, index).Part(
                NameUse.LinkFragment,
                link.Target.Fragment,
                link.Place,
                link.Hash + 1,
                link.Place.Span.Length
            ) with
            {
                Target = link.Target,
            };

    /// <summary>Where a section begins in its file.</summary>
    private readonly struct Origin(DeckOutline deck, int section)
    {
        private readonly (int Offset, int Line) start = deck.StartOf(section);

        public NameMention At(NameUse use, Mention mention) =>
            At(use, mention.Text, mention.Span, mention.Start, mention.End);

        public NameMention At(NameUse use, string text, WordPlace place) =>
            At(
                use,
                text,
                new TextSpan(place.Offset, text.Length),
                place.Start,
                place.Start with
                {
                    Character = place.Start.Character + text.Length,
                }
            );

        public NameMention Part(NameUse use, string text, Mention whole, int from, int to)
        {
            // What spans lines cannot be told apart, and is no address of its own.
            var isOneLine = whole.Start.Line == whole.End.Line;
            return isOneLine
                ? At(
                    use,
                    text,
                    TextSpan.FromBounds(whole.Span.Start + from, whole.Span.Start + to),
                    whole.Start with
                    {
                        Character = whole.Start.Character + from,
                    },
                    whole.Start with
                    {
                        Character = whole.Start.Character + to,
                    }
                )
                : At(use, text, whole.Span, whole.Start, whole.End);
        }

        public NameMention At(NameUse use, string text, TextSpan span, LinePosition first, LinePosition end) =>
            new()
            {
                Use = use,
                Text = text,
                Section = section,
                Span = span.Shift(start.Offset),
                Start = first with { Line = first.Line + start.Line },
                End = end with { Line = end.Line + start.Line },
            };
    }
}
