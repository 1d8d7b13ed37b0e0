namespace WsgiLsp.Decks.Text;

/// <summary>A run of whole lines: the piece in which <see cref="SourceText"/> keeps and shares its text.</summary>
internal sealed class TextBlock
{
    private readonly int[] lineStarts;

    public TextBlock(string text)
    {
        Text = text;
        var starts = new List<int>(text.Length / 32 + 1) { 0 };
        for (var i = LineEnd.Next(text, 0); i < text.Length; i = LineEnd.Next(text, i))
        {
            starts.Add(i);
        }

        // The text after a final line end is a line of the next block, or the file's last line.
        EndsLine = text.Length > 0 && text[^1] is '\n' or '\r';
        lineStarts = [.. starts];
    }

    public string Text { get; }

    /// <summary>Whether the last line has a line end.</summary>
    public bool EndsLine { get; }

    /// <summary>Lines that begin in this block.</summary>
    public int LineCount => lineStarts.Length;

    public int LineStart(int line) => lineStarts[line];

    public int LineAt(int offset)
    {
        var found = Array.BinarySearch(lineStarts, offset);
        return found >= 0 ? found : ~found - 1;
    }

    /// <summary>The line's text, line end included.</summary>
    public ReadOnlySpan<char> FullLine(int line)
    {
        var start = lineStarts[line];
        var end = line + 1 < lineStarts.Length ? lineStarts[line + 1] : Text.Length;
        return Text.AsSpan(start, end - start);
    }
}
