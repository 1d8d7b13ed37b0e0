using System.Diagnostics;
using System.Text.Json;
using WsgiLsp.Cli.Tests.Checking;
using YamlDotNet.RepresentationModel;

namespace WsgiLsp.Cli.Tests.Integrations;

/// <summary>Runs the step of <c>action.yml</c> that checks, as the runner would: its script in bash, its inputs as variables.</summary>
public class GitHubActionTests
{
    private static readonly YamlMappingNode Action = YamlFile.Read("action.yml");

    [Fact]
    public void All_that_the_step_is_given_comes_from_a_documented_input()
    {
        var inputs = (YamlMappingNode)Action["inputs"];
        var guide = File.ReadAllText(BuiltProgram.FindUpwards("docs/checking.md"));

        Assert.Equal("composite", YamlFile.Text(Action["runs"]["using"]));
        Assert.All(inputs.Children.Values, input => Assert.NotEmpty(YamlFile.Text(input["description"])));
        Assert.All(
            inputs.Children.Keys,
            name => Assert.Contains($"| `{YamlFile.Text(name)}` |", guide, StringComparison.Ordinal)
        );

        // What is written into a script could be more than data; what is put into a variable cannot.
        Assert.All(Steps(), step => Assert.DoesNotContain("${{", Script(step), StringComparison.Ordinal));
        var variables = ((YamlMappingNode)Steps()[^1]["env"]).Children.Values.Select(YamlFile.Text).ToList();
        Assert.All(
            inputs.Children.Keys,
            name => Assert.Contains($"${{{{ inputs.{YamlFile.Text(name)} }}}}", variables)
        );
    }

    [Theory]
    [InlineData("warning", 1)]
    [InlineData("error", 0)]
    public async Task Findings_are_annotations_and_decide(string failOn, int expected)
    {
        using var folder = new TempFolder();
        folder.With("a b/c.deck.md", "## Q?\n\n- [x] a\n- []b\n- [ ] c\n").With("d.deck.md", TestDecks.NoKey);

        var (exitCode, output) = await RunAsync(folder, paths: "a b\n", failOn: failOn);

        Assert.Equal(expected, exitCode);
        var command = WorkflowCommandLine.Read(output.Split('\n')[0])!;
        Assert.Equal(("warning", "a b/c.deck.md"), (command.Name, command.Properties["file"]));
    }

    [Fact]
    public async Task Several_paths_come_one_a_line_and_none_is_taken_for_an_option()
    {
        using var folder = new TempFolder();
        folder
            .With("a.deck.md", TestDecks.Small)
            .With("-b.deck.md", "## Q?\n\nA.\n")
            .With("c.deck.md", TestDecks.NoKey);

        var (exitCode, output) = await RunAsync(folder, paths: "a.deck.md\n\n-b.deck.md\n");

        Assert.Equal((0, "4 cards in 2 decks, no findings\n"), (exitCode, output));
    }

    [Fact]
    public async Task A_sarif_report_is_written_though_there_are_findings()
    {
        using var folder = new TempFolder();
        folder.With("a.deck.md", TestDecks.NoKey);

        var (exitCode, _) = await RunAsync(folder, sarifFile: "out.sarif");

        Assert.Equal(1, exitCode);
        var sarif = await File.ReadAllTextAsync(folder["out.sarif"], TestContext.Current.CancellationToken);
        Assert.Empty(SarifValidator.Validate(sarif));
        using var json = JsonDocument.Parse(sarif);
        Assert.Equal(1, json.RootElement.GetProperty("runs")[0].GetProperty("results").GetArrayLength());
    }

    [Fact]
    public async Task What_cannot_be_checked_fails_the_step()
    {
        using var folder = new TempFolder();

        Assert.Equal(2, (await RunAsync(folder, paths: "gone")).ExitCode);
        Assert.NotEqual(0, (await RunAsync(folder, paths: "gone", sarifFile: "out.sarif")).ExitCode);
    }

    private static List<YamlNode> Steps() => [.. (YamlSequenceNode)Action["runs"]["steps"]];

    private static string Script(YamlNode step) =>
        ((YamlMappingNode)step).Children.TryGetValue("run", out var script) ? YamlFile.Text(script) : "";

    private static async Task<(int ExitCode, string Output)> RunAsync(
        TempFolder folder,
        string paths = ".",
        string failOn = "warning",
        string sarifFile = ""
    )
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("there may be no bash");
        }

        // As "shell: bash" starts it.
        var start = new ProcessStartInfo(
            "bash",
            ["--noprofile", "--norc", "-eo", "pipefail", "-c", Script(Steps()[^1])]
        )
        {
            WorkingDirectory = folder.Path,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.Environment["WSGILSP"] = BuiltProgram.Path;
        start.Environment["PATHS"] = paths;
        start.Environment["FAIL_ON"] = failOn;
        start.Environment["FORMAT"] = YamlFile.Text(Action["inputs"]["format"]["default"]);
        start.Environment["SARIF_FILE"] = sarifFile;
        using var bash = Process.Start(start)!;
        var error = bash.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await bash.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await bash.WaitForExitAsync(TestContext.Current.CancellationToken);
        await error;
        return (bash.ExitCode, output);
    }
}
