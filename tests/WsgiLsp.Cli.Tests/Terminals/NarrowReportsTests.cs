using WsgiLsp.Cli.Reports;
using WsgiLsp.Study.Grading;
using WsgiLsp.Study.Reviews;

namespace WsgiLsp.Cli.Tests.Terminals;

/// <summary>Reports at a narrow terminal: no line is broken by the terminal itself, and none within a word.</summary>
public class NarrowReportsTests
{
    private const string Deck =
        "# Rivers and lakes of the world\n\n## Which river of Europe is the longest of all rivers there?\n\n- [ ] The Rhine\n- [ ] The Danube\n\n"
        + "## What is wide?\n\nThe Amazon.\n";

    [Theory]
    [InlineData("due", 40)]
    [InlineData("stats", 40)]
    [InlineData("cards", 40)]
    [InlineData("check", 40)]
    [InlineData("cards", 60)]
    [InlineData("check", 60)]
    [InlineData("stats", 60)]
    [InlineData("simulate", 40)]
    [InlineData("simulate", 60)]
    public async Task Lines_fit(string command, int width)
    {
        using var shell = new Shell();
        shell.Folder.With("a.deck.md", Deck);
        using (var log = ReviewLog.Open(DataFolder.ReviewLogIn(shell.DataFolder), TimeProvider.System))
        {
            log.Append(
                new()
                {
                    Kind = ReviewEventKind.Review,
                    Item = "a/what-is-wide",
                    Grade = Grade.Good,
                }
            );
        }

        shell.Adjust = terminal => terminal with { IsInteractive = true, Screen = Keyboard.Screen("", width) };
        var result = await shell.RunAsync(command);

        Assert.NotEqual(2, result.ExitCode);
        Assert.All(result.Output.Split('\n'), line => Assert.InRange(TableColumn.WidthOf(line), 0, width));
    }

    [Fact]
    public async Task The_mark_stays_under_its_words()
    {
        using var shell = new Shell();
        shell.Folder.With("a.deck.md", Deck);
        shell.Adjust = terminal => terminal with { IsInteractive = true, Screen = Keyboard.Screen("", 40) };

        var lines = (await shell.RunAsync("check", "--rule", "no-key")).Output.Split('\n').ToList();

        var at = lines.FindIndex(line => line.Contains('^', StringComparison.Ordinal));
        Assert.Equal("   3 | ## Which river of Europe is the…", lines[at - 1]);
        Assert.Equal("     | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^", lines[at]);
    }

    [Theory]
    [InlineData("one two three", 7, "one two\n  three")]
    [InlineData("one two three", 13, "one two three")]
    [InlineData("incomprehensible word", 5, "incomprehensible\n  word")]
    [InlineData("界界 界界", 8, "界界\n  界界")]
    public void Lines_are_broken_between_words(string text, int columns, string expected) =>
        Assert.Equal(expected, WrappedLine.Of(text, columns, "  "));
}
