using WsgiLsp.Study.Reviews;

namespace WsgiLsp.Cli.Tests.Durability;

public class SeveralProcessesTests
{
    private const int Processes = 4;
    private const int Cards = 25;

    [Fact(Timeout = 900_000)]
    public async Task Sessions_that_write_at_once_lose_nothing()
    {
        using var data = new TempFolder();
        using var decks = new TempFolder();
        var scripts = Enumerable.Range(0, Processes).Select(n => new AnswerScript(decks, $"s{n}", Cards)).ToList();

        var outputs = await Task.WhenAll(scripts.Select(script => RunAsync(data, script)));

        using var log = ReviewLog.Open(DataFolder.ReviewLogIn(data.Path), TimeProvider.System);
        var logged = log.ReadAll()
            .Where(one => one.Event.Kind == ReviewEventKind.Review)
            .Select(one => one.Event.Item!)
            .ToLookup(item => item.Split('/')[0]);
        Assert.True(log.Verify().IsSound);
        foreach (var (script, output) in scripts.Zip(outputs))
        {
            Assert.Equal(script.Items, script.Acknowledged(output));
            Assert.Equal(script.Items, logged[Path.GetFileName(script.DeckPath).Split('.')[0]]);
        }
    }

    private static async Task<string> RunAsync(TempFolder data, AnswerScript script)
    {
        var stop = TestContext.Current.CancellationToken;
        using var program = BuiltProgram.Start(data, script.Command);
        await program.StandardInput.WriteAsync(script.Input.AsMemory(), stop);
        program.StandardInput.Close();
        var output = await program.StandardOutput.ReadToEndAsync(stop);
        var complaints = await program.StandardError.ReadToEndAsync(stop);
        await program.WaitForExitAsync(stop);
        Assert.True(program.ExitCode == 0, complaints);
        return output;
    }
}
