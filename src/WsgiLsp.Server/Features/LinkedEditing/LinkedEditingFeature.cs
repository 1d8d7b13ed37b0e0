using WsgiLsp.Decks.Names;
using WsgiLsp.Protocol.Types;

namespace WsgiLsp.Server.Features.LinkedEditing;

/// <summary>The places of a card's own id in its deck, which an editor can change together while one of them is typed at.</summary>
internal static class LinkedEditingFeature
{
    // What can stand in an id, as far as all dialects of regular expressions say it alike.
    private const string Id = @"[^\s,/()#""'<>=]+";

    /// <summary>The places; null where there is only one, or the id is the heading's.</summary>
    public static LinkedEditingRanges? Of(DeckQuery query, LinkedEditingRangeParams parameters)
    {
        if (
            query.At(parameters.Position)
                is not { Use: NameUse.CardId or NameUse.RequiredCard or NameUse.LinkFragment } at
            || query.Named(parameters.Position).FirstOrDefault() is not NamedSection named
            || named.Path != query.Document.Path
        )
        {
            return null;
        }

        var same = DeckNames
            .In(query.Decks, query.Outline, named)
            .Where(mention => mention.Use != NameUse.Heading)
            .Where(mention => query.Document.Text.ToString(mention.Span) == at.Text)
            .OrderBy(mention => mention.Span.Start)
            .ToList();
        return same.Count > 1 && same.Exists(mention => mention.Use == NameUse.CardId)
            ? new LinkedEditingRanges([.. same.Select(mention => query.RangeOf(mention.Span))], Id)
            : null;
    }
}
