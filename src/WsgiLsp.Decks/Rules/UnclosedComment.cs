using WsgiLsp.Decks.Syntax;
using WsgiLsp.Decks.Text;

namespace WsgiLsp.Decks.Rules;

/// <summary>A metadata comment that nobody closed, which goes on to the end of the next one, or of the file.</summary>
internal static class UnclosedComment
{
    public const string Message =
        "This comment is not closed, and hides all that follows, up to the next '-->'. Write '-->' at its end.";

    /// <summary>The comment's first line: what its author sees as the comment.</summary>
    /// <param name="text">The section.</param>
    /// <param name="start">Where the comment begins.</param>
    public static TextSpan Span(string text, int start) => TextSpan.FromBounds(start, LineEndAt(text, start));

    /// <summary>The fix that closes the comment behind its last <c>key=value</c>; null where it is not plain which that is.</summary>
    /// <inheritdoc cref="Span(string, int)"/>
    public static Fix? Close(string text, int start)
    {
        // Up to the colon such a comment has nothing else in it.
        var from = text.IndexOf(':', start) + 1;
        var lineEnd = LineEndAt(text, from);
        var end = WithoutCloser(text, from, lineEnd);
        if (!IsMetadata(text, from, end))
        {
            return null;
        }

        while (end == lineEnd)
        {
            var next = LineEnd.Next(text, lineEnd);
            var nextEnd = LineEndAt(text, next);
            var last = WithoutCloser(text, next, nextEnd);
            if (text.AsSpan(next, last - next).IsWhiteSpace() || !IsMetadata(text, next, last))
            {
                break;
            }

            (lineEnd, end) = (nextEnd, last);
        }

        return new Fix(
            "Close the comment",
            [new TextEdit(TextSpan.FromBounds(end, lineEnd), " " + MetadataComment.End)],
            IsPreferred: true
        );
    }

    private static bool IsMetadata(string text, int from, int end) =>
        !text.AsSpan(from, end - from).Contains(MetadataComment.Start, StringComparison.Ordinal)
        && MetadataComment.Split(text, from, end).All(entry => entry is { Value: not null, Key.Length: > 0 });

    private static int LineEndAt(string text, int at)
    {
        var end = LineEnd.Trim(text.AsSpan(at, LineEnd.Next(text, at) - at)).Length;
        return at + text.AsSpan(at, end).TrimEnd().Length;
    }

    /// <summary>Where a line ends without what its author may have meant to close the comment: <c>-&gt;</c>, or a typographic dash.</summary>
    private static int WithoutCloser(string text, int from, int end)
    {
        var kept = text.AsSpan(from, end - from).TrimEnd("-–—> \t").Length;
        var isWord = kept == 0 || from + kept == end || text[from + kept] is ' ' or '\t';
        return isWord ? from + kept : end;
    }
}
