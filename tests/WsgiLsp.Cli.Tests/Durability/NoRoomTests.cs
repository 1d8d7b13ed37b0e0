using System.Globalization;
using System.Runtime.Versioning;
using WsgiLsp.Study.Reviews;

namespace WsgiLsp.Cli.Tests.Durability;

/// <summary>Where the log cannot be written, the session says so, ends, and has lost nothing that it acknowledged.</summary>
[SupportedOSPlatform("linux")]
public class NoRoomTests
{
    private const int Cards = 60;

    /// <summary>A limit of the size of files stands for a full disk: what is written beyond it fails in the same places.</summary>
    [Theory(Timeout = 300_000)]
    [InlineData(16)]
    [InlineData(60)]
    [InlineData(72)]
    [InlineData(100)]
    public async Task A_full_disk_ends_the_session_and_loses_nothing(int kibibytes)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "ulimit -f counts in other units elsewhere");
        using var data = new TempFolder();
        using var decks = new TempFolder();
        var script = new AnswerScript(decks, "full", Cards);
        var limit = kibibytes.ToString(CultureInfo.InvariantCulture);

        // The signal would end the process; a full disk sends none. The runtime's own files in memory count as well.
        var (output, error, exitCode) = await RunAsync(
            ["bash", "-c", $"trap '' XFSZ; ulimit -f {limit}; exec env DOTNET_EnableWriteXorExecute=0 \"$@\"", "bash"],
            data,
            script
        );

        Assert.Equal(2, exitCode);
        Assert.Contains("reviews.db cannot be opened or written", error, StringComparison.Ordinal);
        Assert.Contains("free space", error, StringComparison.Ordinal);
        AssertKept(data, script, output);
        Assert.Equal(0, (await RunAsync([], data, script)).ExitCode);
        AssertKept(data, script, output);
    }

    [Fact(Timeout = 300_000)]
    public async Task A_folder_that_may_not_be_written_ends_the_session_and_stays_as_it_is()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "it needs setpriv(1)");
        using var data = new TempFolder();
        using var decks = new TempFolder();
        var script = new AnswerScript(decks, "bare", 2);
        Assert.Equal(0, (await RunAsync([], data, script)).ExitCode);
        var before = Read(data);
        var files = Directory.GetFileSystemEntries(data.Path).Append(data.Path).ToList();
        files.ForEach(file => File.SetUnixFileMode(file, File.GetUnixFileMode(file) & ~Writable));

        // Root may write everywhere, unless it gives that up.
        string[] launcher = Environment.IsPrivilegedProcess
            ? ["setpriv", "--bounding-set=-dac_override", "--inh-caps=-dac_override"]
            : [];
        var (output, error, exitCode) = await RunAsync(launcher, data, new AnswerScript(decks, "more", 2));

        files.ForEach(file => File.SetUnixFileMode(file, File.GetUnixFileMode(file) | UnixFileMode.UserWrite));
        Assert.Equal(2, exitCode);
        Assert.Contains("cannot be opened or written", error, StringComparison.Ordinal);
        Assert.DoesNotContain("> good", output, StringComparison.Ordinal);
        Assert.Equal(before, Read(data));
    }

    private const UnixFileMode Writable = UnixFileMode.UserWrite | UnixFileMode.GroupWrite | UnixFileMode.OtherWrite;

    private static void AssertKept(TempFolder data, AnswerScript script, string output)
    {
        var logged = Read(data).Select(one => one.Event.Item!).ToHashSet(StringComparer.Ordinal);
        Assert.Superset(script.Acknowledged(output).ToHashSet(StringComparer.Ordinal), logged);
    }

    private static List<LoggedEvent> Read(TempFolder data)
    {
        using var log = ReviewLog.Open(DataFolder.ReviewLogIn(data.Path), TimeProvider.System);
        Assert.True(log.Verify().IsSound);
        return [.. log.ReadAll().Where(one => one.Event.Kind == ReviewEventKind.Review)];
    }

    private static async Task<(string Output, string Error, int ExitCode)> RunAsync(
        string[] launcher,
        TempFolder data,
        AnswerScript script
    )
    {
        var stop = TestContext.Current.CancellationToken;
        using var program = BuiltProgram.StartUnder(launcher, data, script.Command);
        var error = program.StandardError.ReadToEndAsync(stop);
        try
        {
            await program.StandardInput.WriteAsync(script.Input.AsMemory(), stop);
            program.StandardInput.Close();
        }
        catch (IOException)
        {
            // It has ended before it read all that.
        }

        var output = await program.StandardOutput.ReadToEndAsync(stop);
        await program.WaitForExitAsync(stop);
        return (output, await error, program.ExitCode);
    }
}
