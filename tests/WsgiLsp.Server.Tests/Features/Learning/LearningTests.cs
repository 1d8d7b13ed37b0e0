using System.Text.Json.Nodes;
using WsgiLsp.Server.Tests.Features.Histories;
using WsgiLsp.Server.Tests.Support;
using WsgiLsp.Study.Grading;
using WsgiLsp.Study.Reviews;

namespace WsgiLsp.Server.Tests.Features.Learning;

/// <summary>What the reader of a deck sees of the log.</summary>
public class LearningTests
{
    private const string Deck = "# T\n\n## What is a worker?\n\nA process.\n\n## What is a module?\n\nA file.\n";
    private const string All =
        """{"textDocument":{"inlayHint":{}},"workspace":{"codeLens":{"refreshSupport":true},"inlayHint":{"refreshSupport":true}}}""";

    [Fact]
    public async Task Hovers_hints_and_lenses_say_what_is_due()
    {
        await using var folder = LearnedFolder.Of(("d.deck.md", Deck)).Learn("d.deck.md");
        Suspend(folder, "d/what-is-a-module");
        await folder.StartAsync(All);
        await folder.OpenAsync("d.deck.md");
        await folder.SettleAsync("d.deck.md");

        var hover = (string)(await HoverAsync(folder, 2))!["contents"]!["value"]!;
        Assert.Matches(@"^recall\n\ndue now · remembered \d\d % · last easy 2 y ago\n\nA process\.$", hover);
        var hints = (await HintsAsync(folder, 0, 9)).AsArray();
        Assert.Equal(2, hints.Count);
        Assert.Matches(@"^due now · \d\d %$", (string)hints[0]!["label"]!);
        Assert.Equal("""{"line":2,"character":20}""", hints[0]!["position"]!.ToJsonString());
        Assert.StartsWith("suspended · ", (string)hints[1]!["label"]!, StringComparison.Ordinal);
        Assert.Single((await HintsAsync(folder, 7, 9)).AsArray());
        Assert.Equal("Study 1 due\nQuiz all (2)\nCheat sheet", await LensesAsync(folder));
    }

    [Fact]
    public async Task Who_learned_nothing_is_told_nothing()
    {
        await using var folder = LearnedFolder.Of(("d.deck.md", Deck));
        await folder.StartAsync(All);
        await folder.OpenAsync("d.deck.md");
        await folder.SettleAsync("d.deck.md");
        Assert.Equal("recall\n\nA process.", (string?)(await HoverAsync(folder, 2))!["contents"]!["value"]);
        Assert.Empty((await HintsAsync(folder, 0, 9)).AsArray());
        Assert.Equal("Study 2 new\nQuiz all (2)\nCheat sheet", await LensesAsync(folder));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_another_program_logs_is_seen_and_shown(bool knowsRefresh)
    {
        await using var folder = LearnedFolder.Of(("d.deck.md", Deck)).Learn("d.deck.md");
        await folder.StartAsync(knowsRefresh ? All : "{}");
        await folder.OpenAsync("d.deck.md");
        await folder.SettleAsync("d.deck.md");
        Assert.Equal("Study 2 due\nQuiz all (2)\nCheat sheet", await LensesAsync(folder));

        Suspend(folder, "d/what-is-a-module");

        // Seen at the next question, and read before the next work with the log.
        await LensesAsync(folder);
        await folder.SettleAsync("d.deck.md");
        Assert.Equal("Study 1 due\nQuiz all (2)\nCheat sheet", await LensesAsync(folder));

        // Who never answers is asked, and nothing waits for that.
        var asked = (await folder.Client.SettledAsync("workspace/inlayHint/refresh")).Count;
        Assert.Equal(knowsRefresh ? 1 : 0, Math.Min(asked, 1));
    }

    [Fact]
    public async Task A_cheat_sheet_is_written_beside_the_deck_and_its_answers_count_as_looked_at()
    {
        await using var folder = LearnedFolder.Of(("d.deck.md", Deck)).Learn("d.deck.md");
        await folder.StartAsync();
        await folder.OpenAsync("d.deck.md");
        await folder.SettleAsync("d.deck.md");
        await folder.RunAsync((await folder.ActionsAsync("d.deck.md", 0))["Write a cheat sheet of this deck"]);
        await folder.SettleAsync("d.deck.md");

        var page = Assert.Single(Directory.GetFiles(folder.Server.Folder[".quiz"], "*.cheatsheet.md"));
        Assert.StartsWith(
            "# T\n\n## What is a worker?\n",
            await File.ReadAllTextAsync(page, TestContext.Current.CancellationToken),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_is_due_in_all_decks_is_asked_on_one_sheet(bool hasSheets)
    {
        await using var folder = LearnedFolder
            .Of(("d.deck.md", Deck), ("sub/e.deck.md", "# E\n\n## C?\n\nD.\n"), ("f.deck.md", "# F\n\nNothing.\n"))
            .Learn("d.deck.md")
            .Learn("sub/e.deck.md");
        await folder.StartAsync(hasSheets ? """{"workspace":{"applyEdit":true}}""" : "{}");
        await folder.OpenAsync("d.deck.md");
        await folder.SettleAsync("d.deck.md");
        Assert.DoesNotContain("Study what is due in all decks", (await folder.ActionsAsync("d.deck.md", 2)).Keys);
        var action = (await folder.ActionsAsync("d.deck.md", 0))["Study what is due in all decks"];
        await folder.RunAsync(action);
        if (hasSheets)
        {
            await folder.Client.ReceiveAsync("window/showMessage");
            using var log = ReviewLog.Open(DataFolder.ReviewLogIn(folder.Server.DataFolder), TimeProvider.System);
            var session = Assert.Single(Study.Resuming.SheetSession.In(log));
            Assert.Equal(("What is due", 3), (session.Title, session.Items));
            Assert.Equal(
                [folder.Server.Folder["d.deck.md"], folder.Server.Folder["sub/e.deck.md"]],
                session.Place.Decks
            );
            Assert.StartsWith(folder.Server.Folder[".quiz"], session.Place.Path, StringComparison.Ordinal);
        }
        else
        {
            var question = await folder.Client.ReceiveAsync("window/showMessageRequest");
            Assert.StartsWith("1 of 3: ", (string)question["params"]!["message"]!, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_falls_due_by_time_alone_has_the_client_ask_again()
    {
        var clock = new ManualClock(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));
        await using var server = TestServer.Create(clock: clock);
        using (var log = ReviewLog.Open(DataFolder.ReviewLogIn(server.DataFolder), clock))
        {
            log.Append(
                new ReviewEvent
                {
                    Kind = ReviewEventKind.Review,
                    Item = "test/what-is-a-worker",
                    Grade = Grade.Again,
                }
            );
        }

        await server.InitializeAsync(All);
        await server.OpenAsync(Deck);

        // The log was read.
        var asked = await server.Client.ReceiveAsync("workspace/codeLens/refresh");
        await server.Client.RespondAsync(asked, "null");
        Assert.StartsWith("Study 1 new\n", await server.LensesAsync(), StringComparison.Ordinal);
        clock.Pass(TimeSpan.FromMinutes(10));
        asked = await server.Client.ReceiveAsync("workspace/codeLens/refresh");
        await server.Client.RespondAsync(asked, "null");
        Assert.StartsWith("Study 2 due\n", await server.LensesAsync(), StringComparison.Ordinal);
        clock.Pass(TimeSpan.FromDays(1));
        await server.Client.ReceiveAsync("workspace/codeLens/refresh");
    }

    [Fact]
    public async Task Who_cannot_be_asked_to_ask_again_costs_no_timer()
    {
        var clock = new ManualClock(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));
        await using var server = TestServer.Create(clock: clock);
        using (var log = ReviewLog.Open(DataFolder.ReviewLogIn(server.DataFolder), clock))
        {
            log.Append(
                new ReviewEvent
                {
                    Kind = ReviewEventKind.Review,
                    Item = "test/what-is-a-worker",
                    Grade = Grade.Again,
                }
            );
        }

        await server.InitializeAsync();
        await server.OpenAsync(Deck);
        Assert.StartsWith("Study 1 new\n", await server.LensesAsync(), StringComparison.Ordinal);
        Assert.Equal(0, clock.Waiting);
    }

    private static void Suspend(LearnedFolder folder, string item)
    {
        using var log = ReviewLog.Open(DataFolder.ReviewLogIn(folder.Server.DataFolder), TimeProvider.System);
        log.Append(new ReviewEvent { Kind = ReviewEventKind.Suspend, Item = item });
    }

    private static Task<JsonNode?> HoverAsync(LearnedFolder folder, int line) =>
        folder.Client.RequestAsync(
            "textDocument/hover",
            $$"""{"textDocument":{"uri":"{{folder.Server.Uri("d.deck.md")}}"},"position":{"line":{{line}},"character":4} }"""
        );

    private static async Task<JsonNode> HintsAsync(
        LearnedFolder folder,
        int first,
        int last,
        string file = "d.deck.md"
    ) =>
        (
            await folder.Client.RequestAsync(
                "textDocument/inlayHint",
                $$"""{"textDocument":{"uri":"{{folder.Server.Uri(file)}}"},"range":{"start":{"line":{{first}},"character":0},"end":{"line":{{last}},"character":0} } }"""
            )
        )!;

    private static async Task<string> LensesAsync(LearnedFolder folder)
    {
        var lenses = await folder.Client.RequestAsync("textDocument/codeLens", folder.Server.Document("d.deck.md"));
        return string.Join('\n', lenses!.AsArray().Select(lens => (string)lens!["command"]!["title"]!));
    }
}
