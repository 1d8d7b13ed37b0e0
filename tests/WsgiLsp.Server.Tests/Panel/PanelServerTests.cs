using System.Text.Json.Nodes;
using WsgiLsp.Server.Tests.Support;
using WsgiLsp.Server.Tests.Workspace;

namespace WsgiLsp.Server.Tests.Panel;

/// <summary>Panels over the wire.</summary>
public class PanelServerTests
{
    private const string HasPanels = """{"panel":true}""";

    private const string Deck = """
        # Fruit

        ## Which is a fruit?
        <!-- card: id=fruit shuffle=false -->

        - [ ] Stone
        - [x] Apple

        ## What is 2 + 2?
        <!-- card: id=sum -->

        Four.

        """;

    private const string Other = """
        # Trees

        ## Which is a tree?
        <!-- card: id=tree -->

        Oak.

        """;

    [Fact]
    public async Task A_quiz_is_shown_in_a_panel_and_answered_there()
    {
        await using var server = await TestServer.StartAsync(options: HasPanels);
        await server.OpenAsync(Deck);
        var shown = await BeginAsync(server);

        Assert.StartsWith("<!doctype html>", (string?)shown["html"], StringComparison.Ordinal);
        Assert.Equal("Which is a fruit?", (string?)shown["screen"]!["card"]!["titleHtml"]);
        var screen = await AnswerAsync(server, shown["screen"]!, "b");
        Assert.Equal("Right.", (string?)screen["answered"]!["verdict"]!["text"]);
        screen = await AnswerAsync(server, screen, ":done");
        screen = await AnswerAsync(server, screen, "3");
        Assert.Equal("finished", (string?)screen["phase"]);
        Assert.Equal(
            ["test/fruit choice Good given=1 correct=True hints=0", "test/sum recall Good given= correct= hints=0"],
            server.Log()
        );
    }

    [Fact]
    public async Task A_client_that_has_none_gets_none()
    {
        await using var server = await TestServer.StartAsync("""{"workspace":{"applyEdit":true}}""");
        await server.OpenAsync(Deck);
        await server.Client.RequestAsync("workspace/executeCommand", Command(server));
        await server.Client.ReceiveAsync("window/showMessage");

        Assert.Equal(
            -32601,
            await server.Client.FailAsync("wsgilsp/panel/answer", """{"session":"x","taken":0,"lines":[]}""")
        );
        Assert.DoesNotContain(
            server.Client.Heard,
            message => message.Contains("\"method\":\"wsgilsp/", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Who_asks_for_a_sheet_gets_a_sheet()
    {
        await using var server = await TestServer.StartAsync("""{"workspace":{"applyEdit":true}}""", HasPanels);
        await server.OpenAsync(Deck);
        await server.Client.RequestAsync("workspace/executeCommand", Command(server, ""","sheet":true"""));

        var message = await server.Client.ReceiveAsync("window/showMessage");
        Assert.StartsWith("Quiz sheet: ", (string?)message["params"]!["message"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_panel_goes_on_in_another_server_where_it_was()
    {
        using var data = new TempFolder();
        using var decks = new TempFolder().With("test.deck.md", Deck);
        JsonNode screen;
        await using (var first = TestServer.Create(data.Path, decks))
        {
            screen = await AnswerFirstAsync(first);
            screen = await AnswerAsync(first, screen, ":done");
        }

        await using var second = TestServer.Create(data.Path, decks);
        await second.InitializeAsync(options: HasPanels);
        var opened = await second.Client.RequestAsync("wsgilsp/panel/open", Session(screen));
        Assert.Equal("grade", (string?)opened!["screen"]!["phase"]);
        Assert.Equal((int?)screen["taken"], (int?)opened["screen"]!["taken"]);

        // Whoever did not hear the answer of the first server asks again, and is told where it is.
        var present = await AnswerAsync(second, screen, "3");
        Assert.Equal("finished", (string?)present["phase"]);
        Assert.Equal(2, second.Log().Count);
    }

    [Fact]
    public async Task What_cannot_go_on_is_null()
    {
        await using var server = await TestServer.StartAsync(options: HasPanels);

        Assert.Null(await server.Client.RequestAsync("wsgilsp/panel/open", """{"session":"nosuch"}"""));
        Assert.Equal(
            -32803,
            await server.Client.FailAsync("wsgilsp/panel/answer", """{"session":"nosuch","taken":0,"lines":["a"]}""")
        );
    }

    [Fact]
    public async Task Two_panels_do_not_mix()
    {
        await using var server = await TestServer.StartAsync(options: HasPanels);
        await server.OpenAsync(Deck);
        var one = (await BeginAsync(server))["screen"]!;
        var other = (await BeginAsync(server))["screen"]!;

        await AnswerAsync(server, one, "a");

        Assert.NotEqual((string?)one["session"], (string?)other["session"]);
        Assert.Equal(1, (int?)(await AnswerAsync(server, other))["card"]!["number"]);
    }

    [Fact]
    public async Task A_quiz_that_was_left_is_offered_and_goes_on()
    {
        await using var server = await TestServer.StartAsync(options: HasPanels);
        await server.OpenAsync(Deck);
        await AnswerAsync(server, (await BeginAsync(server))["screen"]!, "b");

        var lens = await LensAsync(server, "Resume quiz (1 of 2)");
        await server.Client.RequestAsync("workspace/executeCommand", lens["command"]!.ToJsonString());
        var shown = (await server.Client.ReceiveAsync("wsgilsp/panel"))["params"]!;

        Assert.Equal(2, (int?)shown["screen"]!["card"]!["number"]);
    }

    [Fact]
    public async Task A_cheat_sheet_is_a_page_of_cards()
    {
        await using var server = await TestServer.StartAsync(options: HasPanels);
        await server.OpenAsync(Deck);
        await server.Client.RequestAsync(
            "workspace/executeCommand",
            $$"""{"command":"wsgilsp.cheatSheet","arguments":[{"uri":"{{server.Uri()}}"}]}"""
        );
        var screen = (await server.Client.ReceiveAsync("wsgilsp/panel"))["params"]!["screen"]!;

        Assert.Equal("page", (string?)screen["phase"]);
        Assert.Equal(2, screen["page"]![0]!["cards"]!.AsArray().Count);
        Assert.Equal("page", (string?)(await AnswerAsync(server, screen, "b"))["phase"]);
    }

    [Fact]
    public async Task A_card_is_shown_where_it_stands()
    {
        await using var server = await TestServer.StartAsync(
            """{"window":{"showDocument":{"support":true}}}""",
            HasPanels
        );
        await server.OpenAsync(Deck);
        var place = (await BeginAsync(server))["screen"]!["card"]!["place"]!;
        var edit = await server.Client.AskAsync("wsgilsp/panel/edit", place.ToJsonString());
        var show = await server.Client.ReceiveAsync("window/showDocument");
        await server.Client.RespondAsync(show, """{"success":true}""");
        await server.Client.AnswerAsync(edit);

        Assert.Equal(server.Uri(), (string?)show["params"]!["uri"]);
        Assert.Equal(2, (int?)show["params"]!["selection"]!["start"]!["line"]);
    }

    [Fact]
    public async Task The_client_is_told_what_is_due_whenever_that_changes()
    {
        await using var server = await TestServer.StartAsync(options: HasPanels);
        await server.OpenAsync(Deck);
        var screen = (await BeginAsync(server))["screen"]!;
        await CountAsync(server, """{"due":0,"new":2}""");

        await AnswerAsync(server, screen, "b");
        await CountAsync(server, """{"due":0,"new":1}""");
    }

    [Fact]
    public async Task Who_has_learned_nothing_yet_is_told_what_there_is()
    {
        using var decks = new TempFolder().With("test.deck.md", Deck);
        await using var server = TestServer.Create(folder: decks);
        await server.InitializeWithAsync(
            $$"""{"processId":null,"rootUri":"{{new Uri(decks.Path).AbsoluteUri}}","initializationOptions":{{HasPanels}},"capabilities":{} }"""
        );

        await CountAsync(server, """{"due":0,"new":2}""");
    }

    [Fact]
    public async Task A_card_that_is_edited_and_saved_is_asked_anew()
    {
        await using var server = await TestServer.StartAsync(options: HasPanels);
        await server.OpenAsync(Deck);
        var screen = (await BeginAsync(server))["screen"]!;
        await EditAsync(server, Deck.Replace("- [ ] Stone", "- [ ] Pebble", StringComparison.Ordinal));

        // What is typed is not asked before it is saved, whatever else is written.
        await server.Client.NotifyAsync(
            "workspace/didChangeWatchedFiles",
            $$"""{"changes":[{"uri":"{{server.Uri()}}","type":2},{"uri":"{{server.Uri("other.md")}}","type":2}]}"""
        );
        Assert.Equal((int?)screen["taken"], (int?)(await AnswerAsync(server, screen))["taken"]);
        await SaveAsync(server);

        // An answer to what stood there before is none.
        var anew = await AnswerAsync(server, screen, "b");
        Assert.Contains("Pebble", (string?)anew["card"]!["options"]![0]!["html"], StringComparison.Ordinal);
        Assert.Contains("edited", (string?)anew["notesHtml"]![0], StringComparison.Ordinal);
        Assert.Equal("Right.", (string?)(await AnswerAsync(server, anew, "b"))["answered"]!["verdict"]!["text"]);
        Assert.Single(server.Log());
    }

    [Fact]
    public async Task A_verdict_that_is_read_while_the_deck_is_saved_is_read_once()
    {
        await using var server = await TestServer.StartAsync(options: HasPanels);
        await server.OpenAsync(Deck);
        var verdict = await AnswerAsync(server, (await BeginAsync(server))["screen"]!, "b");
        await EditAsync(server, Deck.Replace("2 + 2", "3 + 1", StringComparison.Ordinal));
        await SaveAsync(server);

        var next = await AnswerAsync(server, verdict);

        Assert.Null(next["answered"]);
        Assert.Equal("What is 3 + 1?", (string?)next["card"]!["titleHtml"]);

        // It was not there before, so that nothing is anew.
        Assert.Null(next["notesHtml"]?.AsArray().FirstOrDefault());
    }

    [Fact]
    public async Task What_is_not_saved_is_not_asked_where_another_deck_of_the_quiz_is()
    {
        using var decks = new TempFolder().With("test.deck.md", Deck).With("other.deck.md", Other);
        await using var server = TestServer.Create(folder: decks);
        await server.InitializeWithAsync(
            $$"""{"processId":null,"rootUri":"{{new Uri(decks.Path).AbsoluteUri}}","initializationOptions":{{HasPanels}},"capabilities":{} }"""
        );
        await CountAsync(server, """{"due":0,"new":3}""");
        await server.OpenAsync(Deck);
        await server.Client.RequestAsync(
            "workspace/executeCommand",
            """{"command":"wsgilsp.quiz","arguments":[{"due":true}]}"""
        );
        var screen = (await server.Client.ReceiveAsync("wsgilsp/panel"))["params"]!["screen"]!;
        await EditAsync(server, Deck.Replace("Which", "WHICH", StringComparison.Ordinal));
        decks.With("other.deck.md", Other.Replace("Which", "WHICH", StringComparison.Ordinal));
        await server.Client.NotifyAsync(
            "workspace/didChangeWatchedFiles",
            $$"""{"changes":[{"uri":"{{server.Uri("other.deck.md")}}","type":2}]}"""
        );

        List<string> titles = [];
        while ((string?)screen["phase"] != "finished")
        {
            screen = await AnswerAsync(server, screen);
            titles.Add((string)screen["card"]!["titleHtml"]!);
            screen = await AnswerAsync(server, screen, ":!b");
        }

        Assert.Equal(
            "WHICH is a tree?, What is 2 + 2?, Which is a fruit?",
            string.Join(", ", titles.Order(StringComparer.Ordinal))
        );
    }

    [Fact]
    public async Task What_could_not_go_on_does_once_its_deck_was_mended()
    {
        using var data = new TempFolder();
        using var decks = new TempFolder();
        JsonNode screen;
        await using (var first = TestServer.Create(data.Path, decks))
        {
            screen = await AnswerFirstAsync(first);
        }

        await using var second = TestServer.Create(data.Path, decks);
        await second.InitializeAsync(options: HasPanels);
        await second.OpenAsync("# Test\n");
        Assert.Null(await second.Client.RequestAsync("wsgilsp/panel/open", Session(screen)));
        var said = await second.Client.ReceiveAsync("window/showMessage");
        Assert.Contains("cannot go on", (string?)said["params"]!["message"], StringComparison.Ordinal);

        await EditAsync(second, Deck);
        Assert.NotNull(await second.Client.RequestAsync("wsgilsp/panel/open", Session(screen)));
    }

    [Fact]
    public async Task A_panel_whose_deck_was_edited_goes_on_in_another_server()
    {
        using var data = new TempFolder();
        using var decks = new TempFolder().With("test.deck.md", Deck);
        var edited = Deck.Replace("Four.", "Four, or 4.", StringComparison.Ordinal);
        JsonNode screen;
        await using (var first = TestServer.Create(data.Path, decks))
        {
            screen = await AnswerFirstAsync(first);
            await EditAsync(first, edited);
            decks.With("test.deck.md", edited);
            await SaveAsync(first);
            screen = await AnswerAsync(first, screen, ":done");
            Assert.Contains("or 4", (string?)screen["card"]!["answerHtml"], StringComparison.Ordinal);
        }

        await using var second = TestServer.Create(data.Path, decks);
        await second.InitializeAsync(options: HasPanels);
        var opened = await second.Client.RequestAsync("wsgilsp/panel/open", Session(screen));
        Assert.Equal("grade", (string?)opened!["screen"]!["phase"]);
        Assert.Equal((int?)screen["taken"], (int?)opened["screen"]!["taken"]);
        Assert.Equal(1, (int?)opened["screen"]!["progress"]!["right"]);
    }

    [Fact]
    public async Task A_panel_that_is_closed_lets_another_server_go_on()
    {
        using var data = new TempFolder();
        using var decks = new TempFolder().With("test.deck.md", Deck);
        await using var first = TestServer.Create(data.Path, decks);
        var screen = await AnswerFirstAsync(first);
        await using var second = TestServer.Create(data.Path, decks);
        await second.InitializeAsync(options: HasPanels);
        Assert.Null(await second.Client.RequestAsync("wsgilsp/panel/open", Session(screen)));

        await first.Client.NotifyAsync("wsgilsp/panel/close", Session(screen));

        // A request that comes after it is answered after it.
        await AnswerOtherAsync(first);
        var opened = await second.Client.RequestAsync("wsgilsp/panel/open", Session(screen));
        Assert.Equal(2, (int?)opened!["screen"]!["card"]!["number"]);
    }

    [Fact]
    public async Task A_quiz_is_resumed_as_soon_as_the_former_server_lets_go_of_it()
    {
        using var data = new TempFolder();
        using var decks = new TempFolder().With("test.deck.md", Deck);
        await using var second = TestServer.Create(data.Path, decks);
        await second.InitializeAsync(options: HasPanels);
        await using (var first = TestServer.Create(data.Path, decks))
        {
            var screen = await AnswerFirstAsync(first);
            await second.Client.RequestAsync(
                "workspace/executeCommand",
                $$"""{"command":"wsgilsp.panel.resume","arguments":[{{Session(screen)}}]}"""
            );

            // By then it was looked at once.
            await AnswerOtherAsync(second);
        }

        var shown = await second.Client.ReceiveAsync("wsgilsp/panel");
        Assert.Equal(2, (int?)shown["params"]!["screen"]!["card"]!["number"]);
    }

    [Fact]
    public async Task A_panel_goes_on_with_the_rest_where_its_deck_was_edited_meanwhile()
    {
        using var data = new TempFolder();
        using var decks = new TempFolder().With("test.deck.md", Deck);
        JsonNode screen;
        await using (var first = TestServer.Create(data.Path, decks))
        {
            screen = await AnswerFirstAsync(first);
        }

        decks.With("test.deck.md", Deck.Replace("Which is a fruit?", "Which grows?", StringComparison.Ordinal));
        await using var second = TestServer.Create(data.Path, decks);
        await second.InitializeAsync(options: HasPanels);
        var opened = (await second.Client.RequestAsync("wsgilsp/panel/open", Session(screen)))!["screen"]!;

        Assert.Equal("What is 2 + 2?", (string?)opened["card"]!["titleHtml"]);
        Assert.Contains("rest of the quiz", (string?)opened["notesHtml"]![0], StringComparison.Ordinal);
        Assert.Equal((int?)screen["taken"], (int?)opened["taken"] - 1);
    }

    /// <summary>Begins a quiz of the deck in a new server, and answers its first question rightly.</summary>
    private static async Task<JsonNode> AnswerFirstAsync(TestServer server)
    {
        await server.InitializeAsync(options: HasPanels);
        await server.OpenAsync(Deck);
        return await AnswerAsync(server, (await BeginAsync(server))["screen"]!, "b");
    }

    /// <summary>Panels are served one after the other.</summary>
    private static Task<int> AnswerOtherAsync(TestServer server) =>
        server.Client.FailAsync("wsgilsp/panel/answer", """{"session":"nosuch","taken":0,"lines":[]}""");

    private static Task EditAsync(TestServer server, string text) =>
        server.ChangeAsync(version: 2, TestServer.All(text));

    private static Task SaveAsync(TestServer server) =>
        server.Client.NotifyAsync("textDocument/didSave", server.Document());

    private static async Task CountAsync(TestServer server, string count)
    {
        JsonObject told;
        do
        {
            told = await server.Client.ReceiveAsync("wsgilsp/due");
        } while (told["params"]!.ToJsonString() != count);
    }

    private static async Task<JsonNode> LensAsync(TestServer server, string title)
    {
        while (true)
        {
            var lenses = await server.Client.RequestAsync("textDocument/codeLens", server.Document());
            if (lenses!.AsArray().FirstOrDefault(lens => (string?)lens!["command"]!["title"] == title) is { } found)
            {
                return found;
            }
        }
    }

    private static string Command(TestServer server, string more = "") =>
        $$"""{"command":"wsgilsp.quiz","arguments":[{"uri":"{{server.Uri()}}"{{more}}}]}""";

    private static async Task<JsonNode> BeginAsync(TestServer server)
    {
        await server.Client.RequestAsync("workspace/executeCommand", Command(server));
        return (await server.Client.ReceiveAsync("wsgilsp/panel"))["params"]!;
    }

    private static string Session(JsonNode screen) => $$"""{"session":"{{(string?)screen["session"]}}"}""";

    private static async Task<JsonNode> AnswerAsync(TestServer server, JsonNode screen, params string[] lines) =>
        (
            await server.Client.RequestAsync(
                "wsgilsp/panel/answer",
                new JsonObject
                {
                    ["session"] = (string?)screen["session"],
                    ["taken"] = (int?)screen["taken"],
                    ["lines"] = new JsonArray([.. lines.Select(line => (JsonNode)line)]),
                }.ToJsonString()
            )
        )!;
}
