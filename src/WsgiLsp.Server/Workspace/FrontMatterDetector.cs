namespace WsgiLsp.Server.Workspace;

/// <summary>
/// Tells whether a file's front matter has the key <c>deck</c>, line by line and without reading YAML, so that any
/// Markdown file of a large folder is judged by its first line.
/// </summary>
internal struct FrontMatterDetector
{
    private bool isOpen;
    private bool hasKey;

    /// <summary>Whether further lines cannot change the verdict.</summary>
    public bool IsDone { get; private set; }

    /// <summary>Whether the front matter, which must be closed, has the key.</summary>
    public bool DeclaresDeck { get; private set; }

    /// <summary>Reads the next line, given without its line end.</summary>
    public void Take(ReadOnlySpan<char> line)
    {
        var text = line.TrimEnd();
        if (!isOpen)
        {
            isOpen = text.SequenceEqual("---");
            IsDone = !isOpen;
        }
        else if (text.SequenceEqual("---") || text.SequenceEqual("..."))
        {
            IsDone = true;
            DeclaresDeck = hasKey;
        }
        else
        {
            hasKey |= IsDeckKey(line);
        }
    }

    private static bool IsDeckKey(ReadOnlySpan<char> line)
    {
        var colon = line.IndexOf(':');
        return colon > 0
            && (colon + 1 == line.Length || char.IsWhiteSpace(line[colon + 1]))
            && line[..colon].TrimEnd() is "deck" or "\"deck\"" or "'deck'";
    }
}
