using System.Text;

namespace WsgiLsp.Decks.Formatting;

/// <summary>The cells of a table's line.</summary>
internal static class TableRow
{
    /// <summary>The cells without white space around; null where it is doubtful which signs separate them.</summary>
    public static List<string>? Split(ReadOnlySpan<char> line)
    {
        line = line.Trim(" \t");
        line = line is ['|', ..] ? line[1..] : line;
        var cells = new List<string>();
        var (start, ticks) = (0, 0);
        for (var i = 0; i < line.Length; i++)
        {
            switch (line[i])
            {
                case '\\' when i + 2 < line.Length && line[i + 1] == '\\' && line[i + 2] == '|':
                    // Renderers disagree about which of the signs this escapes.
                    return null;
                case '\\':
                    i++;
                    break;
                case '`':
                    ticks++;
                    break;
                case '|' when ticks % 2 != 0:
                    // Inside code, or not: renderers disagree as well.
                    return null;
                case '|':
                    cells.Add(line[start..i].Trim(" \t").ToString());
                    (start, ticks) = (i + 1, 0);
                    break;
                default:
                    break;
            }
        }

        if (start < line.Length || cells.Count == 0)
        {
            cells.Add(line[Math.Min(start, line.Length)..].Trim(" \t").ToString());
        }

        return cells;
    }

    /// <summary>A line of cells that have their width already.</summary>
    public static string Join(IEnumerable<string> cells) => "| " + string.Join(" | ", cells) + " |";

    /// <summary>A cell filled up to a width.</summary>
    public static string Pad(string cell, int width, TableAlignment alignment)
    {
        var missing = Math.Max(width - DisplayWidth.Of(cell), 0);
        var before = alignment switch
        {
            TableAlignment.Right => missing,
            TableAlignment.Centre => missing / 2,
            _ => 0,
        };
        return new StringBuilder().Append(' ', before).Append(cell).Append(' ', missing - before).ToString();
    }
}

/// <summary>How a table's column stands.</summary>
internal enum TableAlignment
{
    /// <summary><c>---</c></summary>
    None,

    /// <summary><c>:--</c></summary>
    Left,

    /// <summary><c>:-:</c></summary>
    Centre,

    /// <summary><c>--:</c></summary>
    Right,
}
