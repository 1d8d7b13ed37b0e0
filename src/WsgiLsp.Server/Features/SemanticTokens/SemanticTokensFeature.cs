using WsgiLsp.Decks.Model;
using WsgiLsp.Decks.Text;
using WsgiLsp.Decks.Tokens;
using WsgiLsp.Protocol.Types;
using WsgiLsp.Server.Documents;
using Tokens = WsgiLsp.Protocol.Types.SemanticTokens;

namespace WsgiLsp.Server.Features.SemanticTokens;

/// <summary>The deck's own words and signs, as numbers: all, those of a range, or what changed since an answer.</summary>
/// <param name="cache">The last answers.</param>
internal sealed class SemanticTokensFeature(TokenCache cache)
{
    /// <summary>All tokens; null for a client that does not colour.</summary>
    public Tokens? Full(DeckQuery query) =>
        Numbers(query) is { } data ? new Tokens(data, cache.Keep(query.Document.Uri, data)) : null;

    /// <summary>What changed since an answer; all tokens where that one is not known any more.</summary>
    public SemanticTokensDeltaResult? Delta(DeckQuery query, string previous)
    {
        if (Numbers(query) is not { } data)
        {
            return null;
        }

        var before = cache.Find(query.Document.Uri, previous);
        var id = cache.Keep(query.Document.Uri, data);
        return before is null
            ? new SemanticTokensDeltaResult(new Tokens(data, id))
            : new SemanticTokensDeltaResult(new SemanticTokensDelta(TokenDiff.Between(before, data), id));
    }

    /// <summary>The tokens of a range.</summary>
    public static Tokens? Range(DeckQuery query, Protocol.Types.Range range) =>
        Numbers(query, query.View.Positions.Span(query.Document.Text, range)) is { } data ? new Tokens(data) : null;

    private static uint[]? Numbers(DeckQuery query, TextSpan? range = null) =>
        TokenLegend.For(query.Client) is { } legend
            ? Numbers(query.Deck, legend, query.View.Positions, range, query.Cancellation)
            : null;

    /// <summary>Five numbers a token: lines and characters since the one before, length, type, modifiers.</summary>
    internal static uint[] Numbers(
        Deck deck,
        TokenLegend legend,
        PositionEncoding positions,
        TextSpan? range,
        CancellationToken cancellation
    )
    {
        var data = new List<uint>();
        var (line, character) = (0, 0);
        foreach (var token in DeckTokens.Of(deck, range, cancellation))
        {
            if (
                legend.NumbersOf(token.Kind) is not var (type, modifiers)
                || (range is { } wanted && (token.Span.End <= wanted.Start || token.Span.Start >= wanted.End))
            )
            {
                continue;
            }

            var place = positions.Range(deck.Text, token.Span);
            var (start, length) = (place.Start, place.End.Character - place.Start.Character);
            var columns = start.Line == line ? start.Character - character : start.Character;
            data.AddRange([(uint)(start.Line - line), (uint)columns, (uint)length, type, modifiers]);
            (line, character) = (start.Line, start.Character);
        }

        return [.. data];
    }
}
