using System.Collections.Immutable;
using System.Text.Json;
using WsgiLsp.Cli.Reports;
using WsgiLsp.Study.Grading;
using WsgiLsp.Study.Reviews;
using WsgiLsp.Study.Scheduling;
using WsgiLsp.Study.Simulation;

namespace WsgiLsp.Cli.Tests;

public sealed class SimulateTests : IDisposable
{
    private readonly StoppedClock clock = new(new DateTimeOffset(2027, 1, 1, 12, 0, 0, TimeSpan.Zero));
    private readonly Shell shell;

    public SimulateTests()
    {
        shell = new Shell { Adjust = terminal => terminal with { Clock = clock } };
        shell.Folder.With(
            "a.deck.md",
            "# Rivers\n\n" + string.Concat(Enumerable.Range(1, 60).Select(n => $"## Number {n}?\n\n{n}\n\n"))
        );
    }

    public void Dispose() => shell.Dispose();

    [Fact]
    public async Task A_table_with_bars_says_why_there_is_no_advice_yet()
    {
        var result = await shell.RunAsync("simulate", "--days", "180");

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        var lines = result.Output.Split('\n');
        Assert.Equal("The next 180 days: 60 items, 10 new a day", lines[0]);
        Assert.Equal("retention  answers/day  min/day  learned  known  min/known", lines[1]);
        Assert.Equal(8, lines.Count(line => line.EndsWith('#')));
        Assert.Contains(
            "Yours is 0.9. No advice yet: it takes 1500 answers on later days,",
            result.Output,
            StringComparison.Ordinal
        );
        Assert.All(lines, line => Assert.InRange(line.Length, 0, 80));
        Assert.False(File.Exists(DataFolder.ReviewLogIn(shell.DataFolder)));
    }

    [Fact]
    public async Task Answers_enough_make_it_advise()
    {
        StudyDays(27);

        var advice = await shell.RunAsync("simulate", "--days", "180", "--retention", "0.8-0.95");
        Assert.Matches("(Set wsgilsp.study.retention to|Stay at) 0\\.[89]", advice.Output);

        using var json = JsonDocument.Parse((await shell.RunAsync("simulate", "--days", "30", "--json")).Output);
        Assert.Equal(60 * 26, json.RootElement.GetProperty("laterAnswers").GetInt32());
        Assert.InRange(json.RootElement.GetProperty("advised").GetDouble(), 0.8, 0.95);
        Assert.Contains(
            "wsgilsp.study.retention",
            (await shell.RunAsync("simulate", "--days", "30", "--html")).Output,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(0.9, "Set wsgilsp.study.retention to 0.85, in place of 0.9: ")]
    [InlineData(0.85, "Stay at 0.85: ")]
    [InlineData(0.97, "No advice: none of these is from 0.8 to 0.95, where advice is given.")]
    public void The_sentence_fits_what_is_set(double current, string sentence)
    {
        ImmutableArray<Workload> runs = current > 0.95 ? [Run(0.97)] : [Run(0.85), Run(0.9)];

        var said = new Outlook(runs, current, 100, 10, LearnerHabits.Default with { LaterAnswers = 1500 }).Sentence;

        Assert.StartsWith(sentence, said, StringComparison.Ordinal);

        static Workload Run(double retention) =>
            new()
            {
                Retention = retention,
                Days = 10,
                Answers = 1,
                Spent = TimeSpan.FromMinutes(retention > 0.85 ? 120 : 100),
                LongestDay = TimeSpan.Zero,
                Learned = 100,
                Known = 90,
            };
    }

    [Fact]
    public async Task It_is_the_same_each_time_and_the_log_stays_as_it_is()
    {
        Study();
        var before = await shell.RunAsync("log", "verify");

        var first = await shell.RunAsync("simulate", "--json");

        Assert.Equal(first, await shell.RunAsync("simulate", "--json"));
        Assert.Equal(before, await shell.RunAsync("log", "verify"));
        using var json = JsonDocument.Parse(first.Output);
        Assert.Equal(20, json.RootElement.GetProperty("learnedFrom").GetInt32());
        Assert.Equal(365, json.RootElement.GetProperty("days").GetInt32());
    }

    [Fact]
    public async Task Retentions_and_limits_can_be_named()
    {
        Assert.Equal(new[] { 0.75, 0.8, 0.85, 0.9 }, await Retentions("--retention", "0.75-0.85"));
        Assert.Equal(new[] { 0.72, 0.9, 0.99 }, await Retentions("--retention", "0.99", "0.72"));

        var none = await shell.RunAsync("simulate", "--new", "0");
        Assert.Contains("there is nothing to choose", none.Output, StringComparison.Ordinal);

        async Task<double[]> Retentions(params string[] args)
        {
            var result = await shell.RunAsync(["simulate", ".", "--days", "9", "--json", .. args]);
            using var json = JsonDocument.Parse(result.Output);
            return
            [
                .. json
                    .RootElement.GetProperty("retentions")
                    .EnumerateArray()
                    .Select(run => run.GetProperty("retention").GetDouble()),
            ];
        }
    }

    [Fact]
    public async Task A_page_shows_it_as_figures_with_their_numbers()
    {
        var result = await shell.RunAsync("simulate", "--html", "-o", "simulate.html");

        Assert.Equal(new ShellResult(0, "", ""), result);
        var page = shell.Read("simulate.html");
        Assert.Equal(3, page.Split("<svg ").Length - 1);
        Assert.Equal(3, page.Split("<th scope=\"row\">0.85</th>").Length - 1);
        Assert.Contains("No advice yet", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        "--retention takes a number from 0.7 to 0.99, or a range such as 0.8-0.95, not '1'",
        "--retention",
        "1"
    )]
    [InlineData(
        "--retention takes a number from 0.7 to 0.99, or a range such as 0.8-0.95, not '0.9-0.8'",
        "--retention",
        "0.9-0.8"
    )]
    [InlineData("--days takes a whole number from 1 to 3650, not '0'", "--days", "0")]
    [InlineData("-o is for the page: it needs --html", "-o", "page.html")]
    [InlineData("--html and --json: only one is possible", "--html", "--json")]
    public async Task What_makes_no_sense_is_said(string complaint, params string[] args)
    {
        var result = await shell.RunAsync(["simulate", .. args]);

        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.Contains(complaint, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_terminal_sees_how_far_it_has_come()
    {
        shell.Adjust = terminal => terminal with { Clock = new ImpatientClock(), ShowsProgress = true };

        var result = await shell.RunAsync("simulate", "--days", "9", "--retention", "0.8");

        Assert.Equal("\r\e[K0 of 18 days\r\e[K", result.Error);
    }

    /// <summary>Answers all 60 cards, each day.</summary>
    private void StudyDays(int days)
    {
        using var log = ReviewLog.Open(DataFolder.ReviewLogIn(shell.DataFolder), clock);
        for (var day = 0; day < days; day++)
        {
            log.AppendStep([
                .. Enumerable
                    .Range(1, 60)
                    .Select(n =>
                        (
                            new ReviewEvent
                            {
                                Kind = ReviewEventKind.Review,
                                Item = $"a/number-{n}",
                                Mode = "recall",
                                Grade = (n + day) % 10 == 0 ? Grade.Again : Grade.Easy,
                                MillisecondsSpent = 7_000,
                            },
                            default(DeckAim)
                        )
                    ),
            ]);
            clock.Now += TimeSpan.FromDays(1);
        }
    }

    private void Study()
    {
        using var log = ReviewLog.Open(DataFolder.ReviewLogIn(shell.DataFolder), clock);
        for (var n = 1; n <= 20; n++)
        {
            log.Append(
                new()
                {
                    Kind = ReviewEventKind.Review,
                    Item = $"a/number-{n}",
                    Mode = "recall",
                    Grade = Grade.Good,
                    MillisecondsSpent = 7_000,
                }
            );
        }
    }
}
