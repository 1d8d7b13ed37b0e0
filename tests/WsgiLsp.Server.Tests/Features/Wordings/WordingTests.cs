using System.Text.Json.Nodes;
using WsgiLsp.Decks.Model;
using WsgiLsp.Server.Tests.Features.Histories;
using WsgiLsp.Server.Tests.Sheets;
using WsgiLsp.Server.Tests.Support;
using WsgiLsp.Study.Grading;
using WsgiLsp.Study.Reviews;

namespace WsgiLsp.Server.Tests.Features.Wordings;

/// <summary>"Add my wording", on a deck, on a sheet and in a panel.</summary>
public class WordingTests
{
    private const string File = "sea.deck.md";
    private const string Title = "Add my wording: \"There are two floods each day\"";

    private const string Deck = """
        # Sea

        ## Explain the tides
        <!-- card: id=tides -->

        > [!IMPORTANT]
        > - The **moon** pulls
        > - **Twice** a day

        ## What is salt?
        <!-- card: id=salt -->

        Sodium chloride.

        """;

    private static readonly string After = Deck.Replace(
        "> - **Twice** a day\n",
        "> - **Twice** a day\n>   - There are two floods each day\n",
        StringComparison.Ordinal
    );

    [Fact]
    public async Task What_was_overruled_is_offered_on_its_card_until_the_rubric_has_it()
    {
        await using var folder = LearnedFolder.Of((File, Deck)).Learn(File);
        Answer(folder, "The moon pulls. There are two floods each day.", "+-", "++");
        await (await folder.StartAsync()).OpenAsync(File);

        var action = (await folder.ActionsAsync(File, 7))[Title];

        Assert.Equal("refactor.rewrite", (string?)action["kind"]);
        Assert.Equal(After, folder.Apply(File, action));
        Assert.DoesNotContain(Title, (await folder.ActionsAsync(File, 9)).Keys);
        await folder.SaveAsync(File, After);
        Assert.DoesNotContain(Title, (await folder.ActionsAsync(File, 7)).Keys);
        await folder.SettleAsync(File);

        // Nobody has another answer to learn now.
        Assert.Null(folder.State("sea/tides").FormerAnswer);
    }

    [Fact]
    public async Task A_few_are_offered_the_latest_first_and_none_of_what_was_taken_back()
    {
        await using var folder = LearnedFolder.Of((File, Deck)).Learn(File);
        foreach (var word in (string[])["seldom", "often", "regularly", "daily", "nightly"])
        {
            Answer(folder, $"It floods {word}.", "--", "-+", isTakenBack: word == "daily");
        }

        await (await folder.StartAsync()).OpenAsync(File);
        var titles = (await folder.ActionsAsync(File, 2)).Keys.Where(title =>
            title.StartsWith("Add my", StringComparison.Ordinal)
        );

        Assert.Equal(
            ["nightly", "regularly", "often"],
            titles.Select(title => title.Split(' ')[^1].TrimEnd('"')).ToList()
        );
    }

    /// <summary>The log has concepts by their places: what was said of the second is not offered for what stands second now.</summary>
    [Fact]
    public async Task Nothing_is_offered_of_answers_to_another_rubric()
    {
        var former = Deck.Replace("> - **Twice** a day\n", "> - **Slowly**\n", StringComparison.Ordinal);
        await using var folder = LearnedFolder.Of((File, Deck)).Learn(File);
        Answer(folder, "The moon pulls. There are two floods each day.", "+-", "++", deck: former);
        await (await folder.StartAsync()).OpenAsync(File);

        Assert.DoesNotContain(Title, (await folder.ActionsAsync(File, 7)).Keys);
    }

    [Fact]
    public async Task An_editor_that_asks_by_itself_has_no_log_read()
    {
        await using var folder = LearnedFolder.Of((File, Deck)).Learn(File);
        Answer(folder, "The moon pulls. There are two floods each day.", "+-", "++");
        await (await folder.StartAsync()).OpenAsync(File);

        var actions = await folder.Client.RequestAsync(
            "textDocument/codeAction",
            $$$"""{"textDocument":{"uri":"{{{folder.Server.Uri(File)}}}"},"range":{"start":{"line":7,"character":3},"end":{"line":7,"character":3}},"context":{"diagnostics":[],"triggerKind":2}}"""
        );

        Assert.DoesNotContain(actions!.AsArray(), action => (string?)action!["title"] == Title);
    }

    [Fact]
    public async Task On_a_sheet_it_stands_beside_the_grades_and_edits_the_deck()
    {
        await using var server = TestServer.Create();
        await server.InitializeWithAsync(
            """{"processId":null,"rootUri":null,"clientInfo":{"name":"Neovim"},"capabilities":{"workspace":{"applyEdit":true},"textDocument":{"codeAction":{"codeActionLiteralSupport":{"codeActionKind":{"valueSet":["refactor.rewrite"]}}}}}}"""
        );
        await server.OpenAsync(Deck);
        var editor = new SheetEditor(server, endsLines: true);
        await editor.BeginAsync(",\"card\":\"tides\"");
        await editor.AnswerAsync("The moon pulls. There are two floods each day.\n\n\n");
        Assert.DoesNotContain(await ActionsAsync(), one => (string?)one["title"] == Title);
        await editor.AnswerAsync("+2\n");

        var action = Assert.Single(await ActionsAsync(), one => (string?)one["title"] == Title);

        var change = Assert.Single(action["edit"]!["changes"]![server.Uri()]!.AsArray())!;
        Assert.Equal("\n>   - There are two floods each day", (string?)change["newText"]);
        Assert.Contains(
            "> It is found next time with this line below concept 2 in the deck: - There are two floods each day",
            editor.Lines
        );

        async Task<List<JsonNode>> ActionsAsync() =>
            [
                .. (
                    await server.Client.RequestAsync(
                        "textDocument/codeAction",
                        $$$"""{"textDocument":{"uri":"{{{editor.Uri}}}"},"range":{"start":{"line":0,"character":0},"end":{"line":0,"character":0}},"context":{"diagnostics":[]}}"""
                    )
                )!
                    .AsArray()
                    .OfType<JsonNode>(),
            ];
    }

    [Fact]
    public async Task In_a_panel_the_client_is_asked_to_write_and_only_on_demand()
    {
        await using var server = await TestServer.StartAsync(
            """{"workspace":{"applyEdit":true,"workspaceEdit":{"documentChanges":true}}}""",
            """{"panel":true}"""
        );
        await server.OpenAsync(Deck);
        await server.Client.RequestAsync(
            "workspace/executeCommand",
            $$"""{"command":"wsgilsp.quiz","arguments":[{"uri":"{{server.Uri()}}","card":"tides"}]}"""
        );
        var screen = (await server.Client.ReceiveAsync("wsgilsp/panel"))["params"]!["screen"]!;
        screen = await AnswerAsync(screen, "The moon pulls. There are two floods each day.", ":done");
        Assert.Null(screen["card"]!["concepts"]![1]!["wording"]);
        screen = await AnswerAsync(screen, "+2");
        Assert.Equal("There are two floods each day", (string?)screen["card"]!["concepts"]![1]!["wording"]);
        Assert.Null(screen["card"]!["concepts"]![0]!["wording"]);

        var asked = await server.Client.AskAsync(
            "wsgilsp/panel/wording",
            $$"""{"session":{{screen["session"]!.ToJsonString()}},"concept":2}"""
        );
        var edit = await server.Client.ReceiveAsync("workspace/applyEdit");
        await server.Client.RespondAsync(edit, """{"applied":true}""");
        await server.Client.AnswerAsync(asked);

        var change = Assert.Single(edit["params"]!["edit"]!["documentChanges"]!.AsArray())!;
        Assert.Equal(server.Uri(), (string?)change["textDocument"]!["uri"]);
        Assert.Equal(1, (int?)change["textDocument"]!["version"]);
        Assert.Equal("\n>   - There are two floods each day", (string?)change["edits"]![0]!["newText"]);

        // Once it stands there, a second press adds nothing.
        await server.ChangeAsync(2, TestServer.All(After));
        await server.Client.RequestAsync(
            "wsgilsp/panel/wording",
            $$"""{"session":{{screen["session"]!.ToJsonString()}},"concept":2}"""
        );
        Assert.Contains(
            server.Client.Heard,
            heard => heard.Contains("There is nothing to add any more", StringComparison.Ordinal)
        );

        async Task<JsonNode> AnswerAsync(JsonNode before, params string[] lines) =>
            (
                await server.Client.RequestAsync(
                    "wsgilsp/panel/answer",
                    $$"""{"session":{{before["session"]!.ToJsonString()}},"taken":{{before["taken"]!.ToJsonString()}},"lines":[{{string.Join(',', lines.Select(LspClient.Quote))}}]}"""
                )
            )!;
    }

    private static void Answer(
        LearnedFolder folder,
        string given,
        string automatic,
        string final,
        bool isTakenBack = false,
        string deck = Deck
    )
    {
        var card = Decks
            .Model.Deck.Parse(deck, new DeckSettings { FileName = File })
            .Cards.Single(one => one.Key == "sea/tides");
        using var log = ReviewLog.Open(DataFolder.ReviewLogIn(folder.Server.DataFolder), TimeProvider.System);
        var review = log.Append(
            new ReviewEvent
            {
                Kind = ReviewEventKind.Review,
                Item = "sea/tides",
                Mode = "explain",
                Grade = Grade.Hard,
                Given = given,
                AutomaticConcepts = automatic,
                FinalConcepts = final,
                AnswerFingerprint = AnswerFingerprint.Of(card.Content),
            }
        );
        if (isTakenBack)
        {
            log.Append(Study.Sessions.ReviewEvents.Undo(review));
        }
    }
}
