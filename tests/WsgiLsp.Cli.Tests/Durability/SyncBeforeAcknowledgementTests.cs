using System.ComponentModel;
using System.Diagnostics;
using System.Text.RegularExpressions;

namespace WsgiLsp.Cli.Tests.Durability;

public partial class SyncBeforeAcknowledgementTests
{
    [Fact(Timeout = 900_000)]
    public async Task The_log_is_synced_before_each_acknowledgement_is_written()
    {
        SkipWithoutTracer();
        var stop = TestContext.Current.CancellationToken;
        using var data = new TempFolder();
        using var traces = new TempFolder();
        var script = new AnswerScript(traces, "traced", cards: 10);
        string[] tracer = ["strace", "-f", "-qq", "-s", "100000", "-e", "trace=write,fsync,fdatasync"];
        using var program = BuiltProgram.StartUnder([.. tracer, "-o", traces["trace"]], data, script.Command);
        await program.StandardInput.WriteAsync(script.Input.AsMemory(), stop);
        program.StandardInput.Close();
        var output = await program.StandardOutput.ReadToEndAsync(stop);
        await program.WaitForExitAsync(stop);

        var (acknowledgements, unsynced) = (0, 0);
        var isSynced = false;
        foreach (var line in await File.ReadAllLinesAsync(traces["trace"], stop))
        {
            if (Synced().IsMatch(line))
            {
                isSynced = true;
            }
            else if (AcknowledgingWrite().IsMatch(line))
            {
                acknowledgements++;
                unsynced += isSynced ? 0 : 1;
                isSynced = false;
            }
        }

        Assert.Equal(script.Items, script.Acknowledged(output));
        Assert.Equal(script.Items.Count, acknowledgements);
        Assert.Equal(0, unsynced);
    }

    /// <summary>A sync that came back, in one line or resumed after another thread's call.</summary>
    [GeneratedRegex(
        @"(fsync|fdatasync)(\(| resumed>).*= 0$",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Synced();

    /// <summary>The beginning of a write, on whichever copy of standard output, with a line such as <c>&gt; good → 2 d</c>.</summary>
    [GeneratedRegex(@"write\(\d+, "".*> good[ \\]", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AcknowledgingWrite();

    private static void SkipWithoutTracer()
    {
        var problem = TracerProblem();
        if (problem is not null && Environment.GetEnvironmentVariable("E2E_REQUIRE") == "1")
        {
            Assert.Fail(problem);
        }

        Assert.SkipWhen(problem is not null, problem ?? "");
    }

    private static string? TracerProblem()
    {
        try
        {
            var start = new ProcessStartInfo("strace", ["-qq", "-o", "/dev/null", "true"])
            {
                RedirectStandardError = true,
                UseShellExecute = false,
            };
            using var strace = Process.Start(start)!;
            strace.WaitForExit();
            return strace.ExitCode == 0 ? null : "strace may not trace here";
        }
        catch (Win32Exception)
        {
            return "strace is not installed";
        }
    }
}
