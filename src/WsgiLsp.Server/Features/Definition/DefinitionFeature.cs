using WsgiLsp.Decks.Names;
using WsgiLsp.Protocol.Types;

namespace WsgiLsp.Server.Features.Definition;

/// <summary>Where the card, heading, deck or file is that a name stands for.</summary>
internal static class DefinitionFeature
{
    /// <summary>The places; null where the cursor is at no name, and for tags, which are nowhere in particular.</summary>
    public static DefinitionResult? Of(DeckQuery query, DefinitionParams parameters)
    {
        if (query.At(parameters.Position) is not { } mention)
        {
            return null;
        }

        var places = DeckNames
            .Resolve(query.Decks, query.Outline, mention)
            .Select(named => DeckNames.PlaceOf(query.Decks, named))
            .OfType<NamePlace>()
            .ToList();
        if (places.Count == 0)
        {
            return null;
        }

        return query.Client.TextDocument?.Definition?.LinkSupport == true
            ? new DefinitionResult([
                .. places.Select(place => new LocationLink(
                    query.View.UriOf(place.Path),
                    query.View.RangeOf(place.Path, place.Start, place.EndOfAll),
                    query.View.RangeOf(place.Path, place.Start, place.End),
                    query.RangeOf(mention.Span)
                )),
            ])
            : new DefinitionResult([.. places.Select(query.Location)]);
    }
}
