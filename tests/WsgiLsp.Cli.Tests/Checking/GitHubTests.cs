using WsgiLsp.Cli.Reports;

namespace WsgiLsp.Cli.Tests.Checking;

public class GitHubTests
{
    public static TheoryData<string> Awkward =>
        [
            "plain",
            "100 % of a, b: c; d=e",
            "%0A is written %250A",
            "%25%2C%3A%0D",
            "two\nlines\r\nand a third\r",
            "::error file=x::y",
            ",,::==%%",
            " spaces ",
            "漢字 🧠 \u202E",
            "",
        ];

    [Theory]
    [MemberData(nameof(Awkward))]
    public void Whatever_stands_in_a_command_is_read_back(string text)
    {
        var line = new WorkflowCommand("error", [new("file", text), new("title", text)], text).ToString();

        Assert.DoesNotContain('\n', line);
        Assert.DoesNotContain('\r', line);
        var command = WorkflowCommandLine.Read(line)!;
        Assert.Equal("error", command.Name);
        Assert.Equal(text, command.Properties["file"]);
        Assert.Equal(text, command.Properties["title"]);
        Assert.Equal(text, command.Message);
    }

    [Fact]
    public void Any_text_is_read_back()
    {
        var random = new Random(1);
        const string Letters = "%25023ACD:,=\r\n a";
        for (var i = 0; i < 2000; i++)
        {
            Whatever_stands_in_a_command_is_read_back(
                string.Concat(Enumerable.Range(0, random.Next(12)).Select(_ => Letters[random.Next(Letters.Length)]))
            );
        }
    }

    [Theory]
    [InlineData("error", "error")]
    [InlineData("warning", "warning")]
    [InlineData("information", "notice")]
    [InlineData("hint", "notice")]
    public async Task Each_finding_is_an_annotation_at_its_place(string severity, string name)
    {
        using var shell = new Shell();
        shell
            .Folder.With("sub, 100%/a: b.deck.md", TestDecks.NoKey)
            .With("wsgilsp.json", $$"""{ "rules": { "no-key": "{{severity}}" } }""");

        var result = await shell.RunAsync("check", "--format", "github", "./sub, 100%");

        var lines = result.Output.TrimEnd('\n').Split('\n');
        var command = WorkflowCommandLine.Read(lines[0])!;
        Assert.Equal(name, command.Name);
        Assert.Equal("sub, 100%/a: b.deck.md", command.Properties["file"]);
        Assert.Equal("no-key", command.Properties["title"]);
        Assert.Equal(("3", "1"), (command.Properties["line"], command.Properties["col"]));
        Assert.Equal(("3", "10"), (command.Properties["endLine"], command.Properties["endColumn"]));
        Assert.StartsWith("No option is marked correct", command.Message, StringComparison.Ordinal);
        Assert.Equal(2, lines.Length);
        Assert.Null(WorkflowCommandLine.Read(lines[1]));
    }

    [Fact]
    public async Task What_spans_lines_has_no_columns()
    {
        using var shell = new Shell();
        shell.Folder.With("a.deck.md", "### Q?\n\n- [ ] a\n- [x] b\nThis text is glued to it,\nover two lines.\n");

        var result = await shell.RunAsync("check", "--format", "github", "--rule", "glued-explanation");

        var command = WorkflowCommandLine.Read(result.Output.Split('\n')[0])!;
        Assert.Equal(("5", "6"), (command.Properties["line"], command.Properties["endLine"]));
        Assert.DoesNotContain("col", command.Properties.Keys);
        Assert.DoesNotContain("endColumn", command.Properties.Keys);
    }
}
