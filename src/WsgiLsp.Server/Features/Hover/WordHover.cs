using WsgiLsp.Decks.Completions;
using WsgiLsp.Protocol.Types;
using WsgiLsp.Server.Features.Diagnostics;
using HoverResult = WsgiLsp.Protocol.Types.Hover;

namespace WsgiLsp.Server.Features.Hover;

/// <summary>Says what a key of the front matter does, and what a rule finds that is to be silent.</summary>
internal static class WordHover
{
    /// <summary>The hover at a position; null where no such word stands there.</summary>
    public static HoverResult? At(DeckQuery query, Position position)
    {
        if (WordHelp.At(query.Deck, query.Offset(position)) is not { } help)
        {
            return null;
        }

        var format = HoverFeature.FormatFor(query.Client);
        var page = help.Rule is { } rule && format == MarkupKind.Markdown ? RulePageLink.Of(rule) : null;
        return new HoverResult(
            new MarkupContent(format, page is null ? help.Text : $"{help.Text}\n\n[Why, and what to do]({page.Href})"),
            query.RangeOf(help.Span)
        );
    }
}
