using System.Text.Json.Nodes;
using WsgiLsp.Server.Tests.Support;

namespace WsgiLsp.Server.Tests.Workspace;

/// <summary>What a client is told of decks that stand among others.</summary>
public class WorkspaceDiagnosticsTests
{
    private const string NeedsTwo = "### One?\n<!-- card: requires=b/two -->\n\nYes.\n";
    private const string HasTwo = "### Two?\n<!-- card: id=two -->\n\nNo.\n";

    [Fact]
    public async Task Decks_that_nobody_opened_count()
    {
        await using var server = TestServer.Create();
        server.Folder.With("b.deck.md", HasTwo).With("notes/c.md", "---\ndeck: C\n---\n### One?\n\nYes.\n");
        await StartAsync(server);
        await server.OpenAsync(NeedsTwo, "a.deck.md");
        await UntilAsync(server, "a.deck.md", "duplicate-prompt@0");

        await server.OpenAsync("### X?\n\n[y](b.deck.md#tow)\n", "d.deck.md");
        await UntilAsync(server, "d.deck.md", "broken-link@2");
    }

    /// <summary>A name that is changed in some decks only is worse than one that is changed late.</summary>
    [Fact]
    public async Task A_rename_waits_until_all_decks_were_read()
    {
        await using var server = TestServer.Create();
        const string deck = "### Who?\n<!-- card: id=two -->\n\nNo.\n";
        server.Folder.With("b.deck.md", deck);
        for (var i = 0; i < 50; i++)
        {
            server.Folder.With($"deck-{i}.deck.md", $"### Question {i}?\n\n[two](b.deck.md#two)\n");
        }

        await StartAsync(server);
        await server.OpenAsync(deck, "b.deck.md");

        var edit = await server.Client.RequestAsync(
            "textDocument/rename",
            $$$"""{"textDocument":{"uri":"{{{server.Uri("b.deck.md")}}}"},"position":{"line":1,"character":15},"newName":"zwei"}"""
        );

        Assert.Equal(51, edit!["changes"]!.AsObject().Count);
    }

    [Fact]
    public async Task Without_a_folder_only_the_deck_itself_is_looked_at()
    {
        await using var server = await TestServer.StartAsync();
        await server.OpenAsync("### X?\n\n[y](no.md), [z](#no)\n", "a.deck.md");
        Assert.Equal(["-: broken-link@2"], await server.PublishedAsync());
    }

    [Fact]
    public async Task An_open_deck_is_told_again_when_another_changes_what_it_needs()
    {
        await using var server = TestServer.Create();
        server.Folder.With("b.deck.md", "### Three?\n\nNo.\n");
        await StartAsync(server);
        await server.OpenAsync(NeedsTwo, "a.deck.md");
        await UntilAsync(server, "a.deck.md", "missing-requirement@1");

        await server.OpenAsync(HasTwo, "b.deck.md");
        await UntilAsync(server, "a.deck.md", "");
        await server.ChangeAsync(
            2,
            TestServer.All(HasTwo.Replace("=two", "=tow", StringComparison.Ordinal)),
            "b.deck.md"
        );
        await UntilAsync(server, "a.deck.md", "missing-requirement@1");
        await server.ChangeAsync(3, TestServer.All(HasTwo + "\nText that matters to nobody else.\n"), "b.deck.md");
        await UntilAsync(server, "a.deck.md", "");

        // What was typed and not saved is gone when the deck is closed.
        await server.Client.NotifyAsync("textDocument/didClose", server.Document("b.deck.md"));
        await UntilAsync(server, "a.deck.md", "missing-requirement@1");
    }

    [Fact]
    public async Task An_edit_that_matters_to_nobody_else_publishes_nothing_else()
    {
        await using var server = TestServer.Create();
        server.Folder.With("b.deck.md", "### Three?\n\nNo.\n");
        await StartAsync(server);
        await server.OpenAsync(NeedsTwo, "a.deck.md");
        await UntilAsync(server, "a.deck.md", "missing-requirement@1");
        await server.OpenAsync(HasTwo, "b.deck.md");
        await UntilAsync(server, "a.deck.md", "");
        await server.Client.SettledAsync("textDocument/publishDiagnostics");

        await server.ChangeAsync(
            2,
            TestServer.All(HasTwo.Replace("No.", "Not.", StringComparison.Ordinal)),
            "b.deck.md"
        );
        var published = await server.Client.SettledAsync("textDocument/publishDiagnostics");
        Assert.Equal([server.Uri("b.deck.md")], published.Select(message => (string?)message["params"]!["uri"]));
    }

    [Fact]
    public async Task Files_that_change_on_disk_are_read_again()
    {
        await using var server = TestServer.Create();
        await StartAsync(server);
        await server.OpenAsync(NeedsTwo + "\n![p](p.png)\n", "a.deck.md");
        await UntilAsync(server, "a.deck.md", "missing-requirement@1 broken-link@5");

        server.Folder.With("b.deck.md", HasTwo);
        await ChangedAsync(server, "b.deck.md", 1);
        await UntilAsync(server, "a.deck.md", "broken-link@5");
        server.Folder.With("p.png", "");
        await ChangedAsync(server, "p.png", 1);
        await UntilAsync(server, "a.deck.md", "");
        File.Delete(server.Folder["b.deck.md"]);
        await ChangedAsync(server, "b.deck.md", 3);
        await UntilAsync(server, "a.deck.md", "missing-requirement@1");
    }

    [Fact]
    public async Task What_git_ignores_is_no_deck_of_the_workspace_even_when_it_is_new()
    {
        await using var server = TestServer.Create();
        server.Folder.With(".gitignore", "out/\n").With("b.deck.md", "---\nid: x\n---\n" + HasTwo);
        await StartAsync(server);
        await server.OpenAsync(NeedsTwo, "a.deck.md");
        await UntilAsync(server, "a.deck.md", "missing-requirement@1");

        server.Folder.With("out/b.deck.md", HasTwo);
        await ChangedAsync(server, "out/b.deck.md", 1);
        server.Folder.With("late.deck.md", "### One?\n\nYes.\n");
        await ChangedAsync(server, "late.deck.md", 1);
        await UntilAsync(server, "a.deck.md", "duplicate-prompt@0 missing-requirement@1");
    }

    [Fact]
    public async Task Rules_of_the_workspace_are_switched_by_the_configuration()
    {
        await using var server = TestServer.Create();
        await StartAsync(server);
        await server.OpenAsync(NeedsTwo, "a.deck.md");
        await UntilAsync(server, "a.deck.md", "missing-requirement@1");
        server.Folder.With("wsgilsp.json", """{"rules":{"missing-requirement":"off"}}""");
        await ChangedAsync(server, "wsgilsp.json", 1);
        await UntilAsync(server, "a.deck.md", "");
    }

    [Fact]
    public async Task Mistakes_in_each_wsgilsp_json_of_the_folders_are_told()
    {
        await using var server = TestServer.Create();
        server.Folder.With("deep/down/wsgilsp.json", """{"deks":[]}""");
        await StartAsync(server);
        await UntilAsync(server, "deep/down/wsgilsp.json", "bad-config@0");
        await server.OpenAsync("### A?\n\nB.\n", "a.deck.md");
        await server.Client.NotifyAsync("textDocument/didSave", server.Document("a.deck.md"));
        Assert.DoesNotContain(
            await server.Client.SettledAsync("textDocument/publishDiagnostics"),
            message => (string?)message["params"]!["uri"] == server.Uri("deep/down/wsgilsp.json")
        );
    }

    [Fact]
    public async Task A_related_place_names_its_own_file_and_a_code_action_mends()
    {
        await using var server = TestServer.Create();
        server.Folder.With("b.deck.md", "---\ndeck: B\nid: same\n---\n" + HasTwo);
        await StartAsync(server, """{"textDocument":{"publishDiagnostics":{"relatedInformation":true}}}""");
        await server.OpenAsync("---\nid: same\n---\n### One?\n\nYes.\n", "a.deck.md");
        var published = await UntilAsync(server, "a.deck.md", "duplicate-id@1");
        var place = published["diagnostics"]![0]!["relatedInformation"]![0]!["location"]!;
        Assert.Equal(server.Uri("b.deck.md"), (string?)place["uri"]);
        Assert.Equal("""{"line":2,"character":4}""", place["range"]!["start"]!.ToJsonString());

        var actions = await server.Client.RequestAsync(
            "textDocument/codeAction",
            $$$"""{"textDocument":{"uri":"{{{server.Uri("a.deck.md")}}}"},"range":{"start":{"line":1,"character":5},"end":{"line":1,"character":5}},"context":{"diagnostics":[],"only":["quickfix"]}}"""
        );
        var edit = Assert.Single(actions!.AsArray())!["edit"]!["changes"]![server.Uri("a.deck.md")]![0]!;
        Assert.Equal("same-2", (string?)edit["newText"]);
    }

    [Fact]
    public async Task Files_are_watched_where_the_client_offers_that()
    {
        await using var server = TestServer.Create();
        await StartAsync(server, """{"workspace":{"didChangeWatchedFiles":{"dynamicRegistration":true}}}""");
        var request = await server.Client.ReceiveAsync("client/registerCapability");
        Assert.Equal(
            """{"registrations":[{"id":"wsgilsp-files","method":"workspace/didChangeWatchedFiles","registerOptions":{"watchers":[{"globPattern":"**/*.md"},{"globPattern":"**/wsgilsp.json"}]}}]}""",
            request["params"]!.ToJsonString()
        );
        await server.Client.RespondAsync(request, "null");
    }

    [Fact]
    public async Task Files_of_a_first_folder_that_comes_later_are_watched_as_well()
    {
        await using var server = TestServer.Create();
        await server.InitializeAsync(
            """{"workspace":{"workspaceFolders":true,"didChangeWatchedFiles":{"dynamicRegistration":true}}}"""
        );
        foreach (var folder in new[] { "one", "two" })
        {
            await server.Client.NotifyAsync(
                "workspace/didChangeWorkspaceFolders",
                $$"""{"event":{"added":[{"uri":"{{server.Uri(folder)}}","name":"{{folder}}"}],"removed":[]} }"""
            );
        }

        var asked = await server.Client.SettledAsync("client/registerCapability");
        Assert.Equal("wsgilsp-files", (string?)Assert.Single(asked)["params"]!["registrations"]![0]!["id"]);
    }

    [Fact]
    public async Task Reading_folders_for_long_shows_its_progress_where_the_client_offers_that()
    {
        await using var server = TestServer.Create(clock: new SlowClock());
        for (var i = 0; i < 3; i++)
        {
            server.Folder.With($"{i}.deck.md", $"### Card {i}?\n\nYes.\n");
        }

        await StartAsync(server, """{"window":{"workDoneProgress":true}}""");
        await server.Client.RespondAsync(await server.Client.ReceiveAsync("window/workDoneProgress/create"), "null");
        var told = new List<string>();
        while (told is not [.., """{"kind":"end"}"""])
        {
            told.Add((await server.Client.ReceiveAsync("$/progress"))["params"]!["value"]!.ToJsonString());
        }

        Assert.Equal(
            [
                """{"kind":"begin","title":"Reading decks","cancellable":false,"percentage":33}""",
                """{"kind":"report","cancellable":false,"message":"2 of 3","percentage":66}""",
                """{"kind":"report","cancellable":false,"message":"3 of 3","percentage":100}""",
                """{"kind":"end"}""",
            ],
            told
        );
    }

    [Fact]
    public async Task Folders_come_and_go()
    {
        await using var server = TestServer.Create();
        server.Folder.With("one/a.md", "").With("two/b.deck.md", HasTwo);
        await StartAsync(server, """{"workspace":{"workspaceFolders":true}}""", "one");
        Assert.Equal(
            """{"workspaceFolders":{"supported":true,"changeNotifications":true}}""",
            server.Initialized["capabilities"]!["workspace"]!.ToJsonString()
        );
        await server.OpenAsync(NeedsTwo, "one/a.deck.md");
        await UntilAsync(server, "one/a.deck.md", "missing-requirement@1");
        await server.Client.NotifyAsync(
            "workspace/didChangeWorkspaceFolders",
            $$"""{"event":{"added":[{"uri":"{{server.Uri("two")}}","name":"two"}],"removed":[]} }"""
        );
        await UntilAsync(server, "one/a.deck.md", "");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task After_any_edits_of_two_decks_the_findings_are_those_of_a_fresh_start(int seed)
    {
        string[] pieces =
        [
            "\n### One?\n",
            "<!-- card: requires=b/two -->",
            "<!-- card: id=two requires=a/one -->",
            "[x](b.deck.md#two)",
            "[x](a.deck.md#one)",
            "---\nid: same\n---\n",
            "\n",
            "x",
            "## ",
            "```\n",
        ];
        var random = new Random(seed);
        var texts = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["a.deck.md"] = NeedsTwo + "\n### Other?\n\n[x](b.deck.md#tow)\n",
            ["b.deck.md"] = HasTwo,
        };
        await using var server = TestServer.Create();
        await using var fresh = TestServer.Create();
        foreach (var each in new[] { server, fresh })
        {
            each.Folder.With("c.deck.md", "### One?\n\nYes.\n");
            await StartAsync(each);
        }

        await server.OpenAsync(texts["a.deck.md"], "a.deck.md");
        await server.OpenAsync(texts["b.deck.md"], "b.deck.md");
        await UntilAsync(server, "a.deck.md", "duplicate-prompt@0 broken-link@7");
        for (var version = 2; version < 60; version++)
        {
            var name = random.Next(2) == 0 ? "a.deck.md" : "b.deck.md";
            var text = texts[name];
            var start = random.Next(text.Length + 1);
            var removed = random.Next(Math.Min(text.Length - start, 20) + 1) * random.Next(2);
            texts[name] = text = text.Remove(start, removed).Insert(start, pieces[random.Next(pieces.Length)]);
            await server.ChangeAsync(version, TestServer.All(text), name);
            if (random.Next(3) == 0)
            {
                await server.Client.SettleAsync();
            }
        }

        await fresh.OpenAsync(texts["a.deck.md"], "a.deck.md");
        await fresh.OpenAsync(texts["b.deck.md"], "b.deck.md");

        // An edit of its own makes each deck be published once more when all is read.
        await fresh.OpenAsync("### One?\n\nYes.\n", "d.deck.md");
        await UntilAsync(fresh, "d.deck.md", "duplicate-prompt@0");
        await server.OpenAsync("### One?\n\nYes.\n", "d.deck.md");
        await UntilAsync(server, "d.deck.md", "duplicate-prompt@0");
        foreach (var name in texts.Keys)
        {
            foreach (var each in new[] { fresh, server })
            {
                await each.ChangeAsync(100, TestServer.All(texts[name]), name);
            }
        }

        Assert.Equal(await LastAsync(fresh), await LastAsync(server));
    }

    [Fact]
    public async Task A_document_that_is_no_deck_any_more_is_cleared_though_its_file_still_is_one()
    {
        await using var server = TestServer.Create();
        const string deck = "---\ndeck: x\n---\n## Which?\n\n- [ ] a\n- [ ] b\n- [ ] c\n";
        server.Folder.With("a.md", deck);
        await StartAsync(server);
        await server.OpenAsync(deck, "a.md");
        await UntilAsync(server, "a.md", "no-key@3");

        await server.ChangeAsync(2, TestServer.All("# Prose\n"), "a.md");

        await UntilAsync(server, "a.md", "");
    }

    private static Task StartAsync(TestServer server, string capabilities = "{}", string folder = "") =>
        server.InitializeWithAsync(
            $$"""{"processId":null,"rootUri":"{{new Uri(server.Folder[folder]).AbsoluteUri}}","capabilities":{{capabilities}}}"""
        );

    private static Task ChangedAsync(TestServer server, string file, int type) =>
        server.Client.NotifyAsync(
            "workspace/didChangeWatchedFiles",
            $$"""{"changes":[{"uri":"{{server.Uri(file)}}","type":{{type}}}]}"""
        );

    /// <summary>Reads what is published until a file has these findings: codes with their lines.</summary>
    private static async Task<JsonNode> UntilAsync(TestServer server, string file, string expected)
    {
        while (true)
        {
            var published = (await server.Client.ReceiveAsync("textDocument/publishDiagnostics"))["params"]!;
            if ((string?)published["uri"] == server.Uri(file) && Findings(published) == expected)
            {
                return published;
            }
        }
    }

    private static string Findings(JsonNode published) =>
        string.Join(
            ' ',
            published["diagnostics"]!
                .AsArray()
                .Select(d => $"{(string?)d!["code"]}@{(int?)d["range"]!["start"]!["line"]}")
        );

    /// <summary>What was published last of each file.</summary>
    private static async Task<string> LastAsync(TestServer server)
    {
        var last = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var message in await server.Client.SettledAsync("textDocument/publishDiagnostics"))
        {
            var name = Path.GetFileName((string)message["params"]!["uri"]!);
            last[name] = message["params"]!["diagnostics"]!.ToJsonString();
        }

        return string.Join('\n', last.Select(file => $"{file.Key} {file.Value}"));
    }

    /// <summary>Whenever somebody looks, a second has passed.</summary>
    private sealed class SlowClock : TimeProvider
    {
        private long now;

        public override long TimestampFrequency => 1;

        public override long GetTimestamp() => Interlocked.Increment(ref now);
    }
}
