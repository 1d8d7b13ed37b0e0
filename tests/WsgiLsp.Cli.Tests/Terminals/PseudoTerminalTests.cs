using System.Diagnostics;
using WsgiLsp.Cli.Tests.LanguageServer;
using WsgiLsp.Study.Grading;
using WsgiLsp.Study.Reviews;

namespace WsgiLsp.Cli.Tests.Terminals;

/// <summary>The real program at a real pseudo-terminal.</summary>
public class PseudoTerminalTests
{
    private const string Deck = "# Deck\n\n## One?\n\n1\n\n## Two?\n\n2\n\n## Three?\n\n3\n";

    /// <summary>
    /// Runs a program at a terminal of 40 columns: waits for words, then sends keys, in turn; then writes what was shown, and
    /// ends with the program's exit code.
    /// </summary>
    private const string Driver = """
        import fcntl, os, pty, select, struct, sys, termios
        steps, command = sys.argv[1].split('|'), sys.argv[2:]
        pid, terminal = pty.fork()
        if pid == 0:
            os.execvp(command[0], command)
        fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack('HHHH', 24, 40, 0, 0))
        shown, seen = b'', 0
        def read():
            global shown
            if not select.select([terminal], [], [], 60)[0]:
                sys.exit('nothing was shown for a minute after ' + repr(shown[seen:]))
            try:
                more = os.read(terminal, 65536)
            except OSError:
                more = b''
            shown += more
            return more
        for words, keys in zip(steps[::2], steps[1::2]):
            while words.encode() not in shown[seen:]:
                if not read():
                    sys.exit('the program ended before ' + repr(words) + ': ' + repr(shown))
            seen = len(shown)
            os.write(terminal, keys.encode())
        while read():
            pass
        sys.stdout.buffer.write(shown)
        sys.exit(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
        """;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact(Timeout = 300_000)]
    public async Task Three_cards_are_answered_by_single_keys()
    {
        var shown = await RunAsync("Space| |keys|3|Space| |keys|4|Space| |keys|3|last grade|\n\n", "xterm");

        Assert.Contains("\e[", shown, StringComparison.Ordinal);
        Assert.Contains("You got 3 of 3.", shown, StringComparison.Ordinal);
    }

    [Fact(Timeout = 300_000)]
    public async Task Lines_answer_at_a_terminal_that_knows_no_more()
    {
        var shown = await RunAsync(
            "empty line|\n|4 easy|3\n|empty line|\n|4 easy|4\n|empty line|\n|4 easy|3\n|last grade|\n",
            "dumb"
        );

        Assert.DoesNotContain("\e[3", shown, StringComparison.Ordinal);
        Assert.Contains("> You got 3 of 3.", shown, StringComparison.Ordinal);
    }

    /// <summary>Only who studies at a terminal pays for what draws there.</summary>
    [Fact]
    public async Task The_language_server_does_not_load_the_renderer()
    {
        if (!OperatingSystem.IsLinux())
        {
            Assert.Skip("/proc tells what is loaded");
        }

        await using var server = new ServerProcess();
        await server.Client.RequestAsync("initialize", ServerProcess.Initialize());

        var maps = await File.ReadAllTextAsync($"/proc/{server.Id}/maps", Token);
        Assert.Contains("WsgiLsp.Server.dll", maps, StringComparison.Ordinal);
        Assert.DoesNotContain("Spectre", maps, StringComparison.Ordinal);
    }

    /// <summary>Studies three cards; afterwards the log must have the answers good, easy and good.</summary>
    private static async Task<string> RunAsync(string steps, string terminal)
    {
        using var data = new TempFolder();
        using var decks = new TempFolder();
        decks.With("a.deck.md", Deck);
        var start = BuiltProgram.Describe(
            ["python3", "-c", Driver, steps],
            data,
            "study",
            decks.Path,
            "--order",
            "deck"
        );
        start.Environment["TERM"] = terminal;
        start.Environment["NO_COLOR"] = "";
        using var driver = StartOrSkip(start);
        var error = driver.StandardError.ReadToEndAsync(Token);
        var shown = await driver.StandardOutput.ReadToEndAsync(Token);
        await driver.WaitForExitAsync(Token);

        Assert.Equal("", await error);
        Assert.Equal(0, driver.ExitCode);
        using var log = ReviewLog.Open(DataFolder.ReviewLogIn(data.Path), TimeProvider.System);
        Assert.Equal(
            [Grade.Good, Grade.Easy, Grade.Good],
            log.ReadAll().Where(e => e.Event.Kind == ReviewEventKind.Review).Select(e => e.Event.Grade!.Value)
        );
        return shown;
    }

    private static Process StartOrSkip(ProcessStartInfo start)
    {
        try
        {
            if (!OperatingSystem.IsWindows())
            {
                return Process.Start(start)!;
            }
        }
        catch (System.ComponentModel.Win32Exception)
        {
            // Skipped below.
        }

        Assert.Skip("python3 with pseudo-terminals is not here");
        throw new UnreachableException();
    }
}
