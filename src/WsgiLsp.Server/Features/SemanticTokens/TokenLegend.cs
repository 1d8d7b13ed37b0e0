using System.Collections.Immutable;
using System.Text.Json;
using WsgiLsp.Decks.Tokens;
using WsgiLsp.Protocol.Types;

namespace WsgiLsp.Server.Features.SemanticTokens;

/// <summary>How the deck's tokens are named to a client: each by the first standard type that it knows.</summary>
internal sealed class TokenLegend
{
    private const string Declaration = "declaration";

    private static readonly ImmutableArray<(DeckTokenKind Kind, ImmutableArray<string> Types)> Wanted =
    [
        (DeckTokenKind.CommentWord, ["keyword"]),
        (DeckTokenKind.Key, ["property"]),
        (DeckTokenKind.Word, ["enumMember", "keyword"]),
        (DeckTokenKind.Number, ["number"]),
        (DeckTokenKind.Id, ["variable"]),
        (DeckTokenKind.Reference, ["variable"]),
        (DeckTokenKind.Tag, ["decorator", "macro"]),
        (DeckTokenKind.Rule, ["function"]),
        (DeckTokenKind.BlankMark, ["operator"]),
        (DeckTokenKind.Blank, ["string"]),
        (DeckTokenKind.BlankHint, ["comment"]),
        (DeckTokenKind.KeyBox, ["keyword"]),
        (DeckTokenKind.Box, ["operator"]),
        (DeckTokenKind.Callout, ["keyword"]),
        (DeckTokenKind.Concept, ["parameter", "variable"]),
    ];

    private readonly Dictionary<DeckTokenKind, uint> types = [];
    private readonly uint declaration;

    private TokenLegend(SemanticTokensClientCapabilities client)
    {
        var names = new List<string>();
        foreach (var (kind, wanted) in Wanted)
        {
            if (wanted.FirstOrDefault(type => client.TokenTypes?.Contains(type) == true) is { } name)
            {
                if (!names.Contains(name))
                {
                    names.Add(name);
                }

                types[kind] = (uint)names.IndexOf(name);
            }
        }

        var knowsModifier = client.TokenModifiers?.Contains(Declaration) == true;
        declaration = knowsModifier ? 1u : 0u;
        Legend = new SemanticTokensLegend(names, knowsModifier ? [Declaration] : []);
    }

    /// <summary>The types and modifiers that numbers stand for.</summary>
    public SemanticTokensLegend Legend { get; }

    /// <summary>The legend for a client; null for one that does not colour, or in no way that is ours.</summary>
    public static TokenLegend? For(ClientCapabilities client) =>
        client.TextDocument?.SemanticTokens is { } known
        && known.Formats?.Contains("relative") == true
        && new TokenLegend(known) is { types.Count: > 0 } legend
            ? legend
            : null;

    /// <summary>What is offered to a client: as much as it asks for.</summary>
    public static SemanticTokensOptions? Offer(ClientCapabilities client)
    {
        if (For(client) is not { } legend)
        {
            return null;
        }

        var requests = client.TextDocument!.SemanticTokens!.Requests ?? default;
        var full = Member(requests, "full");
        return new SemanticTokensOptions(
            legend.Legend,
            IsOn(Member(requests, "range")) ? true : null,
            IsOn(full) ? new SemanticTokensFullDelta(Member(full, "delta").ValueKind == JsonValueKind.True) : null
        );
    }

    /// <summary>The numbers of a token's type and modifiers; null where the client knows no type for it.</summary>
    public (uint Type, uint Modifiers)? NumbersOf(DeckTokenKind kind) =>
        types.TryGetValue(kind, out var type) ? (type, kind == DeckTokenKind.Id ? declaration : 0) : null;

    private static bool IsOn(JsonElement element) => element.ValueKind is JsonValueKind.True or JsonValueKind.Object;

    private static JsonElement Member(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var member) ? member : default;
}
