using System.Globalization;
using System.Text.Json;
using WsgiLsp.Decks.Model;
using WsgiLsp.Study.Grading;
using WsgiLsp.Study.Reviews;

namespace WsgiLsp.Cli.Tests;

/// <summary><c>wsgilsp stats --cards</c>.</summary>
public sealed class CardStatsTests : IDisposable
{
    private const int Cards = 12;

    private static readonly string Text =
        "# Letters\n\n"
        + string.Concat(
            Enumerable.Range(0, Cards).Select(n => $"## Which is letter {n}?\n\n- [x] a{n}\n- [ ] b{n}\n- [ ] c{n}\n\n")
        );

    private readonly Shell shell = new();
    private readonly Deck deck;

    public CardStatsTests()
    {
        shell.Folder.With("letters.deck.md", Text);
        deck = Deck.Parse(Text, new DeckSettings { FileName = "letters.deck.md" });
    }

    public void Dispose() => shell.Dispose();

    [Fact]
    public async Task Who_answered_nothing_is_told_so()
    {
        var result = await shell.RunAsync("stats", "--cards");

        Assert.Equal((0, "Nothing was answered of these cards yet.\n"), (result.ExitCode, result.Output));
    }

    [Fact]
    public async Task One_learner_sees_how_easy_cards_are_hardest_first()
    {
        using (var log = ReviewLog.Open(DataFolder.ReviewLogIn(shell.DataFolder), TimeProvider.System))
        {
            Answer(log, card: 0, option: 0);
            Answer(log, card: 1, option: 2);
        }

        var result = await shell.RunAsync("stats", "--cards");

        Assert.Equal(0, result.ExitCode);
        Assert.StartsWith(
            " first tries    tells card\n      0 of 1          Which is letter 1?\n      1 of 1          Which is letter 0?\n",
            result.Output,
            StringComparison.Ordinal
        );
        Assert.Contains("2 cards answered by 1 learner; 0 worth a look.", result.Output, StringComparison.Ordinal);
        Assert.All(result.Output.Split('\n'), line => Assert.True(line.Length <= 80, line));
    }

    /// <summary>The last card's key is wrong: who knows all others chooses its b, who knows none its a.</summary>
    [Fact]
    public async Task A_class_tells_which_key_is_wrong_and_no_log_is_changed()
    {
        var files = await WriteClassAsync(learners: 24);

        var result = await shell.RunAsync(["stats", "--cards", "--class", .. files]);

        Assert.Equal((1, ""), (result.ExitCode, result.Error));
        Assert.Contains("12 of 24    -1.00 Which is letter 11?\n", result.Output, StringComparison.Ordinal);
        Assert.Contains("is the key right?", result.Output, StringComparison.Ordinal);
        Assert.Contains("12 cards answered by 24 learners; 1 worth a look.", result.Output, StringComparison.Ordinal);
        Assert.False(File.Exists(DataFolder.ReviewLogIn(shell.DataFolder)));

        var json = await shell.RunAsync(["stats", "--cards", "--json", "--class", .. files]);
        var last = JsonDocument.Parse(json.Output).RootElement.GetProperty("cards")[Cards - 1];
        Assert.Equal("wrong-key", last.GetProperty("faults")[0].GetProperty("kind").GetString());
        Assert.Equal(1, last.GetProperty("faults")[0].GetProperty("index").GetInt32());
        Assert.Equal(-1, last.GetProperty("discrimination").GetDouble());
    }

    [Fact]
    public async Task What_is_no_export_is_told_and_nothing_is_reported()
    {
        shell.Folder.With("notes.txt", "hello\n");

        var result = await shell.RunAsync("stats", "--cards", "--class", "notes.txt");

        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.Contains("notes.txt:1: error:", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--class is for what answers say of the cards: it needs --cards", "--class", "x")]
    [InlineData("--html and --cards: only one is possible", "--cards", "--html")]
    public async Task What_does_not_go_together_is_told(string problem, params string[] options)
    {
        var result = await shell.RunAsync(["stats", .. options]);

        Assert.Equal((2, $"wsgilsp: {problem}\n"), (result.ExitCode, result.Error));
    }

    /// <summary>Half of the learners know everything, the others nothing.</summary>
    private async Task<string[]> WriteClassAsync(int learners)
    {
        var files = new List<string>();
        for (var learner = 0; learner < learners; learner++)
        {
            var path = shell.Folder[$"learner{learner}.db"];
            using (var log = ReviewLog.Open(path, TimeProvider.System))
            {
                var knows = learner % 2 == 0;
                for (var card = 0; card < Cards; card++)
                {
                    Answer(log, card, option: knows == card < Cards - 1 ? 0 : 1);
                }
            }

            using (var log = ReviewLog.Open(path, TimeProvider.System))
            {
                var file = $"learner{learner}.jsonl";
                await File.WriteAllLinesAsync(shell.Folder[file], log.ReadAll().Select(EventJson.Write));
                files.Add(file);
            }
        }

        return [.. files];
    }

    private void Answer(ReviewLog log, int card, int option)
    {
        var content = (ChoiceContent)deck.Cards.ElementAt(card).Content;
        log.Append(
            new ReviewEvent
            {
                Kind = ReviewEventKind.Review,
                Item = deck.Cards.ElementAt(card).Key,
                Grade = option == 0 ? Grade.Good : Grade.Again,
                Given = option.ToString(CultureInfo.InvariantCulture),
                Correct = option == 0,
                Options = OptionMarks.Of(content),
            }
        );
    }
}
