using System.Text;
using WsgiLsp.Cli.Reports;

namespace WsgiLsp.Cli.Study.Keys;

/// <summary>Reads a line, key by key, and shows it as it is typed.</summary>
/// <param name="terminal">The terminal.</param>
/// <param name="screen">Its keyboard and width.</param>
internal sealed class LineEditor(Terminal terminal, TerminalScreen screen)
{
    private const string Prompt = "› ";
    private const char EndOfInput = '\x04';

    /// <summary>In which line of what is shown the cursor is.</summary>
    private int row;

    /// <summary>Shows where to type.</summary>
    public void Begin()
    {
        row = 0;
        terminal.Out.Write(new Style(terminal.UsesColour).Cyan(Prompt));
        terminal.Out.Flush();
    }

    /// <summary>Reads what stands behind the prompt.</summary>
    /// <param name="key">The first key.</param>
    /// <returns>The line; null at the end of input.</returns>
    public string? Read(ConsoleKeyInfo? key)
    {
        var line = new EditedLine();
        while (key is { } pressed && !IsEndOfInput(pressed, line))
        {
            if (IsEnter(pressed))
            {
                End(line);
                return line.Text;
            }

            var (before, cursor) = (line.Text, line.Cursor);
            line.Press(pressed);
            Show(line, before, cursor);
            key = screen.ReadKey();
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
        Show(line, line.Text, -1);
        terminal.Out.WriteLine();
        terminal.Out.Flush();
    }

    private void Show(EditedLine line, string before, int cursor)
    {
        var text = line.Text;
        if (text == before && line.Cursor == cursor)
        {
            return;
        }

        // Half a character, whose other half follows.
        if (line.Cursor > 0 && char.IsHighSurrogate(text[line.Cursor - 1]))
        {
            return;
        }

        var output = new StringBuilder();
        var width = screen.Width();
        var isEnd = cursor < 0;
        GoTo(output, 0, 0);
        output.Append("\e[J").Append(new Style(terminal.UsesColour).Cyan(Prompt)).Append(Printable.Line(text));
        var end = EditedLine.Columns(text, Prompt.Length, width);
        if (end % width == 0)
        {
            // Terminals wait with the new line until something stands in it.
            output.Append(" \r");
        }

        row = end / width;
        var place = isEnd ? end : EditedLine.Columns(text.AsSpan(0, line.Cursor), Prompt.Length, width);
        GoTo(output, place / width, place % width);
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
