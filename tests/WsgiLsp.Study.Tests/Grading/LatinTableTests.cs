using System.Diagnostics;

namespace WsgiLsp.Study.Tests.Grading;

/// <summary>
/// Writes the table of accents anew from ICU and compares it with ours. The tests themselves run without ICU, as the
/// program does. Where it is missing the test is skipped; where <c>E2E_REQUIRE=1</c>, as in CI, it fails.
/// </summary>
public sealed class LatinTableTests : IDisposable
{
    private static readonly string[] Written =
    [
        "src/WsgiLsp.Study/Grading/LatinTable.cs",
        "tests/WsgiLsp.Study.Tests/Grading/normal-forms.txt",
    ];

    private readonly DirectoryInfo target = Directory.CreateTempSubdirectory("wsgilsp-");

    [Fact(Timeout = 600_000)]
    public async Task The_table_is_what_icu_says()
    {
        var (exitCode, output) = await WriteTableAsync();
        if (exitCode != 0 && output.Contains("ICU", StringComparison.Ordinal))
        {
            const string Reason = "ICU not found. To get it: apt-get install libicu72, or the libicu of your system";
            Assert.SkipUnless(Environment.GetEnvironmentVariable("E2E_REQUIRE") == "1", Reason);
            Assert.Fail(Reason);
        }

        Assert.True(exitCode == 0, output);
        foreach (var file in Written)
        {
            Assert.Equal(await ReadAsync(Checkout.Root, file), await ReadAsync(target.FullName, file));
        }
    }

    public void Dispose() => target.Delete(recursive: true);

    private async Task<(int ExitCode, string Output)> WriteTableAsync()
    {
        var script = Path.Combine(Checkout.Root, "eng", "latin-table.cs");
        var start = new ProcessStartInfo("dotnet", ["run", script, "--", target.FullName])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.Environment["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = "0";

        // Build servers would outlive the test.
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["UseSharedCompilation"] = "false";
        using var dotnet = Process.Start(start)!;
        var error = dotnet.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await dotnet.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await dotnet.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (dotnet.ExitCode, output + await error);
    }

    private static async Task<string> ReadAsync(string root, string file) =>
        (
            await File.ReadAllTextAsync(Path.Combine(root, file), TestContext.Current.CancellationToken)
        ).ReplaceLineEndings("\n");
}
