using System.Collections.Immutable;
using WsgiLsp.Cli.Study.Keys;
using WsgiLsp.Study;
using WsgiLsp.Study.Sessions;
using WsgiLsp.Study.Transcript;

namespace WsgiLsp.Cli.Study;

/// <summary>
/// A transcript at the terminal: lines in, the server's lines out. What an answer did is on disk before its lines are
/// shown, and shown lines are flushed at once. Ctrl-C and the end of input show the Result; the session can be resumed.
/// </summary>
/// <param name="terminal">The terminal.</param>
/// <param name="runner">The session.</param>
/// <param name="input">The learner's lines; null for what is typed at the terminal.</param>
internal sealed class TerminalSession(Terminal terminal, StudyRunner runner, ILineInput? input = null)
{
    private readonly ILineInput input = input ?? KeyInput.Over(terminal, runner);
    private readonly ITranscriptFace face = terminal.Screen is { } screen
        ? new ScreenFace(terminal, screen)
        : new LineFace(terminal);
    private SessionItem? shown;
    private bool hasLeft;
    private bool hasQuit;

    public async Task RunAsync()
    {
        var interrupted = terminal.CatchInterrupt();

        // The head is two lines: the title, and how to answer, which is different where there is no file.
        var begin = runner.Start();
        Write(begin.Lines.SetItem(1, face.Introduction(runner.State.IsExam)));
        foreach (var line in runner.Retyped)
        {
            face.ShowTyped(line.Text);
            Write(line.Reply);
        }

        try
        {
            await AskAsync(interrupted);
        }
        finally
        {
            input.Close();
        }
    }

    private async Task AskAsync(CancellationToken interrupted)
    {
        while (IsOpen() && await ReadLineAsync(interrupted) is { } line)
        {
            if (runner.State.IsFinished && line.Length == 0)
            {
                return;
            }

            var card = runner.State.Current;
            var reply = runner.Feed(line);
            hasQuit = line.Trim() is TranscriptMarks.Quit or TranscriptMarks.QuitAnywhere;
            var isOver = input.EndsWithCard && !ReferenceEquals(card, runner.State.Current) && !runner.State.IsFinished;
            Write(isOver ? reply.Lines[..TranscriptMarks.QuestionIn(reply.Lines)] : reply.Lines);
            if (reply.Warning is { } warning)
            {
                face.Warn(warning);
            }
        }

        if (!runner.State.IsFinished)
        {
            EndEarly();
        }
    }

    private void EndEarly()
    {
        input.KeepBegunLine();
        hasLeft = true;
        if (terminal.IsInteractive)
        {
            // What the person typed last has no line end.
            terminal.Out.WriteLine();
        }

        Write(runner.Leave());
        if (terminal.IsInteractive && runner.CanResume)
        {
            terminal.Complain("wsgilsp study --resume goes on with it today");
        }
    }

    /// <summary>
    /// Whether a line can still change something: the quiz goes on, there is something to ask again, or the last grade may have
    /// been a slip of who sits there.
    /// </summary>
    private bool IsOpen() => !runner.State.IsFinished || HasMissed() || MayUndo();

    private bool MayUndo() => terminal.IsInteractive && !hasQuit && runner.Try(TranscriptMarks.Undo).Warning is null;

    private bool HasMissed() => !runner.Try(TranscriptMarks.Again).State.IsFinished;

    /// <summary>The next line; null at the end of input and after an interrupt.</summary>
    private async Task<string?> ReadLineAsync(CancellationToken interrupted)
    {
        try
        {
            // Standard input blocks, whatever its asynchronous methods say; the wait for it must not.
            return await Task.Run(() => input.ReadLine(interrupted), CancellationToken.None).WaitAsync(interrupted);
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }

    private void Write(ImmutableArray<string> lines) =>
        face.Show([.. lines.Select(AtTerminal).OfType<string>()], NewProgress());

    /// <summary>A line as it is here, where there is no file; null for none.</summary>
    private string? AtTerminal(string line) =>
        line != TranscriptMachine.FinishedLine ? line
        : IsOpen() && !hasLeft ? EndLine
        : null;

    private string EndLine
    {
        get
        {
            string?[] parts =
            [
                HasMissed() ? $"{TranscriptMarks.Again}: what you missed once more" : null,
                MayUndo() ? $"{TranscriptMarks.Undo}: take the last grade back" : null,
                "an empty line: the end",
            ];
            return TranscriptMarks.Ask + string.Join(TranscriptMarks.Separator, parts.OfType<string>());
        }
    }

    /// <summary>How far the session is; null where the open item was on the screen before.</summary>
    private SessionProgress? NewProgress()
    {
        var before = shown;
        shown = runner.State.Current;
        return shown is null || ReferenceEquals(before, shown) ? null : SessionProgress.Of(runner.State);
    }
}
