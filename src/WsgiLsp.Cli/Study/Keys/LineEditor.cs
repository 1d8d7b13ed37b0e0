using System.Text;
using WsgiLsp.Cli.Reports;

namespace WsgiLsp.Cli.Study.Keys;

/// <summary>Reads a line, key by key, and shows it as it is typed.</summary>
/// <param name="terminal">The terminal.</param>
/// <param name="screen">Its keyboard and width.</param>
/// <param name="onChange">Is told the text whenever it changes.</param>
internal sealed class LineEditor(Terminal terminal, TerminalScreen screen, Action<string> onChange)
{
    /// <summary>Stands before what is typed.</summary>
    public const string Prompt = "› ";

    private const char EndOfInput = '\x04';

    private readonly Lock drawing = new();

    /// <summary>In which line of what is shown the cursor is.</summary>
    private int row;

    /// <summary>What is shown behind the prompt, and where the cursor is in it.</summary>
    private (string Text, int Cursor) shown = ("", 0);

    private volatile bool hasText;

    /// <summary>Whether something is typed; may be asked from any thread.</summary>
    public bool HasText => hasText;

    private int Width => screen.Width();

    /// <summary>Shows where to type.</summary>
    public void Begin()
    {
        lock (drawing)
        {
            (row, hasText, shown) = (0, false, ("", 0));
            terminal.Out.Write(new Style(terminal.UsesColour).Cyan(Prompt));
            terminal.Out.Flush();
        }
    }

    /// <summary>Says something above the prompt and what is typed behind it; may be called from any thread.</summary>
    /// <param name="say">Writes whole lines.</param>
    public void SayAbove(Action say)
    {
        lock (drawing)
        {
            var output = new StringBuilder();
            GoTo(output, 0, 0);
            terminal.Out.Write(output.Append("\e[J"));
            terminal.Out.Flush();
            say();
            row = 0;
            DrawShown();
        }
    }

    /// <summary>Waits for a key.</summary>
    /// <returns>The key; null at the end of input, and for a key that comes when it is not wanted any more.</returns>
    public ConsoleKeyInfo? ReadKey(CancellationToken cancellationToken) =>
        screen.ReadKey() is { } key && !cancellationToken.IsCancellationRequested ? key : null;

    /// <summary>Reads what stands behind the prompt.</summary>
    /// <param name="key">The first key.</param>
    /// <param name="cancellationToken">Cancelled where nobody wants the line any more.</param>
    /// <returns>The line; null at the end of input, or when it is not wanted.</returns>
    public string? Read(ConsoleKeyInfo? key, CancellationToken cancellationToken) =>
        Edit(new EditedLine(), key, cancellationToken);

    /// <summary>Reads a line of which something is typed already.</summary>
    /// <param name="text">What is typed.</param>
    /// <param name="cancellationToken">Cancelled where nobody wants the line any more.</param>
    /// <returns>The line; null at the end of input, or when it is not wanted.</returns>
    public string? GoOn(string text, CancellationToken cancellationToken)
    {
        var line = new EditedLine(text);
        hasText = true;
        Draw(line.Text, line.Cursor);
        return Edit(line, ReadKey(cancellationToken), cancellationToken);
    }

    private string? Edit(EditedLine line, ConsoleKeyInfo? key, CancellationToken cancellationToken)
    {
        while (key is { } pressed && !IsEndOfInput(pressed, line))
        {
            if (IsEnter(pressed))
            {
                End(line);
                return line.Text;
            }

            var (text, cursor) = (line.Text, line.Cursor);
            line.Press(pressed);
            hasText = line.Text.Length > 0;
            if (line.Text != text)
            {
                onChange(line.Text);
            }

            if (line.Text != text || line.Cursor != cursor)
            {
                Show(line, isTyped: cursor == text.Length && line.Text == text + pressed.KeyChar);
            }

            key = ReadKey(cancellationToken);
        }

        return null;
    }

    /// <summary>Shows a line that was entered by one key.</summary>
    public void Enter(string line)
    {
        terminal.Out.WriteLine(line);
        terminal.Out.Flush();
    }

    public static bool IsEnter(ConsoleKeyInfo key) => key.Key == ConsoleKey.Enter || key.KeyChar is '\r' or '\n';

    private static bool IsEndOfInput(ConsoleKeyInfo key, EditedLine line) =>
        key.KeyChar == EndOfInput && line.Text.Length == 0;

    private void End(EditedLine line)
    {
        Draw(line.Text, line.Text.Length);
        terminal.Out.WriteLine();
        terminal.Out.Flush();
    }

    /// <summary>Shows a line after a key.</summary>
    /// <param name="line">The line.</param>
    /// <param name="isTyped">Whether the key was typed at its end.</param>
    private void Show(EditedLine line, bool isTyped)
    {
        var last = line.Cursor > 0 ? line.Text[line.Cursor - 1] : default;
        if (isTyped && char.IsAscii(last) && EditedLine.Columns(line.Text, Prompt.Length, Width) % Width > 0)
        {
            lock (drawing)
            {
                shown = (line.Text, line.Cursor);
                terminal.Out.Write(last);
                terminal.Out.Flush();
            }
        }
        else if (!char.IsHighSurrogate(last))
        {
            // Of half a character the other half follows.
            Draw(line.Text, line.Cursor);
        }
    }

    private void Draw(string text, int cursor)
    {
        lock (drawing)
        {
            shown = (text, cursor);
            DrawShown();
        }
    }

    private void DrawShown()
    {
        var (text, cursor) = shown;
        var output = new StringBuilder();
        GoTo(output, 0, 0);
        output.Append("\e[J").Append(new Style(terminal.UsesColour).Cyan(Prompt)).Append(Printable.Line(text));
        var end = EditedLine.Columns(text, Prompt.Length, Width);
        if (end % Width == 0)
        {
            // Terminals wait with the new line until something stands in it.
            output.Append(" \r");
        }

        row = end / Width;
        var place = EditedLine.Columns(text.AsSpan(0, cursor), Prompt.Length, Width);
        GoTo(output, place / Width, place % Width);
        terminal.Out.Write(output);
        terminal.Out.Flush();
    }

    private void GoTo(StringBuilder output, int newRow, int column)
    {
        if (row > newRow)
        {
            output.Append($"\e[{row - newRow}A");
        }

        output.Append('\r');
        if (column > 0)
        {
            output.Append($"\e[{column}C");
        }

        row = newRow;
    }
}
