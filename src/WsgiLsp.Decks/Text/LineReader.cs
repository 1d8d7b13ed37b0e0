namespace WsgiLsp.Decks.Text;

/// <summary>Walks over the lines of a <see cref="SourceText"/>.</summary>
internal ref struct LineReader(TextBlock[] blocks, int block, int line, int offset, int skipped)
{
    private int block = block;
    private int line = line;
    private int next = offset;

    // What stands in the first line before the offset: a byte order mark.
    private int skipped = skipped;

    /// <summary>The current line without its line end.</summary>
    public ReadOnlySpan<char> Line { get; private set; }

    /// <summary>Where the current line begins.</summary>
    public int Start { get; private set; }

    /// <summary>Where the line after the current one begins.</summary>
    public readonly int Next => next;

    /// <summary>Goes to the next line; false after the last one. The empty line after a final line end is left out.</summary>
    public bool Read()
    {
        while (block < blocks.Length && line >= blocks[block].LineCount)
        {
            block++;
            line = 0;
        }

        if (block >= blocks.Length || blocks[block].Text.Length == 0)
        {
            return false;
        }

        var full = blocks[block].FullLine(line++)[skipped..];
        skipped = 0;
        Start = next;
        next += full.Length;
        Line = LineEnd.Trim(full);
        return true;
    }
}
