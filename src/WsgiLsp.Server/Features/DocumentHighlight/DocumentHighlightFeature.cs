using WsgiLsp.Decks.Names;
using WsgiLsp.Protocol.Types;
using Highlight = WsgiLsp.Protocol.Types.DocumentHighlight;

namespace WsgiLsp.Server.Features.DocumentHighlight;

/// <summary>Where in a deck the same is named as at the cursor.</summary>
internal static class DocumentHighlightFeature
{
    /// <summary>The places, in the order of the file; null where the cursor is at no name.</summary>
    public static IReadOnlyList<Highlight>? Of(DeckQuery query, DocumentHighlightParams parameters)
    {
        if (query.At(parameters.Position) is null)
        {
            return null;
        }

        return
        [
            .. query
                .Named(parameters.Position)
                .SelectMany(named => DeckNames.In(query.Decks, query.Outline, named))
                .OrderBy(mention => mention.Span.Start)
                .Select(mention => new Highlight(query.RangeOf(mention.Span), KindOf(mention)))
                .Distinct(),
        ];
    }

    private static DocumentHighlightKind KindOf(NameMention mention) =>
        mention.Use == NameUse.Tag ? DocumentHighlightKind.Text
        : mention.IsDeclaration ? DocumentHighlightKind.Write
        : DocumentHighlightKind.Read;
}
