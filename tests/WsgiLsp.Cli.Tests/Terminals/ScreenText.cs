using System.Globalization;
using WsgiLsp.Cli.Reports;

namespace WsgiLsp.Cli.Tests.Terminals;

/// <summary>
/// What a terminal shows of what is written to it: it wraps lines as terminals do, and knows the control sequences that the
/// program may use and no others.
/// </summary>
internal sealed class ScreenText(int width)
{
    private readonly List<string[]> rows = [];
    private int row;
    private int column;

    public static string Of(string written, int width)
    {
        var screen = new ScreenText(width);
        screen.Write(written);
        return screen.ToString();
    }

    /// <summary>The lines, without blanks at their ends.</summary>
    public override string ToString() =>
        string.Join('\n', rows.Select(cells => string.Concat(cells.Select(cell => cell ?? " ")).TrimEnd()))
            .TrimEnd('\n');

    private void Write(string written)
    {
        for (var rest = written.AsSpan(); !rest.IsEmpty; )
        {
            var length = StringInfo.GetNextTextElementLength(rest);
            if (rest[0] == '\e')
            {
                length = Obey(rest);
            }
            else if (rest[0] == '\n')
            {
                length = 1;
                (row, column) = (row + 1, 0);
            }
            else if (rest[0] == '\r')
            {
                length = 1;
                column = 0;
            }
            else
            {
                Put(rest[..length]);
            }

            rest = rest[length..];
        }
    }

    private void Put(ReadOnlySpan<char> character)
    {
        Assert.False(char.IsControl(character[0]), $"U+{(int)character[0]:X4} reached the terminal");
        var (text, cell) = Printable.Cell(character);
        if (column + cell > width)
        {
            (row, column) = (row + 1, 0);
        }

        if (cell > 0)
        {
            Row()[column] = text;
            if (cell == 2)
            {
                Row()[column + 1] = "";
            }
        }

        column += cell;
    }

    private int Obey(ReadOnlySpan<char> sequence)
    {
        var end = 2;
        while (char.IsAsciiDigit(sequence[end]) || sequence[end] == ';')
        {
            end++;
        }

        var number = int.TryParse(sequence[2..end], CultureInfo.InvariantCulture, out var n) ? n : 1;
        switch (sequence[end])
        {
            case 'm':
                break;
            case 'A':
                row -= number;
                break;
            case 'C':
                column += number;
                break;
            case 'J':
                Row().AsSpan(column).Clear();
                rows.RemoveRange(row + 1, rows.Count - row - 1);
                break;
            default:
                Assert.Fail($"a terminal was told {sequence[1..(end + 1)]}");
                break;
        }

        return end + 1;
    }

    private string[] Row()
    {
        while (rows.Count <= row)
        {
            rows.Add(new string[width]);
        }

        return rows[row];
    }
}
