namespace WsgiLsp.Cli.Study.Rendering;

/// <summary>Whether a line of Markdown stands in fenced code, where nothing but the end of it has a meaning.</summary>
internal sealed class FenceState
{
    private const int ShortestFence = 3;

    private string? opening;

    /// <summary>Reads the next line.</summary>
    /// <returns>Whether it is code or a fence.</returns>
    public bool Read(string line)
    {
        var text = line.AsSpan().TrimStart(' ');
        var fence = text.IsEmpty || text[0] is not ('`' or '~') ? "" : text[..^text.TrimStart(text[0]).Length];
        if (opening is not null)
        {
            var isEnd = fence.StartsWith(opening) && text[fence.Length..].Trim().IsEmpty;
            opening = isEnd ? null : opening;
            return true;
        }

        // Three backticks with others behind them are code within a line.
        var isFence = fence.Length >= ShortestFence && (fence[0] == '~' || !text[fence.Length..].Contains('`'));
        opening = isFence ? fence.ToString() : null;
        return isFence;
    }
}
