using WsgiLsp.Study;

namespace WsgiLsp.Cli.Study.Keys;

/// <summary>
/// The lines that a learner enters at a keyboard. Where a key is enough, its line is read as soon as it is pressed; whoever
/// types lines as in any transcript may do so.
/// </summary>
internal sealed class KeyInput
{
    /// <summary>Enter belongs to the key before it if it comes so soon: nobody has read what the key brought.</summary>
    private static readonly TimeSpan SameLine = TimeSpan.FromMilliseconds(500);

    /// <summary>Begin a line where else a key is enough: a command, or a correction.</summary>
    private const string LineStarts = "!:+-";

    private const string Help = """
          1 2 3 4  grade
          u  take the last grade back
          q  end with the result
          !1 to !4  change the last grade
          !b  put off until tomorrow
          !s  suspend
        """;

    private readonly Terminal terminal;
    private readonly TerminalScreen screen;
    private readonly StudyRunner runner;
    private readonly LineEditor editor;
    private bool wasKey;

    private KeyInput(Terminal terminal, TerminalScreen screen, StudyRunner runner)
    {
        this.terminal = terminal;
        this.screen = screen;
        this.runner = runner;
        editor = new LineEditor(terminal, screen);
    }

    /// <summary>What reads the next line: by keys where the terminal gives them; null at the end of input.</summary>
    public static Func<string?> Over(Terminal terminal, StudyRunner runner) =>
        terminal.Screen is { } screen ? new KeyInput(terminal, screen, runner).ReadLine : terminal.In.ReadLine;

    private string? ReadLine()
    {
        editor.Begin();
        var key = FirstKey();
        var expects = runner.Expects();
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
                return editor.Read(key);
            }

            if (pressed.KeyChar == '?')
            {
                editor.Enter("?");
                terminal.Out.WriteLine(Help);
                editor.Begin();
            }

            key = screen.ReadKey();
        }

        return null;
    }

    /// <summary>The first key that does not belong to the line before.</summary>
    private ConsoleKeyInfo? FirstKey()
    {
        var began = terminal.Clock.GetTimestamp();
        var key = screen.ReadKey();
        var isRest =
            wasKey
            && key is { } pressed
            && LineEditor.IsEnter(pressed)
            && terminal.Clock.GetElapsedTime(began) < SameLine;
        wasKey = false;
        return isRest ? screen.ReadKey() : key;
    }

    /// <summary>The line that one key stands for, or null.</summary>
    private static string? LineOf(ConsoleKeyInfo key, Expectation expects) =>
        (expects, key.KeyChar) switch
        {
            (Expectation.Grade, >= '1' and <= '4') => key.KeyChar.ToString(),
            (Expectation.Grade, 'u' or 'U') => "!u",
            (Expectation.Grade, 'q' or 'Q') => "!q",
            (Expectation.Reveal, ' ') => "",
            (Expectation.Reveal, _) when LineEditor.IsEnter(key) => "",
            _ => null,
        };

    private static bool BeginsLine(ConsoleKeyInfo key) =>
        LineStarts.Contains(key.KeyChar, StringComparison.Ordinal) || key.KeyChar == '\x04';
}
