using System.Text.Json;
using WsgiLsp.Study.Grading;
using WsgiLsp.Study.Reviews;

namespace WsgiLsp.Cli.Tests;

public sealed class StatsTests : IDisposable
{
    private readonly StoppedClock clock = new(new DateTimeOffset(2027, 1, 1, 12, 0, 0, TimeSpan.Zero));
    private readonly Shell shell;

    public StatsTests()
    {
        shell = new Shell { Adjust = terminal => terminal with { Clock = clock } };
        shell.Folder.With(
            "a.deck.md",
            "# Rivers\n\n" + string.Concat(Enumerable.Range(1, 30).Select(n => $"## Number {n}?\n\n{n}\n\n"))
        );
    }

    public void Dispose() => shell.Dispose();

    [Fact]
    public async Task An_empty_log_gives_no_rates()
    {
        var result = await shell.RunAsync("stats");

        Assert.Equal(0, result.ExitCode);
        Assert.StartsWith("Items: 30\n  new                     30\n", result.Output, StringComparison.Ordinal);
        Assert.Contains("  all                     no answers yet", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("%", result.Output, StringComparison.Ordinal);
        Assert.Contains("Answers in the last 30 days: 0\n", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Few_answers_are_called_too_few()
    {
        Study(cards: 5, missed: 1);

        var result = await shell.RunAsync("stats");

        Assert.Contains("  young                   too few answers (5)", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Enough_answers_give_rates_and_charts_in_80_columns()
    {
        Study(cards: 25, missed: 5);

        var result = await shell.RunAsync("stats");

        Assert.Contains(
            "  young                   80 % of 25                 80 % of 25\n",
            result.Output,
            StringComparison.Ordinal
        );
        Assert.Contains("  mature                  no answers yet", result.Output, StringComparison.Ordinal);
        Assert.Contains(
            "  time                    1 min on 2 days, 2 s an answer\n",
            result.Output,
            StringComparison.Ordinal
        );
        Assert.Contains("Answers in the last 30 days: 50\n", result.Output, StringComparison.Ordinal);
        Assert.Contains("#", result.Output, StringComparison.Ordinal);
        Assert.All(result.Output.Split('\n'), line => Assert.InRange(line.Length, 0, 80));
        Assert.All(result.Output.Split('\n'), line => Assert.Equal(line.TrimEnd(), line));
    }

    [Fact]
    public async Task Programs_read_them_as_json()
    {
        Study(cards: 25, missed: 5);

        var result = await shell.RunAsync("stats", "--json");

        using var json = JsonDocument.Parse(result.Output);
        var root = json.RootElement;
        Assert.Equal(0.8, root.GetProperty("retention").GetProperty("young").GetProperty("rate").GetDouble());
        Assert.Equal(
            JsonValueKind.Null,
            root.GetProperty("retention").GetProperty("mature").GetProperty("rate").ValueKind
        );
        Assert.Equal(30, root.GetProperty("forecast").GetArrayLength());
        Assert.Equal(30, root.GetProperty("work").GetArrayLength());
        Assert.Equal(5, root.GetProperty("items").GetProperty("relearning").GetInt32());
        Assert.Equal(100, root.GetProperty("work").EnumerateArray().Sum(day => day.GetProperty("seconds").GetDouble()));
    }

    [Fact]
    public async Task A_page_shows_them_as_figures_with_their_numbers()
    {
        Study(cards: 25, missed: 5);

        var result = await shell.RunAsync("stats", "--html", "-o", "stats.html");

        Assert.Equal(new ShellResult(0, "", ""), result);
        var page = shell.Read("stats.html");
        Assert.Contains("<div><dt>items</dt><dd>30</dd></div>", page, StringComparison.Ordinal);
        Assert.Contains(
            "<tr><th scope=\"row\">young</th><td class=\"right\">80 %</td><td class=\"right\">80 %</td></tr>",
            page,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "<tr><th scope=\"row\">01-16</th><td class=\"right\">25</td></tr>",
            page,
            StringComparison.Ordinal
        );
        Assert.Contains("50 answers on 2 days, 2 min.", page, StringComparison.Ordinal);
        Assert.Equal(4, page.Split("<svg ").Length - 1);
    }

    /// <summary>Learns cards, and asks them again when all are due; ends on that day.</summary>
    private void Study(int cards, int missed)
    {
        using var log = ReviewLog.Open(DataFolder.ReviewLogIn(shell.DataFolder), clock);
        for (var n = 1; n <= cards; n++)
        {
            Answer(log, n, Grade.Easy);
        }

        clock.Now += TimeSpan.FromDays(15);
        for (var n = 1; n <= cards; n++)
        {
            Answer(log, n, n <= missed ? Grade.Again : Grade.Good);
        }
    }

    private static void Answer(ReviewLog log, int number, Grade grade) =>
        log.Append(
            new ReviewEvent
            {
                Kind = ReviewEventKind.Review,
                Item = $"a/number-{number}",
                Grade = grade,
                MillisecondsSpent = 2_000,
            }
        );
}
