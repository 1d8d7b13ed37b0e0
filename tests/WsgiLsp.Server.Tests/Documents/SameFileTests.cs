using System.Text.Json.Nodes;
using WsgiLsp.Server.Tests.Support;

namespace WsgiLsp.Server.Tests.Documents;

/// <summary>Documents that are one file to us: their URIs are written in two ways, or they are no files and have one name.</summary>
public class SameFileTests
{
    private const string One = "## One?\n\nT. [l](#one) [gone](gone.md)\n";
    private const string Two = "# Title\n\nSome words before.\n\n## Two?\nWords.\n\nT. [l](#two)\n[gone](gone.md)\n";

    public static TheoryData<string, string, bool> Pairs =>
        new()
        {
            { "/a.deck.md", "/%61.deck.md", true },
            { "/a.deck.md", "/%61.deck.md", false },
            { "untitled:a.deck.md", "other:a.deck.md", false },
            { "untitled:a.deck.md", "other:a.deck.md", true },
        };

    [Theory]
    [MemberData(nameof(Pairs))]
    public async Task Each_is_asked_about_its_own_text(string first, string second, bool inFolder)
    {
        await using var server = await StartAsync(inFolder);
        foreach (var (one, two) in new[] { (first, second), (second, first) })
        {
            var (uriOfOne, uriOfTwo) = (Uri(server, one), Uri(server, two));
            await OpenAsync(server, uriOfOne, One);
            await OpenAsync(server, uriOfTwo, Two);

            Assert.Equal(["0:0-0:7", "2:8-2:11"], await HighlightsAsync(server, uriOfOne, 2, 9));
            Assert.Equal(["4:0-4:7", "7:8-7:11"], await HighlightsAsync(server, uriOfTwo, 7, 9));
            Assert.Equal([(uriOfOne, "0:3-0:7"), (uriOfOne, "2:8-2:11")], await RenamedAsync(server, uriOfOne, 0, 4));
            Assert.Equal([(uriOfTwo, "4:3-4:7"), (uriOfTwo, "7:8-7:11")], await RenamedAsync(server, uriOfTwo, 4, 4));

            await CloseAsync(server, uriOfTwo);
            Assert.Equal(["0:0-0:7", "2:8-2:11"], await HighlightsAsync(server, uriOfOne, 2, 9));
            await CloseAsync(server, uriOfOne);
        }
    }

    [Theory]
    [InlineData("/a.deck.md", "/%61.deck.md")]
    [InlineData("/%61.deck.md", "/a.deck.md")]
    public async Task Findings_are_those_of_its_own_text(string first, string second)
    {
        await using var server = await StartAsync(inFolder: true);
        var (one, two) = (Uri(server, first), Uri(server, second));

        // Where links lead is known once the folder was read, which this waits for.
        await server.Client.RequestAsync("workspace/symbol", """{"query":""}""");
        await OpenAsync(server, one, One);
        await OpenAsync(server, two, Two);
        var told = await ToldAsync(server);
        Assert.Equal("broken-link@2", told[one]);
        Assert.Equal("broken-link@8", told[two]);

        await CloseAsync(server, one);
        Assert.Equal("", (await ToldAsync(server))[one]);
    }

    private static async Task<TestServer> StartAsync(bool inFolder)
    {
        var server = TestServer.Create();
        var root = inFolder ? $"\"{new Uri(server.Folder.Path).AbsoluteUri}\"" : "null";
        await server.InitializeWithAsync($$$"""{"processId":null,"rootUri":{{{root}}},"capabilities":{}}""");
        return server;
    }

    private static string Uri(TestServer server, string name) =>
        name[0] == '/' ? new Uri(server.Folder.Path).AbsoluteUri + name : name;

    private static Task OpenAsync(TestServer server, string uri, string text) =>
        server.Client.NotifyAsync(
            "textDocument/didOpen",
            $$$"""{"textDocument":{"uri":"{{{uri}}}","languageId":"markdown","version":1,"text":{{{LspClient.Quote(text)}}}}}"""
        );

    private static Task CloseAsync(TestServer server, string uri) =>
        server.Client.NotifyAsync("textDocument/didClose", $$$"""{"textDocument":{"uri":"{{{uri}}}"}}""");

    private static async Task<IReadOnlyList<string>> HighlightsAsync(
        TestServer server,
        string uri,
        int line,
        int column
    )
    {
        var found = await server.Client.RequestAsync("textDocument/documentHighlight", At(uri, line, column));
        return [.. found!.AsArray().Select(one => Place(one!["range"]!))];
    }

    private static async Task<IReadOnlyList<(string Uri, string Place)>> RenamedAsync(
        TestServer server,
        string uri,
        int line,
        int column
    )
    {
        var at = At(uri, line, column);
        var edit = await server.Client.RequestAsync("textDocument/rename", at[..^1] + ",\"newName\":\"New?\"}");
        return
        [
            .. edit!["changes"]!
                .AsObject()
                .SelectMany(file => file.Value!.AsArray(), (file, one) => (file.Key, Place(one!["range"]!))),
        ];
    }

    private static string At(string uri, int line, int column) =>
        $$$"""{"textDocument":{"uri":"{{{uri}}}"},"position":{"line":{{{line}}},"character":{{{column}}}}}""";

    private static string Place(JsonNode range) =>
        $"{range["start"]!["line"]}:{range["start"]!["character"]}-{range["end"]!["line"]}:{range["end"]!["character"]}";

    /// <summary>What each document was told last.</summary>
    private static async Task<Dictionary<string, string>> ToldAsync(TestServer server) =>
        (await server.Client.SettledAsync("textDocument/publishDiagnostics"))
            .Select(message => message["params"]!)
            .GroupBy(p => (string)p["uri"]!, StringComparer.Ordinal)
            .ToDictionary(
                told => told.Key,
                told =>
                    string.Join(
                        ' ',
                        told.Last()["diagnostics"]!
                            .AsArray()
                            .Select(d => $"{(string?)d!["code"]}@{(int?)d["range"]!["start"]!["line"]}")
                    ),
                StringComparer.Ordinal
            );
}
