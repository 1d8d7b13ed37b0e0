using System.Text;
using System.Text.Json;
using WsgiLsp.Protocol.Handshake;
using WsgiLsp.Protocol.Types;
using Json = WsgiLsp.Protocol.LspJsonContext;
using Range = WsgiLsp.Protocol.Types.Range;

namespace WsgiLsp.Protocol.Tests;

public class TypesTests
{
    private static readonly Range s_range = new(new(1, 2), new(3, 4));

    [Theory]
    [InlineData("{}", "utf-16")]
    [InlineData("""{"general":{}}""", "utf-16")]
    [InlineData("""{"general":{"positionEncodings":[]}}""", "utf-16")]
    [InlineData("""{"general":{"positionEncodings":["utf-8","utf-16"]}}""", "utf-16")]
    [InlineData("""{"general":{"positionEncodings":["utf-32","utf-8"]}}""", "utf-8")]
    [InlineData("""{"general":{"positionEncodings":["utf-32"]}}""", "utf-16")]
    public void The_position_encoding_is_utf16_unless_only_utf8_is_offered(string capabilities, string expected) =>
        Assert.Equal(
            expected,
            PositionEncodingKind.Choose(
                InitializeParamsReader
                    .Read(Encoding.UTF8.GetBytes($$"""{"capabilities":{{capabilities}}}"""))
                    .Capabilities
            )
        );

    [Fact]
    public void Optional_properties_are_left_out_and_a_null_version_is_not()
    {
        Assert.Equal(
            """{"uri":"a","diagnostics":[{"range":{"start":{"line":1,"character":2},"end":{"line":3,"character":4}},"message":"m"}]}""",
            JsonSerializer.Serialize(new("a", [new(s_range, "m")]), Json.Default.PublishDiagnosticsParams)
        );
        Assert.Equal(
            """{"documentChanges":[{"textDocument":{"uri":"a","version":null},"edits":[]}]}""",
            JsonSerializer.Serialize(new(DocumentChanges: [new(new("a"), [])]), Json.Default.WorkspaceEdit)
        );
    }

    [Fact]
    public void Uris_stay_what_they_are_as_keys() =>
        Assert.Equal(
            """{"changes":{"File:///A":[]}}""",
            JsonSerializer.Serialize(
                new(Changes: new Dictionary<string, IReadOnlyList<TextEdit>> { ["File:///A"] = [] }),
                Json.Default.WorkspaceEdit
            )
        );

    [Theory]
    [InlineData("7", "\"m\"")]
    [InlineData("\"c\"", """{"kind":"markdown","value":"m"}""")]
    [InlineData("null", "\"m\"")]
    public void Foreign_diagnostics_stay_as_they_came(string code, string message)
    {
        var range = JsonSerializer.Serialize(s_range, Json.Default.Range);
        var diagnostic = $$$"""{"range":{{{range}}},"message":{{{message}}},"code":{{{code}}}}""";
        var context = $$$"""{"diagnostics":[{{{diagnostic}}}]}""";
        var json = $$$"""{"textDocument":{"uri":"u"},"range":{{{range}}},"context":{{{context}}}}""";
        var read = JsonSerializer.Deserialize(json, Json.Default.CodeActionParams)!;
        Assert.Equal(diagnostic, Assert.Single(read.Context.Diagnostics).GetRawText());
    }

    [Fact]
    public void Progress_says_its_kind() =>
        Assert.Equal(
            """{"token":"t","value":{"kind":"begin","title":"Indexing"}}""",
            JsonSerializer.Serialize(
                ProgressParams.Of(JsonElement.Parse("\"t\""), new WorkDoneProgressBegin("Indexing")),
                Json.Default.ProgressParams
            )
        );

    [Fact]
    public void Document_symbols_are_a_tree_or_a_list()
    {
        var tree = new DocumentSymbolResult([new DocumentSymbol("a", SymbolKind.Class, s_range, s_range)]);
        var list = new DocumentSymbolResult([new SymbolInformation("a", SymbolKind.Class, new("u", s_range))]);
        Assert.NotNull(RoundTrip(tree).Tree);
        Assert.NotNull(RoundTrip(list).List);

        static DocumentSymbolResult RoundTrip(DocumentSymbolResult result)
        {
            var json = JsonSerializer.Serialize(result, Json.Default.DocumentSymbolResult);
            Assert.StartsWith("[", json, StringComparison.Ordinal);
            return JsonSerializer.Deserialize(json, Json.Default.DocumentSymbolResult)!;
        }
    }

    [Theory]
    [InlineData("""[{"uri":"a","range":{"start":{"line":1,"character":2},"end":{"line":3,"character":4}}}]""")]
    [InlineData(
        """[{"targetUri":"a","targetRange":{"start":{"line":1,"character":2},"end":{"line":3,"character":4}},"targetSelectionRange":{"start":{"line":1,"character":2},"end":{"line":3,"character":4}}}]"""
    )]
    public void A_definition_is_links_or_locations(string json) =>
        Assert.Equal(
            json,
            JsonSerializer.Serialize(
                JsonSerializer.Deserialize(json, Json.Default.DefinitionResult)!,
                Json.Default.DefinitionResult
            )
        );

    [Theory]
    [InlineData(
        """{"label":"a","textEdit":{"range":{"start":{"line":1,"character":2},"end":{"line":3,"character":4}},"newText":"b"}}"""
    )]
    [InlineData(
        """{"label":"a","textEdit":{"newText":"b","insert":{"start":{"line":1,"character":2},"end":{"line":3,"character":4}},"replace":{"start":{"line":1,"character":2},"end":{"line":3,"character":4}}}}"""
    )]
    public void A_completion_has_one_range_or_two(string json) =>
        Assert.Equal(
            json,
            JsonSerializer.Serialize(
                JsonSerializer.Deserialize(json, Json.Default.CompletionItem)!,
                Json.Default.CompletionItem
            )
        );

    [Theory]
    [InlineData(
        """{"isIncomplete":false,"items":[],"itemDefaults":{"editRange":{"start":{"line":1,"character":2},"end":{"line":3,"character":4}}}}"""
    )]
    [InlineData(
        """{"isIncomplete":true,"items":[],"itemDefaults":{"editRange":{"insert":{"start":{"line":1,"character":2},"end":{"line":3,"character":4}},"replace":{"start":{"line":1,"character":2},"end":{"line":3,"character":4}}}}}"""
    )]
    public void All_completions_have_one_range_or_two(string json) =>
        Assert.Equal(
            json,
            JsonSerializer.Serialize(
                JsonSerializer.Deserialize(json, Json.Default.CompletionList)!,
                Json.Default.CompletionList
            )
        );
}
