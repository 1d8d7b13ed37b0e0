using WsgiLsp.Study;
using WsgiLsp.Study.Transcript;

namespace WsgiLsp.Cli.Study.Keys;

/// <summary>
/// The lines that a learner enters at a keyboard. Where a key is enough, its line is read as soon as it is pressed; whoever
/// types lines as in any transcript may do so.
/// </summary>
internal sealed class KeyInput : ILineInput
{
    /// <summary>Enter belongs to the key before it if it comes so soon: nobody has read what the key brought.</summary>
    private static readonly TimeSpan SameLine = TimeSpan.FromMilliseconds(500);

    /// <summary>Begin a line where else a key is enough: a command, or a correction.</summary>
    private const string LineStarts = "!:+-";

    private readonly Terminal terminal;
    private readonly StudyRunner runner;
    private readonly LineEditor editor;
    private readonly LineDraft draft;
    private string begun;
    private bool wasKey;

    private KeyInput(Terminal terminal, TerminalScreen screen, StudyRunner runner)
    {
        this.terminal = terminal;
        this.runner = runner;
        draft = new LineDraft(terminal.Clock, runner);
        editor = new LineEditor(terminal, screen, draft.Change);
        begun = runner.Draft;
    }

    public bool HasBegunLine => editor.HasText;

    /// <summary>The lines typed at a terminal: by keys where it gives them.</summary>
    public static ILineInput Over(Terminal terminal, StudyRunner runner) =>
        terminal.Screen is { } screen ? new KeyInput(terminal, screen, runner) : new WholeLines(terminal.In);

    public void SayAbove(Action say) => editor.SayAbove(say);

    public void KeepBegunLine() => draft.Keep();

    public void Close() => draft.Close();

    public string? ReadLine(CancellationToken cancellationToken)
    {
        var line = Read(cancellationToken);
        if (line is not null)
        {
            draft.End();
        }

        return line;
    }

    private string? Read(CancellationToken cancellationToken)
    {
        editor.Begin();
        var restored = begun;
        begun = "";
        if (restored.Length > 0 && runner.Expects() != Expectation.Grade)
        {
            return editor.GoOn(restored, cancellationToken);
        }

        var key = FirstKey(cancellationToken);
        var expects = key is null ? Expectation.Line : runner.Expects();
        while (key is { } pressed)
        {
            if (LineOf(pressed, expects) is { } line)
            {
                wasKey = !LineEditor.IsEnter(pressed);
                editor.Enter(line);
                return line;
            }

            if (expects != Expectation.Grade || BeginsLine(pressed))
            {
                return editor.Read(key, cancellationToken);
            }

            if (pressed.KeyChar == '?')
            {
                editor.Enter("?");
                terminal.Out.WriteLine(Help(runner.State.Options.HasTwoGrades));
                editor.Begin();
            }

            key = editor.ReadKey(cancellationToken);
        }

        return null;
    }

    private static string Help(bool hasTwoGrades) =>
        $"""
              {(hasTwoGrades ? "1 2" : "1 2 3 4")}  grade
              u  take the last grade back
              q  end with the result
              {(hasTwoGrades ? "!1 or !2" : "!1 to !4")}  change the last grade
              !b  put off until tomorrow
              !s  suspend
            """;

    /// <summary>The first key that does not belong to the line before.</summary>
    private ConsoleKeyInfo? FirstKey(CancellationToken cancellationToken)
    {
        var began = terminal.Clock.GetTimestamp();
        var key = editor.ReadKey(cancellationToken);
        var isRest =
            wasKey
            && key is { } pressed
            && LineEditor.IsEnter(pressed)
            && terminal.Clock.GetElapsedTime(began) < SameLine;
        wasKey = false;
        return isRest ? editor.ReadKey(cancellationToken) : key;
    }

    /// <summary>The line that one key stands for, or null.</summary>
    private static string? LineOf(ConsoleKeyInfo key, Expectation expects) =>
        (expects, key.KeyChar) switch
        {
            (Expectation.Grade, >= '1' and <= '4') => key.KeyChar.ToString(),
            (Expectation.Grade, 'u' or 'U') => TranscriptMarks.Undo,
            (Expectation.Grade, 'q' or 'Q') => TranscriptMarks.Quit,
            (Expectation.Reveal, ' ') => "",
            (Expectation.Reveal, _) when LineEditor.IsEnter(key) => "",
            _ => null,
        };

    private static bool BeginsLine(ConsoleKeyInfo key) =>
        LineStarts.Contains(key.KeyChar, StringComparison.Ordinal) || key.KeyChar == '\x04';
}
