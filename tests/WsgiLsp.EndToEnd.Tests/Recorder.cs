namespace WsgiLsp.EndToEnd.Tests;

/// <summary>
/// Records what an editor and the server say to each other, and checks it against the official LSP meta model. The
/// program that does so, <c>lsp-conformance.py</c>, is found beside the repository, or named by
/// <c>E2E_CONFORMANCE</c>; without it sessions run unrecorded. <c>E2E_RECORD</c> names a folder that keeps the recordings.
/// </summary>
internal sealed class Recorder(string python, string script, string folder)
{
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(15);
    private static readonly string? Script =
        Environment.GetEnvironmentVariable("E2E_CONFORMANCE")
        ?? Repository.FindUpwards(Path.Combine("shared", "lsp", "lsp-conformance.py"));

    /// <summary>A recorder for one session, or null where sessions are not recorded.</summary>
    public static Recorder? For(string workspace)
    {
        var kept = Environment.GetEnvironmentVariable("E2E_RECORD");
        if (Script is null && kept is null)
        {
            return null;
        }

        var recordings = Path.Combine(kept ?? workspace, "recording-" + Path.GetFileName(workspace));
        Directory.CreateDirectory(recordings);
        return new Recorder(
            Tool.Require("python3", "apt-get install -y python3"),
            Tool.Require("lsp-conformance.py", Script, "set E2E_CONFORMANCE to its path"),
            recordings
        );
    }

    /// <summary>The words of a shell command that runs a server through the recorder; each process records its own file.</summary>
    public string Wrap(string server) => $"'{python}' '{script}' record '{folder}'/session-$$.jsonl -- '{server}'";

    /// <summary>Fails unless something was recorded and, once every request is answered, no message breaks the protocol.</summary>
    public async Task AssertNoViolationsAsync()
    {
        var recordings = Directory.GetFiles(folder);
        Assert.NotEmpty(recordings);
        foreach (var recording in recordings)
        {
            var report = "";
            try
            {
                await Wait.UntilAsync(
                    "no violation in the recording",
                    Settling,
                    async () => await CheckAsync(recording)
                );
            }
            catch (Xunit.Sdk.FailException failure)
            {
                Assert.Fail(failure.Message + "\n" + report);
            }

            TestContext.Current.TestOutputHelper?.WriteLine(report);

            async Task<bool> CheckAsync(string file)
            {
                var none = new Dictionary<string, string>(StringComparer.Ordinal);
                (var exitCode, report) = await ChildProcess.RunAsync(python, [script, "check", file], none, Settling);
                return exitCode == 0;
            }
        }
    }
}
