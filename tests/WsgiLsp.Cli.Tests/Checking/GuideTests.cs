using System.Text.RegularExpressions;

namespace WsgiLsp.Cli.Tests.Checking;

/// <summary>What <c>docs/checking.md</c> says is what the program does.</summary>
public partial class GuideTests
{
    private static readonly string Guide = File.ReadAllText(BuiltProgram.FindUpwards("docs/checking.md"));

    [Fact]
    public async Task The_example_is_what_is_printed()
    {
        using var shell = new Shell();
        shell.Folder.With("broken.deck.md", Block("markdown"));

        var result = await shell.RunAsync("check", "broken.deck.md");

        Assert.Equal(Block("console"), "$ wsgilsp check broken.deck.md\n" + result.Output);
    }

    [Theory]
    [InlineData("check")]
    [InlineData("rules")]
    public async Task Each_option_is_told_of(string command)
    {
        using var shell = new Shell();

        var help = (await shell.RunAsync(command, "--help")).Output;

        var options = Option().Matches(help).Select(match => match.Value).Distinct().Where(name => name != "--help");
        Assert.NotEmpty(options);
        Assert.All(options, name => Assert.Contains(name, Guide, StringComparison.Ordinal));
    }

    /// <summary>The first fenced block of a language.</summary>
    private static string Block(string language)
    {
        var fence = $"```{language}\n";
        var start = Guide.IndexOf(fence, StringComparison.Ordinal) + fence.Length;
        return Guide[start..Guide.IndexOf("```\n", start, StringComparison.Ordinal)];
    }

    [GeneratedRegex("--[a-z-]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Option();
}
