using System.Text.Json.Nodes;
using WsgiLsp.Server.Tests.Support;

namespace WsgiLsp.Server.Tests.Features;

/// <summary>What a client is told of each <c>wsgilsp.json</c>.</summary>
public class ConfigDiagnosticsTests
{
    private const string Client = """{"textDocument":{"publishDiagnostics":{"versionSupport":true}}}""";
    private const string Bad = """{"deks":[]}""";

    [Fact]
    public async Task Mistakes_are_told_though_nobody_opened_the_file_until_they_are_mended()
    {
        await using var server = await TestServer.StartAsync(Client);
        server.Folder.With("wsgilsp.json", Bad);
        await server.OpenAsync("## A?\n\nB.\n", "sub/a.deck.md");
        Assert.Equal(["wsgilsp.json - bad-config@1"], await PublishedAsync(server));

        await server.OpenAsync("## C?\n\nD.\n", "sub/b.deck.md");
        Assert.Empty(await PublishedAsync(server));

        server.Folder.With("wsgilsp.json", "{}");
        await server.Client.NotifyAsync("workspace/didChangeWatchedFiles", """{"changes":[]}""");
        Assert.Equal(["wsgilsp.json -"], await PublishedAsync(server));
    }

    [Fact]
    public async Task A_file_that_is_deleted_is_cleared()
    {
        await using var server = await TestServer.StartAsync(Client);
        server.Folder.With("wsgilsp.json", Bad);
        await server.OpenAsync("## A?\n\nB.\n");
        await server.Client.SettleAsync();
        File.Delete(server.Folder["wsgilsp.json"]);
        await server.Client.NotifyAsync("textDocument/didSave", server.Document());
        Assert.Equal(["wsgilsp.json - bad-config@1", "wsgilsp.json -"], await PublishedAsync(server));
    }

    [Fact]
    public async Task What_is_typed_wins_over_the_disk_and_holds_for_decks_when_it_is_saved()
    {
        await using var server = await TestServer.StartAsync(Client);
        server.Folder.With("wsgilsp.json", Bad);
        await server.OpenAsync("{}", "wsgilsp.json", version: 3);
        await server.OpenAsync("## Q?\n\n- [ ] a\n- [ ] b\n");
        Assert.Empty(await PublishedAsync(server));

        await server.ChangeAsync(4, TestServer.All("""{"rules":{"no-key":"of"}}"""), "wsgilsp.json");
        Assert.Equal(["wsgilsp.json 4 bad-config@19"], await PublishedAsync(server));
        await server.ChangeAsync(5, TestServer.All("""{"rules":{"no-key":"off"}}"""), "wsgilsp.json");
        Assert.Equal(["wsgilsp.json -"], await PublishedAsync(server));

        server.Folder.With("wsgilsp.json", """{"rules":{"no-key":"off"}}""");
        await server.Client.NotifyAsync("textDocument/didSave", server.Document("wsgilsp.json"));
        Assert.Equal(["test.deck.md 1"], await PublishedAsync(server, "test.deck.md"));
    }

    [Fact]
    public async Task A_file_that_is_closed_is_again_what_is_on_disk()
    {
        await using var server = await TestServer.StartAsync(Client);
        server.Folder.With("wsgilsp.json", Bad);
        await server.OpenAsync("## A?\n\nB.\n");
        await server.OpenAsync("{}", "wsgilsp.json");
        await server.Client.NotifyAsync("textDocument/didClose", server.Document("wsgilsp.json"));
        Assert.Equal("wsgilsp.json - bad-config@1", (await PublishedAsync(server))[^1]);
    }

    [Fact]
    public async Task It_is_no_deck_even_where_a_glob_names_it()
    {
        await using var server = await TestServer.StartAsync(Client);
        server.Folder.With("wsgilsp.json", """{"decks":["*"]}""");
        await server.OpenAsync("""{"decks":["*"]}""", "wsgilsp.json");
        Assert.Null(await server.Client.RequestAsync("textDocument/documentSymbol", server.Document("wsgilsp.json")));
        Assert.Empty(await PublishedAsync(server));
    }

    [Fact]
    public async Task A_slip_is_mended_by_a_code_action()
    {
        await using var server = await TestServer.StartAsync();
        await server.OpenAsync(Bad, "wsgilsp.json");
        var actions = await server.Client.RequestAsync(
            "textDocument/codeAction",
            $$$"""{"textDocument":{"uri":"{{{server.Uri("wsgilsp.json")}}}"},"range":{"start":{"line":0,"character":3},"end":{"line":0,"character":3}},"context":{"diagnostics":[]}}"""
        );
        var action = Assert.Single(actions!.AsArray())!;
        Assert.Equal("bad-config", (string?)action["diagnostics"]![0]!["code"]);
        var edit = action["edit"]!["changes"]![server.Uri("wsgilsp.json")]![0]!;
        Assert.Equal("\"decks\"", (string?)edit["newText"]);
        Assert.Equal(7, (int)edit["range"]!["end"]!["character"]!);
    }

    /// <summary>What was published for files of a name: name, version, and codes with their columns.</summary>
    private static async Task<IReadOnlyList<string>> PublishedAsync(TestServer server, string name = "wsgilsp.json") =>
        [
            .. (await server.Client.SettledAsync("textDocument/publishDiagnostics"))
                .Select(message => message["params"]!)
                .Where(p => ((string)p["uri"]!).EndsWith("/" + name, StringComparison.Ordinal))
                .Select(p => $"{name} {p["version"]?.ToJsonString() ?? "-"}{Findings(p)}"),
        ];

    private static string Findings(JsonNode parameters) =>
        string.Concat(
            parameters["diagnostics"]!
                .AsArray()
                .Select(d => $" {(string?)d!["code"]}@{(int?)d["range"]!["start"]!["character"]}")
        );
}
