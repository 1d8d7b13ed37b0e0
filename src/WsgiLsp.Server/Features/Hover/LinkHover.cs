using WsgiLsp.Decks.Model;
using WsgiLsp.Decks.Names;
using WsgiLsp.Decks.Workspace;
using WsgiLsp.Protocol.Types;
using WsgiLsp.Server.Features.Learning;
using HoverResult = WsgiLsp.Protocol.Types.Hover;

namespace WsgiLsp.Server.Features.Hover;

/// <summary>Shows the card or deck that a link leads to, or that is required.</summary>
internal static class LinkHover
{
    /// <summary>The hover at a position; null where no such name stands there.</summary>
    /// <param name="query">The deck among all others.</param>
    /// <param name="position">The place.</param>
    /// <param name="learner">Knows where the card is.</param>
    /// <param name="revealed">Told of the card whose answer is shown.</param>
    public static HoverResult? At(DeckQuery query, Position position, LearnerView learner, Action<Card> revealed)
    {
        if (
            query.At(position) is not { IsDeclaration: false, Use: not NameUse.Tag } mention
            || DeckNames.Resolve(query.Decks, query.Outline, mention) is not [var named, ..]
        )
        {
            return null;
        }

        var text = named switch
        {
            NamedSection one => TextOf(query, mention, one.Path, learner, revealed),
            NamedDeck one => TextOf(query, one),
            _ => null,
        };
        return text is null
            ? null
            : new HoverResult(
                new MarkupContent(HoverFeature.FormatFor(query.Client), text),
                query.RangeOf(mention.Span)
            );
    }

    private static string? TextOf(
        DeckQuery query,
        NameMention mention,
        string path,
        LearnerView learner,
        Action<Card> revealed
    )
    {
        if (query.View.Read(path) is not { } deck)
        {
            return null;
        }

        // The file may have changed since it was outlined: what counts is what the name means in the deck as it was read.
        var decks = query.Decks.With(DeckOutline.Of(path, deck));
        var meant = DeckNames.Resolve(decks, query.Outline, mention).OfType<NamedSection>();
        if (meant.FirstOrDefault(one => one.Path == path) is not { } named)
        {
            return null;
        }

        var section = deck.Section(named.Section);
        var title = $"**{section.Title}**\n\n";
        if (section.Card is not { } card)
        {
            return title + deck.Title;
        }

        revealed(card);
        return title + HoverFeature.TextOf(card, learner);
    }

    private static string? TextOf(DeckQuery query, NamedDeck named)
    {
        var deck = query.Decks.Decks[named.Path];
        var count = deck.Cards.Count();
        return $"**{deck.Title}**\n\n{(count == 1 ? "1 card" : $"{count} cards")} · {Path.GetFileName(deck.Path)}";
    }
}
