using System.Text.Json.Nodes;
using WsgiLsp.Server.Tests.Support;

namespace WsgiLsp.Server.Tests.Capture;

/// <summary>Cards made of what is selected in any document.</summary>
public class CaptureDeskTests
{
    private const string Edits = """{"workspace":{"applyEdit":true}}""";
    private const string Notes = "# Notes\n\nWhat is a worker?\nA process.\n\ndef f():\n    return 1;\n";

    [Fact]
    public async Task A_selection_becomes_a_card_of_the_inbox_beside_it()
    {
        await using var server = await TestServer.StartAsync();
        Assert.Equal("inbox.deck.md:3: What is a worker?", await CaptureAsync(server, "notes.md", 2, 4));
        Assert.Equal(
            "# Inbox\n\n## What is a worker?\n\nA process.\n\n> [!NOTE]\n> From `notes.md:3`.\n",
            await InboxAsync(server)
        );
        Assert.Equal(
            "inbox.deck.md: not captured: line 3 asks this already; give another question",
            await CaptureAsync(server, "notes.md", 2, 4)
        );
    }

    [Fact]
    public async Task Code_is_fenced_in_its_language_and_its_answer_is_still_to_be_written()
    {
        await using var server = await TestServer.StartAsync();
        Assert.Equal(
            "inbox.deck.md:3: What does this do? (the answer is still to be written; until then it is suspended)",
            await CaptureAsync(server, "app.py", 5, 7)
        );
        Assert.Contains(
            "```python\ndef f():\n    return 1;\n```\n",
            await InboxAsync(server),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task An_open_inbox_is_changed_by_the_editor()
    {
        await using var server = await TestServer.StartAsync(Edits);
        await server.OpenAsync("# Mine\n\n## A?\n\nB.\n", "inbox.deck.md");
        await StartAsync(server, "notes.md", 2, 4);
        var asked = await server.Client.ReceiveAsync("workspace/applyEdit");
        var edit = Assert.Single(asked["params"]!["edit"]!["changes"]![server.Uri("inbox.deck.md")]!.AsArray())!;
        Assert.Equal("""{"line":5,"character":0}""", edit["range"]!["start"]!.ToJsonString());
        Assert.StartsWith("\n## What is a worker?\n", (string)edit["newText"]!, StringComparison.Ordinal);
        await server.Client.RespondAsync(asked, """{"applied":true}""");
        Assert.Equal("inbox.deck.md:7: What is a worker?", await SaidAsync(server));
        Assert.False(File.Exists(server.Folder["inbox.deck.md"]));
    }

    [Theory]
    [InlineData(Edits, "the editor did not take the edit; try again")]
    [InlineData("{}", "it is open, and this editor takes no edits from outside; close it and try again")]
    public async Task An_open_inbox_that_cannot_be_changed_stays_as_it_is(string capabilities, string problem)
    {
        await using var server = await TestServer.StartAsync(capabilities);
        await server.OpenAsync("# Mine\n", "inbox.deck.md");
        await StartAsync(server, "notes.md", 2, 4);
        if (capabilities == Edits)
        {
            await server.Client.RespondAsync(
                await server.Client.ReceiveAsync("workspace/applyEdit"),
                """{"applied":false}"""
            );
        }

        Assert.Equal($"inbox.deck.md: not captured: {problem}", await SaidAsync(server));
        Assert.False(File.Exists(server.Folder["inbox.deck.md"]));
    }

    /// <summary>Whoever made the folder may have it point at any file of the person's.</summary>
    [Fact]
    public async Task An_inbox_that_is_a_link_is_not_written()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Not everybody may make links there.");
        await using var server = await TestServer.StartAsync();
        server.Folder.With("profile", "alias x=y\n");
        File.CreateSymbolicLink(server.Folder["inbox.deck.md"], server.Folder["profile"]);
        Assert.Equal(
            "inbox.deck.md: not captured: it is a link, which may lead anywhere; open it and try again",
            await CaptureAsync(server, "notes.md", 2, 4)
        );
        Assert.Equal("alias x=y\n", await InboxAsync(server));
    }

    [Fact]
    public async Task It_is_offered_where_something_is_selected_that_is_no_deck()
    {
        await using var server = await TestServer.StartAsync();
        await server.OpenAsync(Notes, "notes.md");
        await server.OpenAsync(Notes, "d.deck.md");
        Assert.Null(await ActionsAsync(server, "notes.md", 2, 2, ""));
        Assert.Null(await ActionsAsync(server, "notes.md", 2, 4, ",\"only\":[\"quickfix\"]"));
        Assert.Equal(
            "Make a card of the selection",
            (string?)(await ActionsAsync(server, "notes.md", 2, 4, ""))![0]!["title"]
        );
        Assert.DoesNotContain(
            (await ActionsAsync(server, "d.deck.md", 2, 4, ""))!.AsArray(),
            action => (string)action!["title"]! == "Make a card of the selection"
        );
    }

    [Fact]
    public async Task A_text_that_has_changed_since_is_not_captured()
    {
        await using var server = await TestServer.StartAsync();
        await server.OpenAsync(Notes, "notes.md");
        var command = (await ActionsAsync(server, "notes.md", 2, 4, ""))![0]!["command"]!;
        await server.ChangeAsync(2, TestServer.All("x"), "notes.md");
        Assert.Equal(-32801, await server.Client.FailAsync("workspace/executeCommand", Run(command)));
    }

    /// <summary>VS Code opens Markdown only with the server; its command captures from any file.</summary>
    [Fact]
    public async Task A_text_of_a_document_that_is_not_open_here_comes_with_the_command()
    {
        await using var server = await TestServer.StartAsync();
        await server.OpenAsync("# D\n");
        await server.Client.RequestAsync(
            "workspace/executeCommand",
            $$$"""{"command":"wsgilsp.capture","arguments":[{"uri":"{{{server.Uri("a b.py")}}}","version":1,"range":{"start":{"line":4,"character":0},"end":{"line":5,"character":0}},"text":"x = 1\n"}]}"""
        );
        Assert.StartsWith("inbox.deck.md:3: What does this do?", await SaidAsync(server), StringComparison.Ordinal);
        var inbox = await InboxAsync(server);
        Assert.Contains("```python\nx = 1\n```\n", inbox, StringComparison.Ordinal);
        Assert.Contains("From `a b.py:5`.", inbox, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_that_was_never_saved_goes_to_the_inbox_of_the_open_folder()
    {
        await using var server = TestServer.Create();
        await server.InitializeWithAsync(
            $$$"""{"processId":null,"rootUri":"{{{new Uri(server.Folder.Path).AbsoluteUri}}}","capabilities":{} }"""
        );
        await server.Client.RequestAsync(
            "workspace/executeCommand",
            """{"command":"wsgilsp.capture","arguments":[{"uri":"untitled:Untitled-1","version":1,"range":{"start":{"line":1,"character":0},"end":{"line":1,"character":9}},"text":"Who forks?\nThe arbiter."}]}"""
        );
        Assert.Equal("inbox.deck.md:3: Who forks?", await SaidAsync(server));
        Assert.Equal("# Inbox\n\n## Who forks?\n\nThe arbiter.\n", await InboxAsync(server));
    }

    private static async Task<string> CaptureAsync(TestServer server, string file, int first, int end)
    {
        await StartAsync(server, file, first, end);
        return await SaidAsync(server);
    }

    private static async Task<string> SaidAsync(TestServer server) =>
        (string)(await server.Client.ReceiveAsync("window/showMessage"))["params"]!["message"]!;

    private static async Task StartAsync(TestServer server, string file, int first, int end)
    {
        await server.OpenAsync(Notes, file);
        var actions = await ActionsAsync(server, file, first, end, "");
        await server.Client.RequestAsync("workspace/executeCommand", Run(actions![0]!["command"]!));
    }

    private static Task<string> InboxAsync(TestServer server) =>
        File.ReadAllTextAsync(server.Folder["inbox.deck.md"], TestContext.Current.CancellationToken);

    private static string Run(JsonNode command) =>
        $$"""{"command":{{command["command"]!.ToJsonString()}},"arguments":{{command["arguments"]!.ToJsonString()}}}""";

    private static Task<JsonNode?> ActionsAsync(TestServer server, string file, int first, int end, string only) =>
        server.Client.RequestAsync(
            "textDocument/codeAction",
            $$"""{"textDocument":{"uri":"{{server.Uri(file)}}"},"range":{"start":{"line":{{first}},"character":0},"end":{"line":{{end}},"character":0} },"context":{"diagnostics":[]{{only}}} }"""
        );
}
