namespace WsgiLsp.Decks.Syntax;

/// <summary>A place in a line that knows its column: tabs reach to the next multiple of four, as CommonMark has it.</summary>
internal ref struct LineCursor(ReadOnlySpan<char> line)
{
    private readonly ReadOnlySpan<char> line = line;
    private int index;
    private int column;

    // Columns of a tab that a container has already consumed.
    private int pending;

    /// <summary>What is left of the line.</summary>
    public readonly ReadOnlySpan<char> Rest => line[index..];

    /// <summary>Whether only white space is left.</summary>
    public readonly bool IsBlank => Rest.IndexOfAnyExcept(' ', '\t') < 0;

    /// <summary>Columns of white space ahead.</summary>
    public readonly int Indent
    {
        get
        {
            var at = column - pending;
            for (var i = index; i < line.Length; i++)
            {
                if (line[i] == ' ')
                {
                    at++;
                }
                else if (line[i] == '\t')
                {
                    at += 4 - (at % 4);
                }
                else
                {
                    break;
                }
            }

            return at - column;
        }
    }

    /// <summary>Goes on by that many columns of white space; a tab may be left in the middle.</summary>
    public void SkipColumns(int columns)
    {
        while (columns > 0 && index < line.Length)
        {
            var width = line[index] == '\t' ? 4 - ((column - pending) % 4) - pending : 1;
            if (width > columns)
            {
                column += columns;
                pending += columns;
                return;
            }

            index++;
            column += width;
            pending = 0;
            columns -= width;
        }
    }

    /// <summary>Goes on by that many characters that are not tabs.</summary>
    public void SkipCharacters(int count)
    {
        index += count;
        column += count;
    }
}
