namespace WsgiLsp.Decks.Text;

/// <summary>Line ends as CommonMark and LSP have them: LF, CRLF, CR.</summary>
internal static class LineEnd
{
    /// <summary>Offset just past the next line end, or the length where there is none.</summary>
    public static int Next(ReadOnlySpan<char> text, int from)
    {
        var found = text[from..].IndexOfAny('\n', '\r');
        if (found < 0)
        {
            return text.Length;
        }

        var at = from + found;
        return text[at] == '\r' && at + 1 < text.Length && text[at + 1] == '\n' ? at + 2 : at + 1;
    }

    /// <summary>The line end that a text uses: its first one, or LF.</summary>
    public static string Of(ReadOnlySpan<char> text)
    {
        var end = Next(text, 0);
        var first = text[Trim(text[..end]).Length..end];
        return first.IsEmpty ? "\n" : first.ToString();
    }

    /// <summary>A line without its line end.</summary>
    public static ReadOnlySpan<char> Trim(ReadOnlySpan<char> line)
    {
        if (line.Length > 0 && line[^1] == '\n')
        {
            line = line[..^1];
        }

        return line.Length > 0 && line[^1] == '\r' ? line[..^1] : line;
    }
}
