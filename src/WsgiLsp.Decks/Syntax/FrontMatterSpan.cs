using WsgiLsp.Decks.Text;

namespace WsgiLsp.Decks.Syntax;

/// <summary>Where a deck's front matter stands.</summary>
/// <param name="ContentStart">Where Markdown begins: after the front matter, or after a byte order mark.</param>
/// <param name="FirstLine">The line after the opening <c>---</c>.</param>
/// <param name="EndLine">The line of the closing one; equal to <paramref name="FirstLine"/> minus 1 without front matter.</param>
internal readonly record struct FrontMatterSpan(int ContentStart, int FirstLine, int EndLine)
{
    private const char ByteOrderMark = '\uFEFF';

    public bool Exists => EndLine >= FirstLine;

    /// <summary>Finds the front matter: from a first line <c>---</c> to the next line <c>---</c> or <c>...</c>.</summary>
    public static FrontMatterSpan Find(SourceText text)
    {
        var lines = text.ReadLines(0);
        var marked = lines.Read() && lines.Line is [ByteOrderMark, ..];
        var none = new FrontMatterSpan(marked ? 1 : 0, 1, 0);
        var first = marked ? lines.Line[1..] : lines.Line;
        if (first.TrimEnd(" \t") is not "---")
        {
            return none;
        }

        for (var line = 1; lines.Read(); line++)
        {
            if (lines.Line.TrimEnd(" \t") is "---" or "...")
            {
                return new FrontMatterSpan(lines.Next, 1, line);
            }
        }

        return none;
    }

    /// <summary>A text whose front matter is blanked, so that it means nothing in Markdown and all places stay.</summary>
    public static string Blank(string text)
    {
        var start = Find(new SourceText(text)).ContentStart;
        return string.Create(
            text.Length,
            (text, start),
            static (result, from) =>
            {
                from.text.CopyTo(result);
                foreach (ref var c in result[..from.start])
                {
                    c = c is '\n' or '\r' ? c : ' ';
                }
            }
        );
    }
}
