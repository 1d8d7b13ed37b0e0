using WsgiLsp.Decks.Text;

namespace WsgiLsp.Decks.Syntax;

/// <summary>Where a deck's front matter stands.</summary>
/// <param name="ContentStart">Where Markdown begins: after the front matter, or after a byte order mark.</param>
/// <param name="FirstLine">The line after the opening <c>---</c>.</param>
/// <param name="EndLine">The line of the closing one; equal to <paramref name="FirstLine"/> minus 1 without front matter.</param>
/// <param name="HeadEnd">
/// Where the text ends that says all about it: <paramref name="ContentStart"/>, or further on where lines look like front matter
/// and are none (<see cref="FrontMatterFence"/>).
/// </param>
internal readonly record struct FrontMatterSpan(int ContentStart, int FirstLine, int EndLine, int HeadEnd)
{
    private const char ByteOrderMark = '\uFEFF';

    public bool Exists => EndLine >= FirstLine;

    /// <summary>Whether text that begins at an offset is meant to be front matter, and is none.</summary>
    public bool IsMisfenced(int start) => !Exists && start < HeadEnd && HeadEnd > ContentStart;

    /// <summary>Finds the front matter: from a first line <c>---</c> to the next line <c>---</c> or <c>...</c>.</summary>
    public static FrontMatterSpan Find(SourceText text)
    {
        var lines = text.ReadLines(0);
        var marked = lines.Read() && lines.Line is [ByteOrderMark, ..];
        var start = marked ? 1 : 0;
        var first = marked ? lines.Line[1..] : lines.Line;
        if (first.TrimEnd(" \t") is not "---")
        {
            return None();
        }

        for (var line = 1; lines.Read(); line++)
        {
            if (lines.Line.TrimEnd(" \t") is "---" or "...")
            {
                return new FrontMatterSpan(lines.Next, 1, line, lines.Next);
            }
        }

        return None();

        FrontMatterSpan None() => new(start, 1, 0, FrontMatterFence.Find(text)?.End ?? start);
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
