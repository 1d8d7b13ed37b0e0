using System.Text.Json;
using System.Text.Json.Nodes;
using WsgiLsp.Decks.Model;
using WsgiLsp.Protocol.Types;
using WsgiLsp.Server.Documents;
using WsgiLsp.Server.Features.SemanticTokens;
using WsgiLsp.Server.Tests.Support;

namespace WsgiLsp.Server.Tests.Features;

public class SemanticTokensTests
{
    private const string Types =
        """["keyword","property","enumMember","number","variable","decorator","function","operator","string","comment","parameter"]""";

    private const string Requests = """{"full":{"delta":true},"range":true}""";

    [Theory]
    [InlineData("""{"full":{"delta":true},"range":true}""", """{"range":true,"full":{"delta":true}}""")]
    [InlineData("""{"full":{"delta":false},"range":false}""", """{"full":{"delta":false}}""")]
    [InlineData("""{"full":true,"range":{}}""", """{"range":true,"full":{"delta":false}}""")]
    [InlineData("{}", "{}")]
    public void A_client_is_offered_what_it_asks_for(string requests, string expected)
    {
        var offer = JsonSerializer.SerializeToNode(TokenLegend.Offer(Client(requests))!, LspJsonOptions)!.AsObject();
        Assert.Equal(
            """{"tokenTypes":["keyword","property","enumMember","number","variable","decorator","function","operator","string","comment","parameter"],"tokenModifiers":["declaration"]}""",
            offer["legend"]!.ToJsonString()
        );
        offer.Remove("legend");
        Assert.Equal(expected, offer.ToJsonString());
    }

    [Theory]
    [InlineData("""["relative"]""", """["property","macro"]""", "property,macro")]
    [InlineData("""["relative"]""", """["type","class"]""", null)]
    [InlineData("""["absolute"]""", """["property"]""", null)]
    public void The_legend_has_only_what_the_client_knows(string formats, string types, string? expected)
    {
        var legend = TokenLegend.For(Client(Requests, formats, types, "[]"));
        Assert.Equal(expected, legend is null ? null : string.Join(',', legend.Legend.TokenTypes));
        Assert.Empty(legend?.Legend.TokenModifiers ?? []);
    }

    [Fact]
    public void A_client_without_tokens_is_offered_none() => Assert.Null(TokenLegend.Offer(new ClientCapabilities()));

    [Theory]
    [InlineData(false, "0 6 2 7 0|0 2 4 8 0|0 4 2 7 0|2 5 4 0 0|0 6 2 1 0|0 3 1 4 1")]
    [InlineData(true, "0 8 2 7 0|0 2 6 8 0|0 6 2 7 0|2 5 4 0 0|0 6 2 1 0|0 3 1 4 1")]
    public void Tokens_count_from_the_one_before_as_the_client_counts(bool isUtf8, string expected)
    {
        var deck = Deck.Parse("## 🎓 {{añño}}\n\n<!-- card: id=x -->\n\nB.\n", new DeckSettings());
        var legend = TokenLegend.For(Client(Requests))!;
        var data = SemanticTokensFeature.Numbers(
            deck,
            legend,
            new PositionEncoding(isUtf8),
            null,
            TestContext.Current.CancellationToken
        );
        Assert.Equal(expected, string.Join('|', data.Chunk(5).Select(token => string.Join(' ', token))));
    }

    [Theory]
    [InlineData(new uint[] { 1, 2, 3 }, new uint[] { 1, 2, 3 })]
    [InlineData(new uint[] { }, new uint[] { 1, 2 })]
    [InlineData(new uint[] { 1, 2 }, new uint[] { })]
    [InlineData(new uint[] { 1, 2, 3, 4 }, new uint[] { 1, 9, 4 })]
    [InlineData(new uint[] { 1, 1 }, new uint[] { 1, 1, 1 })]
    [InlineData(new uint[] { 1, 1, 1 }, new uint[] { 1, 1 })]
    public void What_changed_makes_the_new_answer_of_the_old(uint[] before, uint[] after)
    {
        var edits = TokenDiff.Between(before, after);
        Assert.Equal(before.SequenceEqual(after), edits.Count == 0);
        Assert.Equal(after, Applied(before, edits));
    }

    [Fact]
    public async Task A_server_tells_what_changed_since_its_last_answer()
    {
        await using var server = await TestServer.StartAsync(
            $$$"""{"textDocument":{"semanticTokens":{"requests":{{{Requests}}},"tokenTypes":{{{Types}}},"tokenModifiers":[],"formats":["relative"]} } }"""
        );
        await server.OpenAsync("## A?\n<!-- card: id=x -->\n\nB.\n\n## C?\n<!-- card: id=y -->\n\nD.\n");
        var full = await AskAsync(server, "full", "");
        var data = Data(full["data"]!);
        await server.ChangeAsync(
            2,
            """{"range":{"start":{"line":2,"character":0},"end":{"line":2,"character":0}},"text":"\n- [x] new\n\n"}"""
        );
        var delta = await AskAsync(server, "full/delta", $",\"previousResultId\":{full["resultId"]!.ToJsonString()}");
        var now = await AskAsync(server, "full", "");
        var edits = delta["edits"]!
            .AsArray()
            .Select(edit => new SemanticTokensEdit(
                (uint)edit!["start"]!,
                (uint)edit["deleteCount"]!,
                Data(edit["data"]!)
            ))
            .ToList();
        Assert.Equal(Data(now["data"]!), Applied(data, edits));
        Assert.NotEqual(data, Data(now["data"]!));

        // An answer that is not the last one any more.
        var late = await AskAsync(server, "full/delta", $",\"previousResultId\":{full["resultId"]!.ToJsonString()}");
        Assert.Equal(now["data"]!.ToJsonString(), late["data"]!.ToJsonString());

        var range = await AskAsync(
            server,
            "range",
            ""","range":{"start":{"line":0,"character":0},"end":{"line":2,"character":0}}"""
        );
        Assert.Equal(data[..15], Data(range["data"]!));
    }

    private static async Task<JsonNode> AskAsync(TestServer server, string method, string more) =>
        (
            await server.Client.RequestAsync(
                $"textDocument/semanticTokens/{method}",
                $$$"""{"textDocument":{"uri":"{{{server.Uri()}}}"}{{{more}}}}"""
            )
        )!;

    private static uint[] Data(JsonNode node) => [.. node.AsArray().Select(number => (uint)number!)];

    private static uint[] Applied(uint[] before, IReadOnlyList<SemanticTokensEdit> edits) =>
        edits
            .Reverse()
            .Aggregate(
                before,
                (data, edit) =>
                    [.. data[..(int)edit.Start], .. edit.Data ?? [], .. data[(int)(edit.Start + edit.DeleteCount)..]]
            );

    private static ClientCapabilities Client(
        string requests,
        string formats = """["relative"]""",
        string types = Types,
        string modifiers = """["declaration"]"""
    ) =>
        JsonSerializer.Deserialize<ClientCapabilities>(
            $$$"""{"textDocument":{"semanticTokens":{"requests":{{{requests}}},"tokenTypes":{{{types}}},"tokenModifiers":{{{modifiers}}},"formats":{{{formats}}} } } }""",
            LspJsonOptions
        )!;

    private static JsonSerializerOptions LspJsonOptions =>
        new(JsonSerializerDefaults.Web)
        {
            DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull,
        };
}
