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
    public static IEnumerable<NameMention> Tags(DeckOutline deck, int index)
    {
        var place = new Origin(deck, index);
        foreach (var tag in deck.Sections[index].Tags)
        {
            yield return place.At(NameUse.Tag, tag.Text, tag.Place);
        }
    }

    /// <summary>The links of a section, and what it requires.</summary>
    /// <param name="deck">The deck.</param>
    /// <param name="index">The section's index.</param>
    /// <param name="filter">What is wanted; null for all.</param>
    public static IEnumerable<NameMention> Mentions(DeckOutline deck, int index, MentionFilter? filter = null)
    {
        var section = deck.Sections[index];
        foreach (var mention in section.Requires)
        {
            if (filter?.MayBe(mention.Text, deck) != false)
            {
                foreach (var part in index == 0 ? RequiredDeck(deck, mention) : RequiredCard(deck, index, mention))
                {
                    yield return part;
                }
            }
        }

        foreach (var link in section.Links)
        {
            if (filter?.MayBe(link.Target) != false)
            {
                foreach (var part in Linked(deck, index, link))
                {
                    yield return part;
                }
            }
        }

        foreach (var link in filter?.MayBeIn(deck) == false ? [] : section.OwnLinks)
        {
            foreach (var part in Linked(deck, index, link))
            {
                yield return part;
            }
        }
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

    private static IEnumerable<NameMention> RequiredDeck(DeckOutline deck, Mention mention) =>
        [new Origin(deck, 0).At(NameUse.RequiredDeck, mention)];

    private static IEnumerable<NameMention> RequiredCard(DeckOutline deck, int index, Mention mention)
    {
        var place = new Origin(deck, index);
        var (deckId, card) = Requirements.Read(mention.Text, deck.Id);
        var target = new LinkTarget(deckId, card);
        var cardAt = mention.Text.Length - card.Length;
        if (cardAt > 0)
        {
            yield return place.Part(NameUse.RequiredDeck, deckId, mention, 0, cardAt - 1) with
            {
                Target = target,
            };
        }

        yield return place.Part(NameUse.RequiredCard, card, mention, cardAt, mention.Span.Length) with
        {
            Target = target,
        };
    }

    private static IEnumerable<NameMention> Linked(DeckOutline deck, int index, OutlineLink link)
    {
        var place = new Origin(deck, index);
        var (target, length) = (link.Target, link.Place.Span.Length);
        if (target.Path.Length > 0)
        {
            var end = link.Hash >= 0 ? link.Hash : length;
            yield return place.Part(NameUse.LinkPath, target.Path, link.Place, 0, end) with
            {
                Target = target,
            };
        }

        if (target.Fragment.Length > 0)
        {
            yield return place.Part(NameUse.LinkFragment, target.Fragment, link.Place, link.Hash + 1, length) with
            {
                Target = target,
            };
        }
    }

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
