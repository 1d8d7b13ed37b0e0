using System.Text.Json;
using WsgiLsp.Study.Grading;
using WsgiLsp.Study.Reviews;

namespace WsgiLsp.Cli.Tests;

public sealed class DueTests : IDisposable
{
    private readonly StoppedClock clock = new(new DateTimeOffset(2027, 2, 14, 12, 0, 0, TimeSpan.Zero));
    private readonly Shell shell;

    public DueTests()
    {
        shell = new Shell { Adjust = terminal => terminal with { Clock = clock } };
        shell
            .Folder.With("a.deck.md", "# Rivers\n\n## One?\n\n1\n\n## Two?\n\n2\n")
            .With("b.deck.md", "# Lakes and ponds\n\n## Three?\n\n3\n");
    }

    public void Dispose() => shell.Dispose();

    [Fact]
    public async Task A_row_a_deck_and_their_sum()
    {
        Answer("a/one", Grade.Again);
        Answer("b/three", Grade.Easy);
        clock.Now += TimeSpan.FromMinutes(11);

        var result = await shell.RunAsync("due");

        Assert.Equal(
            """
            deck                due   later  new today      new
            Rivers                1       0          1        1
            Lakes and ponds       0       0          0        0
            all decks             1       0          1        1
            1 item due now. 1 new item can be learned today.

            """,
            result.Output
        );
        Assert.Equal("", result.Error);
        Assert.Equal(0, result.ExitCode);
    }

    [Fact]
    public async Task A_deck_with_a_date_says_what_is_to_be_expected()
    {
        shell.Folder.With("c.deck.md", "---\ndeck: Seas\nby: 2027-02-24\n---\n\n## Four?\n\n4\n\n## Five?\n\n5\n");
        Assert.EndsWith(
            "\nSeas: 0 % expected on Wed 2027-02-24: nothing of 2 is learned.\n",
            (await shell.RunAsync("due", "c.deck.md")).Output,
            StringComparison.Ordinal
        );
        Answer("c/four", Grade.Easy);

        var said = "89 % of what you learned, nothing of 1 new of 2";
        Assert.EndsWith(
            $"\nSeas: 44 % expected on Wed 2027-02-24: {said}.\n",
            (await shell.RunAsync("due")).Output,
            StringComparison.Ordinal
        );
        var stats = (await shell.RunAsync("stats")).Output.ReplaceLineEndings(" ");
        Assert.Contains("c: 44 % expected on Wed 2027-02-24:", stats, StringComparison.Ordinal);
        Assert.Contains(said, (await shell.RunAsync("stats", "--html")).Output, StringComparison.Ordinal);
        foreach (var command in new[] { "due", "stats" })
        {
            using var json = JsonDocument.Parse((await shell.RunAsync(command, "--json")).Output);
            var deck = json.RootElement.GetProperty("readiness").EnumerateArray().Single();
            Assert.Equal("2027-02-24", deck.GetProperty("by").GetString());
            Assert.Equal(1, deck.GetProperty("new").GetInt32());
            Assert.Equal(0.8867, deck.GetProperty("expectedOfLearned").GetDouble());
        }

        clock.Now += TimeSpan.FromDays(11);
        Assert.DoesNotContain("expected", (await shell.RunAsync("due")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_date_that_comes_after_the_answers_brings_them_into_its_last_week()
    {
        const string Deck = "## Four?\n\n4\n";
        shell.Folder.With("c.deck.md", Deck);
        Answer("c/four", Grade.Easy);
        var log = await shell.RunAsync("log", "verify");
        Assert.Equal("2027-02-22", await NextAsync());

        shell.Folder.With("c.deck.md", "---\nby: 2027-02-22\n---\n" + Deck);

        Assert.InRange(await NextAsync(), "2027-02-15", "2027-02-21");
        Assert.Equal(log, await shell.RunAsync("log", "verify"));

        async Task<string> NextAsync()
        {
            using var json = JsonDocument.Parse((await shell.RunAsync("due", "c.deck.md", "--json")).Output);
            return json.RootElement.GetProperty("total").GetProperty("nextDay").GetString()!;
        }
    }

    [Fact]
    public async Task What_waits_on_a_step_is_due_later()
    {
        Answer("a/one", Grade.Again);

        var result = await shell.RunAsync("due", "a.deck.md");

        Assert.Contains("Rivers          0       1 ", result.Output, StringComparison.Ordinal);
        Assert.EndsWith(
            "\nNothing is due now; 1 item will be later today. 1 new item can be learned today.\n",
            result.Output,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Decks_of_one_name_are_told_since_they_are_counted_as_one()
    {
        using var twins = new Shell();
        twins
            .Folder.With("a/n.deck.md", "# Fruit\n\n## Apple?\n\nYes.\n")
            .With("b/n.deck.md", "# Fruit\n\n## Apple?\n\nYes.\n");

        var result = await twins.RunAsync("due");

        var (one, other) = (Path.Join("a", "n.deck.md"), Path.Join("b", "n.deck.md"));
        Assert.Equal(
            $"wsgilsp: {one} and {other} have one name and are counted as one deck; give one of them an id\n",
            result.Error
        );
    }

    [Fact]
    public async Task The_next_day_is_told_when_nothing_is_due()
    {
        Answer("a/one", Grade.Easy);
        using var log = Log();
        var days = log.ReadItemStates()["a/one"].DueDay!.Value - log.Today;
        var date = clock.Now.AddDays(days);

        var result = await shell.RunAsync("due");

        Assert.EndsWith(
            $"Nothing is due. 2 new items can be learned today. Next: 1 item on {date:ddd yyyy-MM-dd}, in {days} days.\n",
            result.Output,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task The_limit_over_all_decks_is_told()
    {
        Directory.CreateDirectory(shell.DataFolder);
        await File.WriteAllTextAsync(
            Path.Join(shell.DataFolder, "settings.json"),
            """{ "wsgilsp.study.newPerDay": 2 }""",
            TestContext.Current.CancellationToken
        );

        var result = await shell.RunAsync("due");

        Assert.Contains(
            "Of the new ones of all decks today's limit leaves 2.\n",
            result.Output,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("due")]
    [InlineData("stats")]
    [InlineData("study")]
    [InlineData("log path")]
    public async Task Mistakes_in_the_settings_are_told_once_and_change_no_exit_code(string line)
    {
        var path = Path.Join(shell.DataFolder, "settings.json");
        await File.WriteAllTextAsync(
            path,
            """{ "study.limit": 0, "study.peaks": false }""",
            TestContext.Current.CancellationToken
        );

        var result = await shell.RunAsync(line.Split(' '));

        Assert.Equal(
            $"""
            {path}:1:18: warning: 'study.limit' wants a whole number from 1 on; the default holds
            {path}:1:21: warning: unknown key 'study.peaks'; did you mean 'study.peeks'?

            """,
            result.Error
        );
        Assert.Equal(0, result.ExitCode);
    }

    [Fact]
    public async Task A_limit_that_is_reached_is_told_with_the_way_on()
    {
        await File.WriteAllTextAsync(
            Path.Join(shell.DataFolder, "settings.json"),
            """{ "study.newPerDay": 1 }""",
            TestContext.Current.CancellationToken
        );
        Answer("a/one", Grade.Easy);

        var result = await shell.RunAsync("due");

        Assert.Contains(
            "\nNothing is due. Today's limit of new items is reached; wsgilsp study --new learns more. Next: 1 item on ",
            result.Output,
            StringComparison.Ordinal
        );
    }

    /// <summary>A study day that begins on a Tuesday, seen from the days before.</summary>
    [Theory]
    [InlineData("2027-02-14T23:00", "04:00", "in 2 days")]
    [InlineData("2027-02-15T00:30", "04:00", "tomorrow")]
    [InlineData("2027-02-15T03:59", "04:00", "tomorrow")]
    [InlineData("2027-02-15T04:00", "04:00", "tomorrow")]
    [InlineData("2027-02-15T23:59", "04:00", "tomorrow")]
    [InlineData("2027-02-16T00:00", "04:00", "today from 04:00")]
    [InlineData("2027-02-16T03:59", "04:00", "today from 04:00")]
    [InlineData("2027-02-15T23:59", "00:00", "tomorrow")]
    [InlineData("2027-02-16T19:00", "20:00", "today from 20:00")]
    public void Days_ahead_are_called_as_people_call_them(string now, string dayStart, string called)
    {
        var culture = System.Globalization.CultureInfo.InvariantCulture;
        var moment = new StudyMoment(
            new DateTimeOffset(DateTime.Parse(now, culture), TimeSpan.FromHours(2)),
            TimeSpan.Parse(dayStart, culture)
        );
        var tuesday = new DateOnly(2027, 2, 16).DayNumber - new DateOnly(1970, 1, 1).DayNumber;

        Assert.Equal(called, StudyDate.Ahead(tuesday, moment));
    }

    [Fact]
    public async Task Programs_read_it_as_json()
    {
        Answer("b/three", Grade.Easy);

        var result = await shell.RunAsync("due", "--json");

        using var json = JsonDocument.Parse(result.Output);
        var root = json.RootElement;
        Assert.Equal("2027-02-14", root.GetProperty("day").GetString());
        Assert.Equal(
            ["a", "b"],
            root.GetProperty("decks").EnumerateArray().Select(d => d.GetProperty("deck").GetString())
        );
        Assert.Equal(2, root.GetProperty("total").GetProperty("newToday").GetInt32());
        Assert.Equal(1, root.GetProperty("total").GetProperty("onNextDay").GetInt32());
        Assert.Equal(
            JsonValueKind.Null,
            root.GetProperty("decks")[0].GetProperty("items").GetProperty("nextDay").ValueKind
        );
    }

    [Fact]
    public async Task Lines_fit_a_terminal()
    {
        shell.Folder.With("c.deck.md", $"# {new string('界', 200)}\n\n## Four?\n\n4\n");

        var result = await shell.RunAsync("due");

        Assert.All(result.Output.Split('\n'), line => Assert.InRange(Width(line), 0, 80));
        Assert.Contains("…", result.Output, StringComparison.Ordinal);

        static int Width(string line) => line.Sum(c => c == '界' ? 2 : 1);
    }

    [Fact]
    public async Task Without_a_deck_there_is_no_table()
    {
        using var empty = new Shell();

        var result = await empty.RunAsync("due");

        Assert.Equal(0, result.ExitCode);
        Assert.Equal("", result.Output);
        Assert.StartsWith("wsgilsp: no decks", result.Error, StringComparison.Ordinal);
    }

    private ReviewLog Log() => ReviewLog.Open(DataFolder.ReviewLogIn(shell.DataFolder), clock);

    private void Answer(string item, Grade grade)
    {
        using var log = Log();
        log.Append(
            new ReviewEvent
            {
                Kind = ReviewEventKind.Review,
                Item = item,
                Grade = grade,
            }
        );
    }
}
