using System.Text.Json;
using WsgiLsp.Decks.Rules;

namespace WsgiLsp.Cli.Tests;

public class RulesTests
{
    public static TheoryData<string> Names => [.. RuleCatalogue.Pages.Select(page => page.Name)];

    [Fact]
    public async Task Each_rule_has_a_line()
    {
        using var shell = new Shell();

        var result = await shell.RunAsync("rules");

        Assert.Equal(0, result.ExitCode);
        var lines = result.Output.TrimEnd('\n').Split('\n');
        Assert.Equal(RuleCatalogue.Pages.Select(page => page.Name), lines.Select(line => line.Split(' ')[0]));
        Assert.Contains(
            lines,
            line =>
                line.StartsWith("malformed-option ", StringComparison.Ordinal)
                && line.Contains(" warning      --fix   a box ", StringComparison.Ordinal)
        );
        Assert.Contains(
            lines,
            line =>
                line.StartsWith("no-key ", StringComparison.Ordinal)
                && line.Contains(" error        editor  a question ", StringComparison.Ordinal)
        );
        Assert.Contains(
            lines,
            line =>
                line.StartsWith("no-cards ", StringComparison.Ordinal)
                && line.Contains(" information          a deck ", StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("--json")]
    [InlineData("--format=json")]
    public async Task Programs_get_json(string option)
    {
        using var shell = new Shell();

        using var json = JsonDocument.Parse((await shell.RunAsync("rules", option)).Output);

        Assert.Equal(RuleCatalogue.Pages.Length, json.RootElement.GetArrayLength());
        Assert.Equal(
            """{"name":"no-cards","severity":"information","fix":"none","summary":"a deck without a card"}""",
            json.RootElement.EnumerateArray()
                .Single(rule => rule.GetProperty("name").GetString() == "no-cards")
                .GetRawText()
        );
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Piped_a_page_is_its_markdown(string rule)
    {
        using var shell = new Shell();

        var result = await shell.RunAsync("explain", rule);

        Assert.Equal((RuleCatalogue.Find(rule)!.Markdown, 0), (result.Output, result.ExitCode));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task At_a_terminal_a_page_is_painted_and_loses_no_word(string rule)
    {
        using var shell = new Shell { Adjust = terminal => terminal with { UsesColour = true } };

        var result = await shell.RunAsync("explain", rule);

        Assert.StartsWith($"\e[1m{rule}\e[0m\n", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("````", result.Output, StringComparison.Ordinal);
        var painted = System.Text.RegularExpressions.Regex.Replace(
            result.Output,
            @"\e\[\d+m",
            "",
            System.Text.RegularExpressions.RegexOptions.None,
            TimeSpan.FromSeconds(10)
        );
        Assert.Equal(
            Words(
                RuleCatalogue
                    .Find(rule)!
                    .Markdown.Replace("````markdown", "", StringComparison.Ordinal)
                    .Replace("````json", "", StringComparison.Ordinal)
            ),
            Words(painted)
        );
    }

    [Theory]
    [InlineData("no-kye", "unknown rule 'no-kye'; did you mean 'no-key'?")]
    [InlineData("nonsense", "unknown rule 'nonsense'")]
    public async Task An_unknown_rule_gets_a_suggestion(string name, string expected)
    {
        using var shell = new Shell();

        var result = await shell.RunAsync("explain", name);

        Assert.Equal(2, result.ExitCode);
        Assert.Equal($"wsgilsp: {expected}\nwsgilsp: see wsgilsp rules\n", result.Error);
    }

    /// <summary>Without the signs that Markdown needs and a terminal does not.</summary>
    private static string Words(string text) =>
        string.Concat(text.Where(c => !char.IsWhiteSpace(c) && c is not ('`' or '#')));
}
