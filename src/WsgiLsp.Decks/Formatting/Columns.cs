namespace WsgiLsp.Decks.Formatting;

/// <summary>Columns of a line: tabs reach to the next multiple of four.</summary>
internal static class Columns
{
    private const int TabWidth = 4;

    /// <summary>The column after a character.</summary>
    public static int After(int column, char character) =>
        character == '\t' ? column + TabWidth - (column % TabWidth) : column + 1;

    /// <summary>The column of an offset in a line.</summary>
    public static int Of(ReadOnlySpan<char> line, int offset)
    {
        var column = 0;
        foreach (var character in line[..offset])
        {
            column = After(column, character);
        }

        return column;
    }

    /// <summary>Columns of white space from an offset on.</summary>
    public static int Indent(ReadOnlySpan<char> line, int offset = 0)
    {
        var start = Of(line, offset);
        var rest = line[offset..];
        return Of(line, offset + rest.Length - rest.TrimStart(" \t").Length) - start;
    }

    /// <summary>What stands behind some columns of white space; what is left of a tab becomes spaces.</summary>
    /// <param name="line">The line.</param>
    /// <param name="offset">Where the white space begins.</param>
    /// <param name="columns">How many columns to leave out, if they are there.</param>
    public static string Skip(ReadOnlySpan<char> line, int offset, int columns)
    {
        var column = Of(line, offset);
        var end = column + columns;
        while (column < end && offset < line.Length && line[offset] is ' ' or '\t')
        {
            column = After(column, line[offset]);
            offset++;
        }

        return new string(' ', Math.Max(column - end, 0)) + line[offset..].ToString();
    }
}
