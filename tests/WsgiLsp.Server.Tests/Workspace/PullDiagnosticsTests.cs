using System.Text.Json.Nodes;
using WsgiLsp.Server.Tests.Support;

namespace WsgiLsp.Server.Tests.Workspace;

/// <summary>What a client hears that asks for findings.</summary>
public class PullDiagnosticsTests
{
    private const string Pulls =
        """{"textDocument":{"diagnostic":{}},"workspace":{"diagnostics":{"refreshSupport":true}},"window":{"workDoneProgress":true}}""";

    private const string NeedsTwo = "### One?\n<!-- card: requires=b/two -->\n\nYes.\n";
    private const string HasTwo = "### Two?\n<!-- card: id=two -->\n\nNo.\n";
    private const string BadConfig = """{ "rulez": {} }""";

    [Fact]
    public async Task It_is_asked_and_not_told()
    {
        await using var server = TestServer.Create();
        server.Folder.With("b.deck.md", HasTwo).With("wsgilsp.json", BadConfig);
        await StartAsync(server);
        Assert.Equal(
            """{"interFileDependencies":true,"workspaceDiagnostics":true,"workDoneProgress":true}""",
            server.Initialized["capabilities"]!["diagnosticProvider"]!.ToJsonString()
        );
        await server.OpenAsync("### One?\n<!-- card: requires=b/tow -->\n\nYes.\n", "a.deck.md");
        Assert.Equal("missing-requirement@1", Show(await UntilAsync(server, "a.deck.md", "missing-requirement@1")));
        await server.OpenAsync(BadConfig, "wsgilsp.json");
        Assert.Equal("bad-config@0", Show(await AskAsync(server, "wsgilsp.json")));
        Assert.Empty(await PushedAsync(server, "a.deck.md"));
    }

    [Fact]
    public async Task It_is_told_that_nothing_changed()
    {
        await using var server = TestServer.Create();
        await server.InitializeAsync(Pulls);
        await server.OpenAsync("### A?\n<!-- card: levle=beginner -->\n\nB.\n");
        var first = await AskAsync(server, "test.deck.md");
        var id = (string)first["resultId"]!;
        Assert.Equal("full", (string?)first["kind"]);
        Assert.Equal(
            $$"""{"kind":"unchanged","resultId":"{{id}}"}""",
            (await AskAsync(server, "test.deck.md", id)).ToJsonString()
        );

        await server.ChangeAsync(2, TestServer.All("\n### A?\n<!-- card: levle=beginner -->\n\nB.\n"));
        var moved = await AskAsync(server, "test.deck.md", id);
        Assert.Equal("full", (string?)moved["kind"]);
        Assert.NotEqual(id, (string?)moved["resultId"]);
        await server.ChangeAsync(3, TestServer.All("### A?\n<!-- card: levle=beginner -->\n\nC.\n"));
        Assert.Equal("unchanged", (string?)(await AskAsync(server, "test.deck.md", id))["kind"]);
    }

    [Theory]
    [InlineData("no.deck.md")]
    [InlineData("plain.md")]
    public async Task Nothing_is_found_in_what_is_no_open_deck(string file)
    {
        await using var server = TestServer.Create();
        await server.InitializeAsync(Pulls);
        await server.OpenAsync("# Notes\n", "plain.md");
        var report = await AskAsync(server, file);
        Assert.Empty(report["items"]!.AsArray());
        Assert.Equal("unchanged", (string?)(await AskAsync(server, file, (string)report["resultId"]!))["kind"]);
    }

    [Fact]
    public async Task It_is_told_to_ask_again_when_something_else_changed_what_is_found()
    {
        await using var server = TestServer.Create();
        server.Folder.With("b.deck.md", "### Three?\n\nNo.\n");
        await StartAsync(server);
        await server.OpenAsync(NeedsTwo, "a.deck.md");
        await UntilAsync(server, "a.deck.md", "missing-requirement@1");

        server.Folder.With("b.deck.md", HasTwo);
        await ChangedAsync(server, "b.deck.md");
        await RefreshedAsync(server);

        // That may have been about the folder, which was read just before.
        await UntilAsync(server, "a.deck.md", "");

        server.Folder.With("wsgilsp.json", """{ "rules": { "missing-requirement": "off" } }""");
        await server.OpenAsync("### Three?\n\nNo.\n", "b.deck.md");
        await RefreshedAsync(server);
        await UntilAsync(server, "a.deck.md", "missing-requirement@1");
        await ChangedAsync(server, "wsgilsp.json");
        await RefreshedAsync(server);
        await UntilAsync(server, "a.deck.md", "");
    }

    [Fact]
    public async Task One_that_cannot_be_told_to_ask_again_is_told()
    {
        await using var server = await TestServer.StartAsync("""{"textDocument":{"diagnostic":{}}}""");
        Assert.Null(server.Initialized["capabilities"]!["diagnosticProvider"]);
        await server.OpenAsync("### A?\n<!-- card: levle=beginner -->\n\nB.\n");
        Assert.Equal(["-: unknown-metadata@1"], await server.PublishedAsync());
    }

    [Fact]
    public async Task All_files_can_be_asked_about_before_they_were_read()
    {
        await using var server = TestServer.Create();
        server
            .Folder.With("a.deck.md", NeedsTwo)
            .With("b.deck.md", "### Three?\n\nNo.\n")
            .With("c.deck.md", "### A?\n<!-- card: levle=beginner -->\n\nB.\n")
            .With("wsgilsp.json", BadConfig);
        await StartAsync(server);
        await server.OpenAsync("### D?\n\n[x](#y)\n", "d.deck.md", version: 7);
        var report = await AskAllAsync(server, []);
        Assert.Equal(
            [
                "a.deck.md null missing-requirement@1",
                "c.deck.md null unknown-metadata@1",
                "d.deck.md 7 broken-link@2",
                "wsgilsp.json null bad-config@0",
            ],
            report.Select(item => Line(server, item))
        );
    }

    [Fact]
    public async Task What_did_not_change_is_only_said_to_be_so()
    {
        await using var server = TestServer.Create();
        server
            .Folder.With("a.deck.md", NeedsTwo)
            .With("c.deck.md", "### A?\n<!-- card: levle=beginner -->\n\nB.\n")
            .With("d.deck.md", "### D?\n\n[x](#y)\n");
        await StartAsync(server);
        var first = await AskAllAsync(server, []);
        Assert.Equal(["unchanged", "unchanged", "unchanged"], Kinds(await AskAllAsync(server, first)));

        server.Folder.With("c.deck.md", "### A?\n\nB.\n");
        await ChangedAsync(server, "c.deck.md");
        File.Delete(server.Folder["d.deck.md"]);
        await ChangedAsync(server, "d.deck.md", 3);
        var second = await UntilAllAsync(server, first, ["unchanged", "full", "full"]);
        Assert.Equal(["a.deck.md", "c.deck.md", "d.deck.md"], second.Select(item => NameOf(server, item)));
        Assert.Empty(second[1]["items"]!.AsArray());
        Assert.Null(second[2]["resultId"]);
    }

    [Fact]
    public async Task Parts_make_the_whole()
    {
        await using var server = TestServer.Create();
        for (var i = 0; i < 300; i++)
        {
            server.Folder.With($"{i:000}.deck.md", $"### Card {i}?\n<!-- card: levle=beginner -->\n\nB.\n");
        }

        await StartAsync(server);
        var whole = await AskAllAsync(server, []);
        var id = await server.Client.AskAsync(
            "workspace/diagnostic",
            """{"previousResultIds":[],"partialResultToken":"p"}"""
        );
        var answer = await server.Client.AnswerAsync(id);
        var parts = (await server.Client.SettledAsync("$/progress"))
            .Where(message => (string?)message["params"]!["token"] == "p")
            .ToList();
        Assert.Equal("""{"items":[]}""", answer["result"]!.ToJsonString());
        Assert.True(parts.Count > 1);
        Assert.Equal(
            whole.Select(item => item.ToJsonString()),
            parts.SelectMany(part => part["params"]!["value"]!["items"]!.AsArray()).Select(item => item!.ToJsonString())
        );
    }

    [Fact]
    public async Task Files_that_are_not_open_are_told_of_until_all_are_asked_about()
    {
        await using var server = TestServer.Create();
        server
            .Folder.With("c.deck.md", "### A?\n<!-- card: levle=beginner -->\n\nB.\n")
            .With("wsgilsp.json", BadConfig);
        await StartAsync(server);
        Assert.Equal("c.deck.md 1", await PushAsync(server, "c.deck.md"));
        Assert.Equal("wsgilsp.json 1", await PushAsync(server, "wsgilsp.json"));

        Assert.Equal(2, (await AskAllAsync(server, [])).Count);
        Assert.Equal("c.deck.md 0", await PushAsync(server, "c.deck.md"));
        Assert.Equal("wsgilsp.json 0", await PushAsync(server, "wsgilsp.json"));
    }

    [Fact]
    public async Task What_it_was_told_of_a_file_is_taken_back_when_it_opens_it()
    {
        await using var server = TestServer.Create();
        const string text = "### A?\n<!-- card: levle=beginner -->\n\nB.\n";
        server.Folder.With("c.deck.md", text);
        await StartAsync(server);
        Assert.Equal("c.deck.md 1", await PushAsync(server, "c.deck.md"));
        await server.OpenAsync(text, "c.deck.md");
        Assert.Equal("c.deck.md 0", await PushAsync(server, "c.deck.md"));
        Assert.Equal("unknown-metadata@1", Show(await AskAsync(server, "c.deck.md")));
    }

    [Fact]
    public async Task A_question_about_all_files_can_be_cancelled()
    {
        await using var server = TestServer.Create();
        server.Folder.With("a.deck.md", NeedsTwo);
        await server.InitializeWithAsync(
            $$"""{"processId":null,"rootUri":"{{new Uri(server.Folder.Path).AbsoluteUri}}","capabilities":{{Pulls}}}"""
        );
        // The folder is read once the client has answered this, or was silent for long.
        var create = await server.Client.ReceiveAsync("window/workDoneProgress/create");
        var byRequest = await server.Client.AskAsync("workspace/diagnostic", """{"previousResultIds":[]}""");
        var byProgress = await server.Client.AskAsync(
            "workspace/diagnostic",
            """{"previousResultIds":[],"workDoneToken":"w"}"""
        );
        await server.Client.NotifyAsync("$/cancelRequest", $$"""{"id":{{byRequest}}}""");
        await server.Client.NotifyAsync("window/workDoneProgress/cancel", """{"token":"w"}""");
        Assert.Equal(-32800, (int?)(await server.Client.AnswerAsync(byRequest))["error"]!["code"]);
        Assert.Equal(-32800, (int?)(await server.Client.AnswerAsync(byProgress))["error"]!["code"]);
        await server.Client.RespondAsync(create, "null");
        Assert.Single(await AskAllAsync(server, []));
    }

    [Fact]
    public async Task A_client_that_counts_bytes_gets_bytes_of_files_that_are_not_open()
    {
        await using var server = TestServer.Create();
        server.Folder.With("a.deck.md", "### A?\n<!-- card: id=ä🎓 levle=beginner -->\n\nB.\n");
        await StartAsync(
            server,
            Pulls.Replace(
                "{\"textDocument\"",
                """{"general":{"positionEncodings":["utf-8"]},"textDocument" """.TrimEnd(),
                StringComparison.Ordinal
            )
        );
        var found = Assert.Single(await AskAllAsync(server, []));
        var levle = found["items"]!
            .AsArray()
            .Single(d => ((string)d!["message"]!).Contains("levle", StringComparison.Ordinal));
        Assert.Equal(21, (int?)levle!["range"]!["start"]!["character"]);
    }

    private static async Task StartAsync(TestServer server, string capabilities = Pulls)
    {
        await server.InitializeWithAsync(
            $$"""{"processId":null,"rootUri":"{{new Uri(server.Folder.Path).AbsoluteUri}}","capabilities":{{capabilities}}}"""
        );
        await server.Client.RespondAsync(await server.Client.ReceiveAsync("window/workDoneProgress/create"), "null");
    }

    private static async Task<JsonObject> AskAsync(TestServer server, string file, string? previous = null) =>
        (
            await server.Client.RequestAsync(
                "textDocument/diagnostic",
                previous is null
                    ? server.Document(file)
                    : $$$"""{"textDocument":{"uri":"{{{server.Uri(file)}}}"},"previousResultId":"{{{previous}}}"}"""
            )
        )!.AsObject();

    private static async Task<JsonObject> UntilAsync(TestServer server, string file, string expected)
    {
        while (true)
        {
            var report = await AskAsync(server, file);
            if (Show(report) == expected)
            {
                return report;
            }
        }
    }

    private static async Task<IReadOnlyList<JsonNode>> AskAllAsync(TestServer server, IReadOnlyList<JsonNode> before)
    {
        var ids = before.Select(item =>
            $$"""{"uri":{{item["uri"]!.ToJsonString()}},"value":{{item["resultId"]!.ToJsonString()}}}"""
        );
        var report = await server.Client.RequestAsync(
            "workspace/diagnostic",
            $$"""{"previousResultIds":[{{string.Join(',', ids)}}]}"""
        );
        return [.. report!["items"]!.AsArray().Select(item => item!)];
    }

    private static async Task<IReadOnlyList<JsonNode>> UntilAllAsync(
        TestServer server,
        IReadOnlyList<JsonNode> before,
        string[] kinds
    )
    {
        while (true)
        {
            var report = await AskAllAsync(server, before);
            if (Kinds(report).SequenceEqual(kinds))
            {
                return report;
            }
        }
    }

    private static async Task RefreshedAsync(TestServer server) =>
        await server.Client.RespondAsync(await server.Client.ReceiveAsync("workspace/diagnostic/refresh"), "null");

    private static Task ChangedAsync(TestServer server, string file, int type = 2) =>
        server.Client.NotifyAsync(
            "workspace/didChangeWatchedFiles",
            $$"""{"changes":[{"uri":"{{server.Uri(file)}}","type":{{type}}}]}"""
        );

    /// <summary>The next that is pushed of a file: its name and how much is found.</summary>
    private static async Task<string> PushAsync(TestServer server, string file)
    {
        while (true)
        {
            var pushed = (await server.Client.ReceiveAsync("textDocument/publishDiagnostics"))["params"]!;
            if (NameOf(server, pushed) == file)
            {
                return $"{file} {pushed["diagnostics"]!.AsArray().Count}";
            }
        }
    }

    private static async Task<IEnumerable<JsonObject>> PushedAsync(TestServer server, string file) =>
        (await server.Client.SettledAsync("textDocument/publishDiagnostics")).Where(message =>
            NameOf(server, message["params"]!) == file
        );

    private static string NameOf(TestServer server, JsonNode named) =>
        Path.GetRelativePath(server.Folder.Path, new Uri((string)named["uri"]!).LocalPath);

    private static IEnumerable<string> Kinds(IReadOnlyList<JsonNode> report) =>
        report.Select(item => (string)item["kind"]!);

    private static string Line(TestServer server, JsonNode item) =>
        $"{NameOf(server, item)} {item["version"]?.ToJsonString() ?? "null"} {Show(item)}";

    private static string Show(JsonNode report) =>
        string.Join(
            ' ',
            report["items"]!.AsArray().Select(d => $"{(string?)d!["code"]}@{(int?)d["range"]!["start"]!["line"]}")
        );
}
