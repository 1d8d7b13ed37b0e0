using System.Text.Json;
using WsgiLsp.Study.Grading;
using WsgiLsp.Study.Reviews;

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
    public async Task A_table_with_bars_says_what_to_choose()
    {
        var result = await shell.RunAsync("simulate", "--days", "180");

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        var lines = result.Output.Split('\n');
        Assert.Equal("The next 180 days: 60 items, 10 new a day", lines[0]);
        Assert.Equal("retention  answers/day  min/day  learned  known  min/known", lines[1]);
        Assert.Equal(8, lines.Count(line => line.EndsWith('#')));
        Assert.Matches("(Set wsgilsp.study.retention to|Stay at) 0\\.", result.Output);
        Assert.Contains("You have not answered yet", result.Output, StringComparison.Ordinal);
        Assert.All(lines, line => Assert.InRange(line.Length, 0, 80));
        Assert.False(File.Exists(DataFolder.ReviewLogIn(shell.DataFolder)));
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
        Assert.Contains("wsgilsp.study.retention", page, StringComparison.Ordinal);
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
