using WsgiLsp.Decks.Names;
using WsgiLsp.Protocol.Types;

namespace WsgiLsp.Server.Features.References;

/// <summary>Where a card, heading, deck or tag is named.</summary>
internal static class ReferencesFeature
{
    /// <summary>The places, file by file; null where the cursor is at no name.</summary>
    public static IReadOnlyList<Location>? Of(DeckQuery query, ReferenceParams parameters)
    {
        if (query.At(parameters.Position) is null)
        {
            return null;
        }

        return
        [
            .. query
                .Named(parameters.Position)
                .SelectMany(named => DeckNames.Of(query.Decks, named, query.Cancellation, query.Progress))
                .Where(found => parameters.Context.IncludeDeclaration || !found.Mention.IsDeclaration)
                .OrderBy(found => found.Deck.Path, StringComparer.Ordinal)
                .ThenBy(found => found.Mention.Span.Start)
                .Select(found => new Location(
                    query.View.UriOf(found.Deck.Path),
                    query.View.RangeOf(found.Deck.Path, found.Mention.Start, found.Mention.End)
                ))
                .Distinct(),
        ];
    }
}
