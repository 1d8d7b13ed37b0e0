using System.Globalization;
using WsgiLsp.Decks.Names;
using WsgiLsp.Protocol.Types;

namespace WsgiLsp.Server.Features.DocumentLinks;

/// <summary>Links of a deck that lead to cards, decks and files here, and its requirements as links.</summary>
internal static class DocumentLinkFeature
{
    /// <summary>The links. Those that lead nowhere are left out, as are web addresses, which editors find themselves.</summary>
    public static IReadOnlyList<DocumentLink> Of(DeckQuery query, DocumentLinkParams parameters)
    {
        var hasTooltip = query.Client.TextDocument?.DocumentLink?.TooltipSupport == true;
        var required = DeckNames
            .MentionsIn(query.Outline)
            .Where(mention => mention.Use is NameUse.RequiredCard or NameUse.RequiredDeck);
        var links = new List<DocumentLink>();
        foreach (var mention in DeckNames.LinksIn(query.Outline).Concat(required).OrderBy(m => m.Span.Start))
        {
            query.Cancellation.ThrowIfCancellationRequested();
            if (
                DeckNames.Resolve(query.Decks, query.Outline, mention) is [var named, ..]
                && Target(query, named) is { } target
            )
            {
                links.Add(
                    new DocumentLink(query.RangeOf(mention.Span), target, hasTooltip ? Tooltip(query, named) : null)
                );
            }
        }

        return links;
    }

    /// <summary>The file, with the line as editors read it in a fragment.</summary>
    private static string? Target(DeckQuery query, Named named) =>
        DeckNames.PlaceOf(query.Decks, named) is { } place
            ? query.View.UriOf(place.Path)
                + (
                    named is NamedSection
                        ? string.Create(CultureInfo.InvariantCulture, $"#L{place.Start.Line + 1}")
                        : ""
                )
            : null;

    private static string? Tooltip(DeckQuery query, Named named) =>
        named switch
        {
            NamedSection one => DeckNames.HeadingOf(query.Decks, one)?.Title,
            NamedDeck one => query.Decks.Decks[one.Path].Title,
            _ => null,
        };
}
