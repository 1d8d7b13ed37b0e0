using System.Collections.Immutable;
using WsgiLsp.Decks.Model;
using WsgiLsp.Decks.Rules;
using WsgiLsp.Server.Features.Histories;
using WsgiLsp.Server.Tests.Support;
using WsgiLsp.Study.Grading;
using WsgiLsp.Study.Reviews;

namespace WsgiLsp.Server.Tests.Features.Histories;

/// <summary>What a deck's author sees of its answers: hints and findings, where they are wanted.</summary>
public class AuthorTests
{
    private const string Text = """
        # T

        ## Which?

        - [x] One.
        - [ ] Two.
        - [ ] Three.

        ## Explain it

        > [!IMPORTANT]
        > - It **forks** early
        > - It **shares** memory

        It forks and shares.

        ## New?

        Yes.

        """;

    private const string On = """{"rules":{"dead-distractor":"on","disputed-concept":"warning"}}""";

    [Fact]
    public async Task Hints_stand_behind_headings_options_and_concepts_where_they_are_wanted()
    {
        await using var folder = Answered();
        await folder.StartAsync();
        await folder.OpenAsync("c.deck.md");
        await folder.SettleAsync("c.deck.md");
        Assert.DoesNotContain(await HintsAsync(folder), hint => hint.Contains(" of ", StringComparison.Ordinal));

        await folder.Client.NotifyAsync(
            "workspace/didChangeConfiguration",
            """{"settings":{"inlayHints":{"due":false,"facts":true}}}"""
        );
        await folder.SettleAsync("c.deck.md");

        // All were answered on one day, so that there is one first try.
        Assert.Equal(
            [
                "4:10 chosen 14 of 44",
                "5:10 chosen 30 of 44",
                "6:12 chosen 0 of 44",
                "11:22 missed 0 of 12",
                "12:24 missed 0 of 12 · overruled 6",
            ],
            await HintsAsync(folder)
        );

        // As the deck is now: another option, and other lines.
        await folder.Server.ChangeAsync(2, TestServer.All(Text.Replace("# T\n", "# T\n\nNew\n.")), "c.deck.md");
        Assert.Equal("7:10 chosen 30 of 44", (await HintsAsync(folder))[1]);
        await folder.Server.ChangeAsync(
            3,
            TestServer.All(Text.Replace("Two", "Four").Replace("early", "late")),
            "c.deck.md"
        );
        Assert.Equal(["4:10 chosen 14 of 44", "5:11 chosen 0 of 44", "6:12 chosen 0 of 44"], await HintsAsync(folder));
    }

    /// <summary>Where none is wanted, no answers are read: see <see cref="HistoryNewsTests"/>.</summary>
    [Theory]
    [InlineData(null, false)]
    [InlineData("leech", false)]
    [InlineData("dead-distractor", true)]
    [InlineData("disputed-concept", true)]
    public void Findings_are_wanted_where_a_rule_is_switched_on(string? rule, bool expected)
    {
        var rules = ImmutableDictionary<string, Severity?>.Empty;
        rules = rule is null ? rules : rules.Add(rule, Severity.Hint);
        var deck = Deck.Parse(Text, new DeckSettings { Rules = rules });
        Assert.Equal(expected, AuthorRemarks.AreWanted(deck));
    }

    [Fact]
    public async Task Findings_are_there_once_they_are_switched_on_and_follow_deck_and_log()
    {
        await using var folder = Answered();

        // Without a folder, so that nothing else has the log looked at.
        await folder.Server.InitializeAsync();
        await folder.OpenAsync("c.deck.md");
        await folder.SettleAsync("c.deck.md");
        await folder.UntilAsync("c.deck.md", "");

        folder.Server.Folder.With("wsgilsp.json", On);
        await folder.Client.NotifyAsync("textDocument/didSave", folder.Server.Document("wsgilsp.json"));
        var found = (await folder.UntilAsync("c.deck.md", "dead-distractor@6 disputed-concept@12"))["diagnostics"]!
            .AsArray()
            .Where(one => (string?)one!["code"] is "dead-distractor" or "disputed-concept")
            .ToList();
        Assert.Equal(
            [
                "3 C was never chosen in 44 tries, 30 of them wrong: make it likelier, or drop it.",
                "2 The verdict on concept 2 was corrected in 6 of 12 answers: say it plainer, or add wordings.",
            ],
            found.Select(one => $"{one!["severity"]} {one["message"]}")
        );

        // As the deck is now, though nobody saved it.
        await folder.Server.ChangeAsync(2, TestServer.All(Text.Replace("# T\n", "# T\n\nIt.\n")), "c.deck.md");
        await folder.UntilAsync("c.deck.md", "dead-distractor@8 disputed-concept@14");
        await folder.Server.ChangeAsync(
            3,
            TestServer.All(
                Text.Replace("- [x] One.\n- [ ] Two.\n- [ ] Three.", "- [ ] Three.\n- [x] One.\n- [ ] Two.")
                    .Replace("**shares**", "gives away")
            ),
            "c.deck.md"
        );
        var moved = await folder.UntilAsync("c.deck.md", "dead-distractor@4");
        Assert.Contains("A was never chosen", moved.ToJsonString(), StringComparison.Ordinal);

        // Somebody chose it.
        folder.Log([Picked(2)]);
        await HintsAsync(folder);
        await folder.UntilAsync("c.deck.md", "");
    }

    /// <summary>44 answers to the choice, two of three wrong and never the last; of 12 explanations the half corrected.</summary>
    private static LearnedFolder Answered()
    {
        var folder = LearnedFolder.Of(("c.deck.md", Text));
        return folder.Log([
            .. Enumerable.Range(0, 44).Select(number => Picked(number < 30 ? 1 : 0)),
            .. Enumerable.Range(0, 12).Select(Explained),
        ]);
    }

    private static ReviewEvent Picked(int option) =>
        new()
        {
            Kind = ReviewEventKind.Review,
            Item = "c/which",
            Grade = option == 0 ? Grade.Good : Grade.Again,
            Given = $"{option}",
            Correct = option == 0,
            Options = OptionMarks.Of((ChoiceContent)Cards[0].Content),
        };

    private static ReviewEvent Explained(int number) =>
        new()
        {
            Kind = ReviewEventKind.Review,
            Item = "c/explain-it",
            Grade = Grade.Good,
            AnswerFingerprint = AnswerFingerprint.Of(Cards[1].Content),
            AutomaticConcepts = number % 2 == 0 ? "+-" : "++",
            FinalConcepts = "++",
        };

    private static IReadOnlyList<Card> Cards { get; } =
    [.. Deck.Parse(Text, new DeckSettings { FileName = "c.deck.md" }).Cards];

    private static async Task<IReadOnlyList<string>> HintsAsync(LearnedFolder folder)
    {
        var hints = await folder.Client.RequestAsync(
            "textDocument/inlayHint",
            $$$$"""{"textDocument":{"uri":"{{{{folder.Server.Uri("c.deck.md")}}}}"},"range":{"start":{"line":0,"character":0},"end":{"line":30,"character":0}}}"""
        );
        return
        [
            .. hints!
                .AsArray()
                .Select(hint =>
                    $"{hint!["position"]!["line"]}:{hint["position"]!["character"]} {(string?)hint["label"]}"
                ),
        ];
    }
}
