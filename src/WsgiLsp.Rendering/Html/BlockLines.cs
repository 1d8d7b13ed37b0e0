using Markdig.Syntax;

namespace WsgiLsp.Rendering.Html;

/// <summary>The lines of a block that is not parsed further.</summary>
internal static class BlockLines
{
    /// <summary>The text, LF after each line.</summary>
    public static string Of(LeafBlock block) =>
        string.Concat((block.Lines.Lines ?? []).Take(block.Lines.Count).Select(line => line.Slice.ToString() + "\n"));

    /// <summary>What a block of raw HTML shows as text: all but a comment that it begins with. May be empty.</summary>
    public static ReadOnlySpan<char> Shown(HtmlBlock block)
    {
        var text = Of(block).AsSpan().Trim();
        if (block.Type != HtmlBlockType.Comment)
        {
            return text;
        }

        var end = text.IndexOf("-->");
        return end < 0 ? "" : text[(end + 3)..].Trim();
    }
}
