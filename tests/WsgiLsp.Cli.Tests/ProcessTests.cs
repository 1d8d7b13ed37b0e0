using System.Diagnostics;

namespace WsgiLsp.Cli.Tests;

public class ProcessTests
{
    [Fact(Timeout = 120_000)]
    public async Task Text_is_utf_8_whatever_the_locale_says()
    {
        using var data = new TempFolder();
        using var program = BuiltProgram.Start(data, "study", BuiltProgram.FirstDeck, "--limit", "1");
        program.StandardInput.Close();

        var output = await program.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await program.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Contains("→ think (or write), then an empty line", output, StringComparison.Ordinal);
        Assert.Equal(0, program.ExitCode);
    }

    [Fact(Timeout = 120_000)]
    public async Task A_reader_that_goes_away_ends_it_quietly()
    {
        using var data = new TempFolder();
        data.With("big.deck.md", string.Concat(Enumerable.Range(0, 5_000).Select(n => $"## Card {n}?\n\nAnswer.\n\n")));
        using var program = BuiltProgram.Start(data, "cards", "--json", data.Path);
        await program.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
        program.StandardOutput.Close();

        var error = await program.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await program.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal("", error);
        Assert.Equal(0, program.ExitCode);
    }

    [Theory(Timeout = 120_000)]
    [InlineData("check")]
    [InlineData("cards")]
    [InlineData("rules")]
    public async Task A_full_disk_behind_standard_output_is_told_in_one_line(string command)
    {
        if (!OperatingSystem.IsLinux())
        {
            Assert.Skip("/dev/full is Linux's");
        }

        using var data = new TempFolder();
        data.With("a.deck.md", "# T\n\n## Q?\n\n- [ ] a\n- [ ] b\n");
        string[] paths = command == "rules" ? [] : [data.Path];
        using var program = BuiltProgram.StartUnder(
            ["sh", "-c", "exec \"$@\" > /dev/full", "sh"],
            data,
            [command, .. paths]
        );
        var error = await program.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await program.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(
            ["wsgilsp: cannot write standard output: No space left on device"],
            error.TrimEnd('\n').Split('\n')
        );
        Assert.Equal(2, program.ExitCode);
    }

    [Theory(Timeout = 120_000)]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task A_signal_ends_a_session_with_the_result(string signal)
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("signals are sent by kill(1)");
        }

        using var data = new TempFolder();

        // Shells start what runs in the background with SIGINT ignored, and that is inherited.
        string[] launcher = OperatingSystem.IsLinux() ? ["env", "--default-signal=INT,TERM"] : [];
        using var program = BuiltProgram.StartUnder(launcher, data, "study", BuiltProgram.FirstDeck);
        await ReadToAsync(program, "→ think");
        using var kill = Process.Start("kill", ["-" + signal, $"{program.Id}"]);

        var rest = await program.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await program.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Contains("## Result\n\n> You got 0 of 0.\n", rest, StringComparison.Ordinal);
        Assert.Equal(0, program.ExitCode);
    }

    private static async Task ReadToAsync(Process program, string beginning)
    {
        while (await program.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            if (line.StartsWith(beginning, StringComparison.Ordinal))
            {
                return;
            }
        }

        Assert.Fail($"no line begins with {beginning}");
    }
}
