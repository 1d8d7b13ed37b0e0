using System.Globalization;
using System.Text;
using WsgiLsp.Cli.Reports;

namespace WsgiLsp.Cli.Study.Keys;

/// <summary>A line while it is typed: its text, and where the cursor is. Keys change it; it knows no terminal.</summary>
internal sealed class EditedLine
{
    private readonly StringBuilder text;

    /// <summary>A line of which something is typed, with the cursor behind it.</summary>
    public EditedLine(string typed = "")
    {
        text = new StringBuilder(typed);
        Cursor = typed.Length;
    }

    /// <summary>The text.</summary>
    public string Text => text.ToString();

    /// <summary>How much of the text stands before the cursor, in UTF-16 code units.</summary>
    public int Cursor { get; private set; }

    /// <summary>Does what a key says; a key that says nothing here does nothing.</summary>
    public void Press(ConsoleKeyInfo key)
    {
        switch (key)
        {
            case { Key: ConsoleKey.LeftArrow }:
                Cursor = Before(Cursor);
                break;
            case { Key: ConsoleKey.RightArrow }:
                Cursor = After(Cursor);
                break;
            case { Key: ConsoleKey.Home } or { KeyChar: '\x01' }:
                Cursor = 0;
                break;
            case { Key: ConsoleKey.End } or { KeyChar: '\x05' }:
                Cursor = text.Length;
                break;
            case { Key: ConsoleKey.Backspace } or { KeyChar: '\b' or '\x7F' }:
                Remove(Before(Cursor), Cursor);
                break;
            case { Key: ConsoleKey.Delete }:
                Remove(Cursor, After(Cursor));
                break;
            case { KeyChar: '\x15' }:
                Remove(0, Cursor);
                break;
            case { KeyChar: '\x0B' }:
                Remove(Cursor, text.Length);
                break;
            case { KeyChar: '\x17' }:
                Remove(StartOfWord(), Cursor);
                break;
            case { KeyChar: '\t' }:
                Insert(' ');
                break;
            case { KeyChar: >= ' ' }:
                Insert(key.KeyChar);
                break;
        }
    }

    /// <summary>
    /// In how many columns a text stands behind a prompt, counting those of full lines above; a wide character that does not
    /// fit into a line leaves its last column empty.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Columns of the prompt.</param>
    /// <param name="width">Columns of the terminal.</param>
    public static int Columns(ReadOnlySpan<char> text, int start, int width)
    {
        var at = start;
        while (!text.IsEmpty)
        {
            var length = StringInfo.GetNextTextElementLength(text);
            var cell = Printable.Cell(text[..length]).Width;
            at += cell == 2 && at % width == width - 1 ? cell + 1 : cell;
            text = text[length..];
        }

        return at;
    }

    private void Insert(char c)
    {
        text.Insert(Cursor, c);
        Cursor++;
    }

    private void Remove(int start, int end)
    {
        text.Remove(start, end - start);
        Cursor = start;
    }

    private int StartOfWord()
    {
        var before = Text[..Cursor].TrimEnd();
        return before.LastIndexOf(' ') + 1;
    }

    private int After(int place) =>
        place == text.Length ? place : place + StringInfo.GetNextTextElementLength(Text, place);

    private int Before(int place)
    {
        var starts = StringInfo.ParseCombiningCharacters(Text[..place]);
        return starts.Length == 0 ? 0 : starts[^1];
    }
}
