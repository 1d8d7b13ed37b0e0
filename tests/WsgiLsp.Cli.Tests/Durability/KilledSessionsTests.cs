using System.Globalization;
using System.Text;
using WsgiLsp.Study.Grading;
using WsgiLsp.Study.Reviews;

namespace WsgiLsp.Cli.Tests.Durability;

/// <summary>Sessions that are ended by <c>kill -9</c>: so many as <c>WSGILSP_KILLS</c> says, else one hundred.</summary>
public class KilledSessionsTests(ITestOutputHelper output)
{
    private const int Lanes = 2;
    private const int Cards = 20;

    private static readonly int SessionsPerLane =
        (
            int.TryParse(
                Environment.GetEnvironmentVariable("WSGILSP_KILLS"),
                CultureInfo.InvariantCulture,
                out var kills
            )
                ? kills
                : 100
        ) / Lanes;

    /// <summary>
    /// Sessions are killed when their output has reached a random length, which is at any moment of their work: they have
    /// all their input from the start and do not wait for the reader.
    /// </summary>
    [Fact(Timeout = 3_600_000)]
    public async Task Every_acknowledged_answer_is_in_the_log_after_kill_9()
    {
        var lanes = await Task.WhenAll(Enumerable.Range(0, Lanes).Select(RunLaneAsync));

        var (acknowledged, killed) = (lanes.Sum(lane => lane.Acknowledged), lanes.Sum(lane => lane.Killed));
        output.WriteLine($"{killed} killed of {Lanes * SessionsPerLane} sessions, {acknowledged} acknowledged answers");

        // The sessions must not all have ended before their first answer, or by themselves.
        Assert.InRange(acknowledged, Lanes * SessionsPerLane, int.MaxValue);
        Assert.InRange(killed, Lanes * SessionsPerLane / 2, int.MaxValue);
    }

    /// <summary>Sessions one after the other over one log, which must outlive them all.</summary>
    private static async Task<(int Acknowledged, int Killed)> RunLaneAsync(int seed)
    {
        using var data = new TempFolder();
        using var decks = new TempFolder();
        var random = new Random(seed);
        var acknowledged = new HashSet<string>(StringComparer.Ordinal);
        var killed = 0;
        for (var session = 0; session < SessionsPerLane; session++)
        {
            var script = new AnswerScript(decks, $"s{session}", Cards);
            var (shown, wasKilled) = await RunKilledAsync(data, script, random.Next(3_000));
            acknowledged.UnionWith(script.Acknowledged(shown));
            killed += wasKilled ? 1 : 0;
        }

        await CheckLogAsync(data, acknowledged);
        return (acknowledged.Count, killed);
    }

    /// <summary>What an export has is what was acknowledged, and at most one answer a session that was about to be.</summary>
    private static async Task CheckLogAsync(TempFolder data, HashSet<string> acknowledged)
    {
        var stop = TestContext.Current.CancellationToken;
        using (var verify = BuiltProgram.Start(data, "log", "verify"))
        {
            await verify.StandardOutput.ReadToEndAsync(stop);
            await verify.WaitForExitAsync(stop);
            Assert.Equal(0, verify.ExitCode);
        }

        using var export = BuiltProgram.Start(data, "log", "export");
        var lines = (await export.StandardOutput.ReadToEndAsync(stop)).Split('\n')[..^1];
        await export.WaitForExitAsync(stop);
        Assert.Equal(0, export.ExitCode);
        var events = lines
            .Select(line => EventJson.Read(Encoding.UTF8.GetBytes(line), out _)!)
            .Where(logged => logged.Event.Kind == ReviewEventKind.Review)
            .ToList();
        Assert.Distinct(events.Select(logged => logged.Id));
        Assert.All(events, logged => Assert.Equal(Grade.Good, logged.Event.Grade));
        var logged = events.Select(logged => logged.Event.Item!).ToList();
        Assert.Distinct(logged);
        Assert.Superset(acknowledged, logged.ToHashSet(StringComparer.Ordinal));
        Assert.All(
            logged.Except(acknowledged, StringComparer.Ordinal).GroupBy(item => item.Split('/')[0]),
            session => Assert.Single(session)
        );
    }

    private static async Task<(string Output, bool WasKilled)> RunKilledAsync(
        TempFolder data,
        AnswerScript script,
        int outputLength
    )
    {
        var stop = TestContext.Current.CancellationToken;
        using var program = BuiltProgram.Start(data, script.Command);
        await program.StandardInput.WriteAsync(script.Input.AsMemory(), stop);
        await program.StandardInput.FlushAsync(stop);

        var shown = new StringBuilder();
        var buffer = new char[256];
        while (shown.Length < outputLength && await program.StandardOutput.ReadAsync(buffer, stop) is > 0 and var read)
        {
            shown.Append(buffer, 0, read);
        }

        program.Kill();
        shown.Append(await program.StandardOutput.ReadToEndAsync(stop));
        await program.WaitForExitAsync(stop);

        // 128 + SIGKILL.
        return (shown.ToString(), program.ExitCode == 137);
    }
}
