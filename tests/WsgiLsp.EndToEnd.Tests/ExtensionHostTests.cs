using System.IO.Compression;

namespace WsgiLsp.EndToEnd.Tests;

/// <summary>The extension's own tests, which use it through VS Code's API: <c>editor-client/test-host</c>.</summary>
public class ExtensionHostTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    /// <summary>Commands, settings, restarts; and with its window the extension ends all that it started.</summary>
    [Fact]
    public async Task The_extension_keeps_its_word_in_the_extension_host()
    {
        var required = Workbench.Requirements.Find();
        var tests = Tool.Require(
            "the extension host's tests",
            Repository.At("editor-client", "dist", "test-host", "index.js"),
            "npm --prefix editor-client ci && npm --prefix editor-client run package"
        );
        await Attempt.TwiceAsync(async () =>
        {
            using var workspace = new Workspace(recorded: false);
            var unpacked = workspace.CreateFolder("unpacked");
            await ZipFile.ExtractToDirectoryAsync(required.Extension, unpacked);
            await Workbench.RunInExtensionHostAsync(
                required,
                workspace,
                Path.Combine(unpacked, "extension"),
                tests,
                Limit
            );

            var results = await File.ReadAllLinesAsync(workspace.HostTestsFile);
            Array.ForEach(results, line => TestContext.Current.TestOutputHelper?.WriteLine(line));
            Assert.Contains(results, line => line.StartsWith("passed: ", StringComparison.Ordinal));
            Assert.DoesNotContain(results, line => line.StartsWith("failed: ", StringComparison.Ordinal));
            await Wait.UntilAsync("the server ended", Limit, () => ChildProcess.HasEnded(workspace.ServerId));
        });
    }
}
