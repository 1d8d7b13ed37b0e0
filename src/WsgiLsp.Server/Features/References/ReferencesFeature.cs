using WsgiLsp.Decks.Names;
using WsgiLsp.Protocol.Types;
using WsgiLsp.Server.Workspace;

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
                .GroupBy(found => found.Deck.Path, found => found.Mention)
                .OrderBy(file => file.Key, StringComparer.Ordinal)
                .SelectMany(file => In(query.View, file.Key, file)),
        ];
    }

    private static IEnumerable<Location> In(WorkspaceView view, string path, IEnumerable<NameMention> mentions)
    {
        var uri = view.UriOf(path);
        return mentions
            .OrderBy(mention => mention.Span.Start)
            .Select(mention => new Location(uri, view.RangeOf(path, mention.Start, mention.End)))
            .Distinct();
    }
}
