using System.Text;
using WsgiLsp.Study.Reviews;

namespace WsgiLsp.Cli.Tests.Durability;

public class KilledSessionsTests
{
    private const int Lanes = 2;
    private const int SessionsPerLane = 50;

    /// <summary>
    /// One hundred sessions are killed when their output has reached a random length, which is at any moment of their
    /// work: they have all their input from the start and do not wait for the reader.
    /// </summary>
    [Fact(Timeout = 900_000)]
    public async Task Every_acknowledged_answer_is_in_the_log_after_kill_9()
    {
        var script = new AnswerScript(BuiltProgram.FirstDeck);
        var lanes = await Task.WhenAll(Enumerable.Range(0, Lanes).Select(seed => RunLaneAsync(script, seed)));

        // The sessions must not all have ended before their first answer, or by themselves.
        Assert.InRange(lanes.Sum(lane => lane.Acknowledged), Lanes * SessionsPerLane, int.MaxValue);
        Assert.InRange(lanes.Sum(lane => lane.Killed), Lanes * SessionsPerLane / 2, int.MaxValue);
    }

    /// <summary>Sessions one after the other over one log, which must outlive them all.</summary>
    private static async Task<(int Acknowledged, int Killed)> RunLaneAsync(AnswerScript script, int seed)
    {
        using var data = new TempFolder();
        using var log = ReviewLog.Open(DataFolder.ReviewLogIn(data.Path), TimeProvider.System);
        var random = new Random(seed);
        var (acknowledgedInAll, killed) = (0, 0);
        for (var session = 0; session < SessionsPerLane; session++)
        {
            var before = Answers(log).Length;
            var (output, wasKilled) = await RunKilledAsync(data, script.Input, random.Next(8_000));
            var acknowledged = script.Acknowledged(output);
            var logged = Answers(log)[before..]
                .Select(e => (e.Event.Item!, e.Event.Grade!.Value.ToString().ToLowerInvariant()))
                .ToList();

            Assert.Equal(acknowledged, logged.Take(acknowledged.Count));

            // At most the one answer that was committed when the kill came.
            Assert.InRange(logged.Count, acknowledged.Count, acknowledged.Count + 1);
            acknowledgedInAll += acknowledged.Count;
            killed += wasKilled ? 1 : 0;
        }

        return (acknowledgedInAll, killed);
    }

    /// <summary>The answers in the log: what cards say is there as well.</summary>
    private static LoggedEvent[] Answers(ReviewLog log) =>
        [.. log.ReadAll().Where(logged => logged.Event.Kind == ReviewEventKind.Review)];

    private static async Task<(string Output, bool WasKilled)> RunKilledAsync(
        TempFolder data,
        string input,
        int outputLength
    )
    {
        var stop = TestContext.Current.CancellationToken;
        using var program = BuiltProgram.Start(data, [.. AnswerScript.Study(BuiltProgram.FirstDeck), "--seed", "1"]);
        await program.StandardInput.WriteAsync(input.AsMemory(), stop);

        // A session that says less than is waited for ends by itself.
        program.StandardInput.Close();

        var output = new StringBuilder();
        var buffer = new char[256];
        while (output.Length < outputLength && await program.StandardOutput.ReadAsync(buffer, stop) is > 0 and var read)
        {
            output.Append(buffer, 0, read);
        }

        program.Kill();
        output.Append(await program.StandardOutput.ReadToEndAsync(stop));
        await program.WaitForExitAsync(stop);

        // 128 + SIGKILL.
        return (output.ToString(), program.ExitCode == 137);
    }
}
