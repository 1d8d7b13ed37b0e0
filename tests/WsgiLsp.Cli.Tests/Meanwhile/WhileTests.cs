using System.Diagnostics;

namespace WsgiLsp.Cli.Tests.Meanwhile;

public class WhileTests
{
    private const string Deck = "# Rivers\n\n## What is long?\n\nThe Nile.\n\n## What is wide?\n\nThe Amazon.\n";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory(Timeout = 120_000)]
    [InlineData(0)]
    [InlineData(3)]
    public async Task Questions_end_with_the_command(int exitCode)
    {
        SkipWithoutSh();
        using var learner = new Learner();
        using var shell = Interactive(learner);

        var result = await shell.RunAsync("while", "--", "sh", "-c", $"echo built; echo warned >&2; exit {exitCode}");

        Assert.Equal(exitCode, result.ExitCode);
        Assert.Contains("# Quiz: Rivers\n", result.Output, StringComparison.Ordinal);
        var end = result.Output[result.Output.IndexOf("> You got 0 of 0.", StringComparison.Ordinal)..];
        Assert.Contains("built\n", end, StringComparison.Ordinal);
        Assert.Contains("warned\n", end, StringComparison.Ordinal);
        Assert.Equal(
            $"wsgilsp: sh has ended, exit code {exitCode}; so the questions end here\n"
                + (exitCode == 0 ? "" : $"wsgilsp: sh failed: exit code {exitCode}\n"),
            result.Error
        );
    }

    [Fact(Timeout = 120_000)]
    public async Task A_card_that_was_begun_is_finished_first()
    {
        SkipWithoutSh();
        using var learner = new Learner();
        using var shell = Interactive(learner);
        var gate = await GateAsync(shell);
        learner.Types("the Nile, I think");
        learner.Does(() => File.WriteAllText(gate, "go\n"));
        learner.Waits("has ended, exit code 4");
        learner.Types("");
        learner.Types("3");
        learner.Types("this is read by nobody");

        var result = await shell.RunAsync("while", "--", "sh", "-c", $"cat '{gate}'; exit 4");

        Assert.Equal(4, result.ExitCode);
        Assert.Contains("> You got 1 of 1.\n", result.Output, StringComparison.Ordinal);
        Assert.EndsWith("\ngo\n", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("## 2 · ", result.Output, StringComparison.Ordinal);
        Assert.Equal(1, learner.Left);
    }

    [Fact(Timeout = 120_000)]
    public async Task A_first_line_that_is_being_typed_begins_a_card()
    {
        SkipWithoutSh();
        using var learner = new Learner();
        using var shell = Interactive(learner, hasKeys: true);
        var gate = await GateAsync(shell);
        learner.Types("t");
        learner.Does(() => File.WriteAllText(gate, "go\n"));
        learner.Waits("has ended, exit code 4");
        learner.Types("⏎");
        learner.Types("⏎");
        learner.Types("3");
        learner.Types("x");

        var result = await shell.RunAsync("while", "--", "sh", "-c", $"cat '{gate}'; exit 4");

        Assert.Equal(4, result.ExitCode);
        Assert.Contains("You got 1 of 1.", result.Output, StringComparison.Ordinal);
        Assert.Contains("› t\r\e[J\r\e[J› t", result.Output, StringComparison.Ordinal);
        Assert.Equal(1, learner.Left);
    }

    [Fact(Timeout = 120_000)]
    public async Task Who_has_had_enough_waits_for_the_command()
    {
        SkipWithoutSh();
        using var learner = new Learner();
        using var shell = Interactive(learner);
        var gate = await GateAsync(shell);
        learner.OnError("waiting for sh to end", () => File.WriteAllText(gate, "done\n"));
        learner.Types("!q");

        var result = await shell.RunAsync("while", "--", "sh", "-c", $"cat '{gate}'");

        Assert.Equal(0, result.ExitCode);
        Assert.EndsWith("\ndone\n", result.Output, StringComparison.Ordinal);
    }

    [Fact(Timeout = 120_000)]
    public async Task Nothing_due_is_said_and_the_command_runs()
    {
        SkipWithoutSh();
        using var learner = new Learner();
        using var shell = Interactive(learner);

        var result = await shell.RunAsync("while", "--deck-path", "empty.deck.md", "--", "sh", "-c", "exit 6");

        Assert.Equal(6, result.ExitCode);
        Assert.Contains("nothing to ask", result.Error, StringComparison.Ordinal);
        Assert.Equal("", result.Output);
    }

    /// <summary>It has none of study's options.</summary>
    [Fact(Timeout = 120_000)]
    public async Task What_is_due_later_is_said_without_advice()
    {
        SkipWithoutSh();
        using var learner = new Learner();
        using var shell = Interactive(learner);
        foreach (var line in new[] { "", "4", "", "4", "" })
        {
            learner.Types(line);
        }

        await shell.RunAsync("study");

        var result = await shell.RunAsync("while", "--", "sh", "-c", "exit 6");

        Assert.Equal(6, result.ExitCode);
        Assert.Contains("nothing is due now.", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("--", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("while -- wsgilsp-has-no-such-program", "cannot start wsgilsp-has-no-such-program")]
    [InlineData("while --deck-path gone -- sh -c true", "gone: there is no such file or folder")]
    [InlineData("while", "Required argument")]
    public async Task What_cannot_run_answers_2(string line, string message)
    {
        using var learner = new Learner();
        using var shell = Interactive(learner);

        var result = await shell.RunAsync(line.Split(' '));

        Assert.Equal(2, result.ExitCode);
        Assert.Contains(message, result.Error, StringComparison.Ordinal);
    }

    [Fact(Timeout = 120_000)]
    public async Task Without_a_terminal_the_command_has_input_output_and_errors_to_itself()
    {
        SkipWithoutSh();
        using var data = new TempFolder();
        using var program = BuiltProgram.Start(data, "while", "--", "sh", "-c", "cat; echo wrong >&2; exit 7");
        await program.StandardInput.WriteAsync("from outside\n");
        program.StandardInput.Close();

        Assert.Equal("from outside\n", await program.StandardOutput.ReadToEndAsync(Token));
        Assert.Equal("wrong\n", await program.StandardError.ReadToEndAsync(Token));
        await program.WaitForExitAsync(Token);
        Assert.Equal(7, program.ExitCode);
    }

    [Fact(Timeout = 120_000)]
    public async Task Arguments_are_passed_on_as_they_are()
    {
        SkipWithoutSh();
        using var data = new TempFolder();
        string[] words = ["a b", "$HOME", "*", "", "'\"", "--", "--json", "@x"];
        using var program = BuiltProgram.Start(data, ["while", "--", "printf", "<%s>", .. words]);

        var output = await program.StandardOutput.ReadToEndAsync(Token);
        await program.WaitForExitAsync(Token);

        Assert.Equal(string.Concat(words.Select(word => $"<{word}>")), output);
    }

    [Theory(Timeout = 120_000)]
    [InlineData("INT", "-", 130)]
    [InlineData("TERM", "", 143)]
    public async Task Signals_reach_the_command(string signal, string group, int exitCode)
    {
        if (!OperatingSystem.IsLinux())
        {
            Assert.Skip("setsid(1) makes the group that a terminal would signal");
        }

        using var data = new TempFolder();
        using var program = BuiltProgram.StartUnder(
            ["setsid", "env", "--default-signal=INT,TERM"],
            data,
            "while",
            "--",
            "cat"
        );
        await program.StandardInput.WriteAsync("ready\n");
        await program.StandardInput.FlushAsync(Token);
        Assert.Equal("ready", await program.StandardOutput.ReadLineAsync(Token));

        using var kill = Process.Start("kill", ["-" + signal, "--", $"{group}{program.Id}"]);
        await program.WaitForExitAsync(Token);

        Assert.Equal(exitCode, program.ExitCode);
    }

    /// <summary>The command sends it as the first thing that it does.</summary>
    [Fact(Timeout = 120_000)]
    public async Task A_signal_at_the_very_start_reaches_the_command()
    {
        SkipWithoutSh();
        for (var round = 0; round < 10; round++)
        {
            using var data = new TempFolder();
            using var program = BuiltProgram.Start(data, "while", "--", "sh", "-c", "kill -TERM $PPID; cat");

            await program.WaitForExitAsync(Token);

            Assert.Equal(143, program.ExitCode);
        }
    }

    private static Shell Interactive(Learner learner, bool hasKeys = false)
    {
        var shell = new Shell
        {
            In = learner,
            Adjust = terminal =>
                terminal with
                {
                    IsInteractive = true,
                    Error = learner.Listen(terminal.Error),
                    Screen = hasKeys ? new() { Width = () => 60, ReadKey = learner.ReadKey } : null,
                },
        };
        shell.Folder.With("rivers.deck.md", Deck).With("empty.deck.md", "# Empty\n");
        return shell;
    }

    /// <summary>A pipe: who reads from it waits for who writes.</summary>
    private static async Task<string> GateAsync(Shell shell)
    {
        var gate = shell.Folder["gate"];
        using var mkfifo = Process.Start("mkfifo", [gate]);
        await mkfifo.WaitForExitAsync(Token);
        return gate;
    }

    private static void SkipWithoutSh()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("the commands of these tests are sh(1)'s");
        }
    }
}
