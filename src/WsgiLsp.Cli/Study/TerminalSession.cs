using System.Collections.Immutable;
using WsgiLsp.Study;
using WsgiLsp.Study.Sessions;
using WsgiLsp.Study.Transcript;

namespace WsgiLsp.Cli.Study;

/// <summary>
/// A transcript at the terminal: lines in, the server's lines out. What an answer did is on disk before its lines are
/// written, and written lines are flushed at once. Ctrl-C and the end of input end it with the Result.
/// </summary>
internal sealed class TerminalSession(Terminal terminal, StudyRunner runner)
{
    private const string Introduction =
        "Type your answer and press Enter. `?` hint, `??` answer, `!u` undo, `!q` end. "
        + "Lines with `>` are written for you.";

    private const string ExamIntroduction =
        "Type your answer and press Enter. `!3 b` changes item 3, `!u` takes back the last answer, `!q` ends. "
        + "Lines with `>` are written for you.";

    private const string Quit = "!q";
    private const string Again = "again";

    private readonly TranscriptPaint paint = new(new Style(terminal.UsesColour));
    private SessionItem? shown;

    public async Task RunAsync()
    {
        var interrupted = terminal.CatchInterrupt();

        // The head is two lines: the title, and how to answer, which is different where there is no file.
        Write(runner.Start().Lines.SetItem(1, runner.State.IsExam ? ExamIntroduction : Introduction));
        while (IsOpen() && await ReadLineAsync(interrupted) is { } line)
        {
            if (runner.State.IsFinished && line.Length == 0)
            {
                return;
            }

            var reply = runner.Feed(line);
            Write(reply.Lines);
            if (reply.Warning is { } warning)
            {
                terminal.Complain(warning);
            }
        }

        if (!runner.State.IsFinished)
        {
            EndEarly();
        }
    }

    private void EndEarly()
    {
        if (terminal.IsInteractive)
        {
            // What the person typed last has no line end.
            terminal.Out.WriteLine();
        }

        Write(runner.Feed(Quit).Lines);
        if (!runner.State.IsFinished)
        {
            // What an exam asks in the end stays as it is.
            Write(runner.Feed(Quit).Lines);
        }
    }

    /// <summary>Whether a line can still change something: the quiz goes on, or there is something to ask again.</summary>
    private bool IsOpen() => !runner.State.IsFinished || HasMissed();

    private bool HasMissed() => !runner.Try(Again).State.IsFinished;

    /// <summary>The next line; null at the end of input and after an interrupt.</summary>
    private async Task<string?> ReadLineAsync(CancellationToken interrupted)
    {
        try
        {
            // Standard input blocks, whatever its asynchronous methods say; the wait for it must not.
            return await Task.Run(terminal.In.ReadLine, CancellationToken.None).WaitAsync(interrupted);
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }

    private void Write(ImmutableArray<string> lines)
    {
        var heading = NewHeading();
        foreach (var line in lines)
        {
            if (heading is not null && line.StartsWith(heading, StringComparison.Ordinal))
            {
                terminal.Out.WriteLine(paint.Aside(Progress()));
                heading = null;
            }

            if (line != TranscriptMachine.FinishedLine)
            {
                terminal.Out.WriteLine(paint.Line(line));
            }
            else if (HasMissed())
            {
                terminal.Out.WriteLine(paint.Line($"→ {Again}: what you missed once more · an empty line: the end"));
            }
        }

        terminal.Out.Flush();
    }

    /// <summary>How the heading of an item begins that was not on the screen before; null piped, where nothing is added.</summary>
    private string? NewHeading()
    {
        var before = shown;
        shown = runner.State.Current;
        return terminal.IsInteractive && shown is not null && !ReferenceEquals(before, shown)
            ? $"## {Number()} · "
            : null;
    }

    private string Progress() => $"{Number()} of {runner.State.Items.Length}";

    private int Number() => runner.State.Items.IndexOf(runner.State.Current!) + 1;
}
