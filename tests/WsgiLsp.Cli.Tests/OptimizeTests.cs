using System.Globalization;
using System.Text.Json;
using WsgiLsp.Study.Grading;
using WsgiLsp.Study.Reviews;
using WsgiLsp.Study.Scheduling;

namespace WsgiLsp.Cli.Tests;

public sealed class OptimizeTests : IDisposable
{
    private const int Cards = 250;
    private const int Answers = 7;

    private readonly StoppedClock clock = new(new DateTimeOffset(2027, 1, 1, 12, 0, 0, TimeSpan.Zero));
    private readonly Shell shell;

    public OptimizeTests()
    {
        shell = new Shell { Adjust = terminal => terminal with { Clock = clock } };
        shell.Folder.With("a.deck.md", "# Rivers\n\n## Longest?\n\nThe Nile.\n");
    }

    private string LogPath => WsgiLsp.Study.Reviews.DataFolder.ReviewLogIn(shell.DataFolder);

    public void Dispose() => shell.Dispose();

    [Fact]
    public async Task Without_a_log_there_is_too_little_to_learn_from()
    {
        var result = await shell.RunAsync("optimize");

        Assert.Equal(
            new(
                0,
                """
                Production: recall, typed, cloze, explain, order
                  answers on later days   0
                  too few to learn from: it takes 1500; the weights stay as they are

                Recognition: choice, multi, true-false, match
                  answers on later days   0
                  too few to learn from: it takes 1500; the weights stay as they are

                """,
                ""
            ),
            result
        );
        Assert.False(File.Exists(LogPath));
    }

    [Fact]
    public async Task Better_weights_are_kept_and_the_log_stays_sound()
    {
        Live("recall", day => day <= 2);

        var result = await shell.RunAsync("optimize");

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        var lines = result.Output.Split('\n');
        Assert.Equal("  answers on later days   1500", lines[1]);
        Assert.Matches(@"^  log loss, last fifth    \d\.\d{4} before, 0\.\d{4} after$", lines[2]);
        Assert.Matches(@"^  log loss, all           \d\.\d{4} before, 0\.\d{4} after$", lines[3]);
        Assert.Matches(@"^  off by bins, last fifth \d+\.\d % before, \d+\.\d % after$", lines[4]);
        Assert.Matches(@"^  off by bins, all        \d+\.\d % before, \d+\.\d % after$", lines[5]);
        Assert.Matches(@"^  kept: \d\.\d{4} gained on the last fifth$", lines[6]);
        Assert.Equal("  answers on later days   0", lines[9]);
        Assert.NotSame(FsrsWeights.Default, Weights(WeightsFamily.Production));
        Assert.Same(FsrsWeights.Default, Weights(WeightsFamily.Recognition));
        Assert.StartsWith("sound: ", (await shell.RunAsync("log", "verify")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_kept_of_what_does_not_help()
    {
        // What was learned once cannot be learned again.
        Live("recall", day => day <= 2);
        await shell.RunAsync("optimize");

        var result = await shell.RunAsync("optimize");

        Assert.Equal(0, result.ExitCode);
        Assert.Matches(
            @"\n  not kept: \d\.\d{4} (gained on the last fifth, less than 0\.0020|lost on the last fifth)\n",
            result.Output
        );
        Assert.Equal(1, CountKept());
    }

    [Fact]
    public async Task A_dry_run_writes_nothing()
    {
        Live("recall", day => day <= 2);

        var result = await shell.RunAsync("optimize", "--dry-run");

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("\n  would be kept: ", result.Output, StringComparison.Ordinal);
        Assert.Equal(0, CountKept());
        Assert.NotEmpty((await shell.RunAsync("stats")).Error);
    }

    [Fact]
    public async Task Programs_read_it_as_json()
    {
        Live("choice", day => day <= 2);

        var result = await shell.RunAsync("optimize", "--json");

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        using var json = JsonDocument.Parse(result.Output);
        var families = json.RootElement.GetProperty("families");
        var (production, recognition) = (families[0], families[1]);
        Assert.Equal("production", production.GetProperty("family").GetString());
        Assert.Equal("too-few", production.GetProperty("result").GetString());
        Assert.Equal(JsonValueKind.Null, production.GetProperty("gain").ValueKind);
        Assert.Equal("recognition", recognition.GetProperty("family").GetString());
        Assert.Equal("kept", recognition.GetProperty("result").GetString());
        Assert.Equal(1500, recognition.GetProperty("answers").GetInt32());
        Assert.Equal(21, recognition.GetProperty("weights").GetArrayLength());
        var (later, all) = (recognition.GetProperty("lastFifth"), recognition.GetProperty("all"));
        Assert.Equal(
            recognition.GetProperty("gain").GetDouble(),
            LossOf(later, "before") - LossOf(later, "after"),
            1e-4
        );
        Assert.True(LossOf(all, "after") < LossOf(all, "before"));

        static double LossOf(JsonElement change, string when) =>
            change.GetProperty(when).GetProperty("logLoss").GetDouble();
    }

    [Fact]
    public async Task Statistics_offer_it_until_it_was_done()
    {
        Live("recall", day => day <= 2);
        Live("choice", day => day <= 2);

        Assert.Equal(
            "wsgilsp: 3000 answers from which the schedule can learn how you remember: run wsgilsp optimize\n",
            (await shell.RunAsync("stats")).Error
        );

        await shell.RunAsync("optimize");
        Assert.Equal("", (await shell.RunAsync("stats")).Error);

        Live("type", day => day <= 2, cards: 63);
        Assert.Equal(
            "wsgilsp: 378 answers since the schedule was fitted to you: run wsgilsp optimize\n",
            (await shell.RunAsync("stats")).Error
        );
        Assert.Equal("", (await shell.RunAsync("stats", "--json")).Error);
    }

    [Fact]
    public async Task At_a_terminal_the_rounds_are_counted()
    {
        Live("recall", day => day <= 2);
        shell.Adjust = terminal => terminal with { Clock = new ImpatientClock(), ShowsProgress = true };

        var result = await shell.RunAsync("optimize", "--dry-run");

        Assert.Equal("\r\e[K0 of 200 rounds\r\e[K", result.Error);
    }

    [Fact]
    public async Task A_narrow_terminal_gets_narrow_lines()
    {
        Live("recall", day => day <= 2);
        shell.Adjust = terminal =>
            terminal with
            {
                Clock = clock,
                Screen = new TerminalScreen { Width = () => 40, ReadKey = () => null },
            };

        var result = await shell.RunAsync("optimize", "--dry-run");

        Assert.All(result.Output.Split('\n'), line => Assert.InRange(line.Length, 0, 40));
    }

    [Fact]
    public async Task A_log_that_cannot_be_read_is_said()
    {
        await File.WriteAllTextAsync(
            LogPath,
            "This is no database, and it is long enough not to be taken for an empty one.",
            TestContext.Current.CancellationToken
        );

        var result = await shell.RunAsync("optimize");

        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.StartsWith("wsgilsp: ", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_takes_no_decks()
    {
        var result = await shell.RunAsync("optimize", "a.deck.md");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("one word too many: 'a.deck.md'", result.Error, StringComparison.Ordinal);
    }

    /// <summary>Each card is answered after one day up to six, in some order, and right where the learner still knows it.</summary>
    private void Live(string mode, Func<int, bool> isKnownAfter, int cards = Cards)
    {
        using var log = ReviewLog.Open(LogPath, clock);
        log.Import([
            .. Enumerable
                .Range(0, cards)
                .SelectMany(card =>
                    Enumerable
                        .Range(0, Answers)
                        .Select(number =>
                        {
                            // One to six days, each once, beginning with another one on each card.
                            var days = Enumerable.Range(0, number).Select(i => 1 + ((i + card) % 6)).ToList();
                            var time = clock.Now.AddDays(days.Sum() + (card % 90) - 200).AddMilliseconds(card);
                            var isGot = number == 0 || isKnownAfter(days[^1]);
                            return EventOf(mode, card, time, isGot ? Grade.Good : Grade.Again);
                        })
                ),
        ]);
    }

    private static LoggedEvent EventOf(string mode, int card, DateTimeOffset time, Grade grade) =>
        new(
            Guid.CreateVersion7(time),
            time,
            StudyDay.Of(time, StudyDay.DefaultStart),
            "elsewhere",
            new ReviewEvent
            {
                Kind = ReviewEventKind.Review,
                Item = string.Create(CultureInfo.InvariantCulture, $"{mode}/{card}"),
                Mode = mode,
                Grade = grade,
                Phase = LearningPhase.Review,
                DueDay = 1,
            }
        );

    private FsrsWeights Weights(WeightsFamily family)
    {
        using var log = ReviewLog.Open(LogPath, clock);
        return log.ReadWeights().Fsrs[family].Weights;
    }

    private int CountKept()
    {
        using var log = ReviewLog.Open(LogPath, clock);
        return log.ReadAll().Count(logged => logged.Event.Kind == ReviewEventKind.Weights);
    }
}
