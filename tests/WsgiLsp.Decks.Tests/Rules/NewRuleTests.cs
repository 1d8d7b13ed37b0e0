using System.Diagnostics;
using WsgiLsp.Decks.Tests.Support;

namespace WsgiLsp.Decks.Tests.Rules;

/// <summary>Runs the script that begins a new rule, in a copy of the project.</summary>
public sealed class NewRuleTests : IDisposable
{
    private static readonly string[] Copied =
    [
        "Directory.Build.props",
        "Directory.Packages.props",
        "BannedSymbols.txt",
        ".editorconfig",
        "src/Directory.Build.props",
    ];

    private readonly DirectoryInfo copy = Directory.CreateTempSubdirectory("wsgilsp-");

    public NewRuleTests()
    {
        var project = Path.Combine(Repository.Root, "src", "WsgiLsp.Decks");
        var sources = Directory
            .EnumerateFiles(project, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'))
            .Where(file => !file.Contains("/bin/", StringComparison.Ordinal))
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal));
        foreach (var file in sources.Concat(Copied))
        {
            var target = Path.Combine(copy.FullName, file);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(Path.Combine(Repository.Root, file), target);
        }
    }

    private string Rules => Path.Combine(copy.FullName, "src", "WsgiLsp.Decks", "Rules");

    [Fact(Timeout = 600_000)]
    public async Task A_new_rule_compiles_and_stands_in_its_place_in_the_catalogue()
    {
        var (exitCode, output) = await NewRuleAsync("no-sense");

        Assert.True(exitCode == 0, output);
        Assert.True(File.Exists(Path.Combine(Rules, "NoSense.cs")));
        var catalogue = await File.ReadAllTextAsync(
            Path.Combine(Rules, "RuleCatalogue.cs"),
            TestContext.Current.CancellationToken
        );
        Assert.Matches(@"new NoKey\(\),\r?\n {8}new NoSense\(\),\n", catalogue);

        // As the solution is built: with all analyzers, and warnings as errors.
        (exitCode, output) = await DotnetAsync("build", Path.Combine(copy.FullName, "src", "WsgiLsp.Decks"));
        Assert.True(exitCode == 0, output);

        (exitCode, output) = await NewRuleAsync("no-sense");
        Assert.Equal((2, "there is a rule 'no-sense' already, or another class NoSense"), (exitCode, output.Trim()));
        (exitCode, output) = await NewRuleAsync("NoSense");
        Assert.Equal(2, exitCode);
        Assert.Contains("no rule's name", output, StringComparison.Ordinal);
    }

    public void Dispose() => copy.Delete(recursive: true);

    private Task<(int ExitCode, string Output)> NewRuleAsync(string name) =>
        DotnetAsync("run", Path.Combine(Repository.Root, "eng", "new-rule.cs"), "--", name, copy.FullName);

    private static async Task<(int ExitCode, string Output)> DotnetAsync(params string[] args)
    {
        var start = new ProcessStartInfo("dotnet", args)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };

        // Build servers would outlive the test.
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["UseSharedCompilation"] = "false";
        using var dotnet = Process.Start(start)!;
        var error = dotnet.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await dotnet.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await dotnet.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (dotnet.ExitCode, output + await error);
    }
}
