using Markdig.Syntax;
using WsgiLsp.Decks.Syntax;

namespace WsgiLsp.Decks.Formatting;

/// <summary>The metadata comment stands right under its heading, on one line, its keys in their order.</summary>
internal static class HeadingComment
{
    public static IEnumerable<Change> Changes(Draft draft)
    {
        if (Of(draft) is not { } comment || Canonical(draft.Text, comment) is not { } wanted)
        {
            yield break;
        }

        var line = draft.Source.LineAt(comment.Span.Start);
        var above = line - 1;
        while (above >= 0 && draft.IsBlank(above))
        {
            above--;
        }

        var (start, end) = (draft.LineEnd(above), draft.LineEnd(draft.Source.LineAt(comment.Span.End)));
        wanted = "\n" + wanted;
        if (!draft.Text.AsSpan(start, end - start).SequenceEqual(wanted))
        {
            yield return Change.Of(start, end, wanted);
        }
    }

    /// <summary>The comment that is the first thing under the section's heading and stands alone on its lines, or null.</summary>
    public static MetadataComment? Of(Draft draft)
    {
        if (draft.Document is not [HeadingBlock heading, HtmlBlock { Type: HtmlBlockType.Comment } block, ..])
        {
            return null;
        }

        var start = draft.Source.LineStart(block.Line);
        start += draft.Source.Line(block.Line).IndexOf('<');
        if (MetadataComment.Read(draft.Text, start) is not { } comment)
        {
            return null;
        }

        var end = draft.LineEnd(draft.Source.LineAt(comment.Span.End));
        return draft.Text.AsSpan(comment.Span.End, end - comment.Span.End).IsWhiteSpace() ? comment : null;
    }

    /// <summary>
    /// The comment as it should be, or null where it is too odd to be written anew. A word that is no <c>key=value</c> belongs
    /// to its neighbours in a way that only its author knows.
    /// </summary>
    private static string? Canonical(string text, MetadataComment comment)
    {
        var words = new List<string> { comment.IsForGroup ? "<!-- cards:" : "<!-- card:" };
        foreach (var entry in comment.Entries.OrderBy(Rank))
        {
            if (Word(text, entry) is not { } word)
            {
                return null;
            }

            words.Add(word);
        }

        return string.Join(' ', words) + " -->";
    }

    private static int Rank(MetadataEntry entry) =>
        MetadataKeys.All.IndexOf(entry.Key) is >= 0 and var known ? known : int.MaxValue;

    private static string? Word(string text, MetadataEntry entry)
    {
        if (entry.Value is not { } value || entry.Key.Length == 0)
        {
            return null;
        }

        var isQuoted = entry.ValueSpan.Length > value.Length;
        if (value.Contains('\n', StringComparison.Ordinal) || (!isQuoted && value is ['"' or '\'', ..]))
        {
            // A quotation mark that nobody closed could be closed by another one in a new order.
            return null;
        }

        var needsQuotes = isQuoted && (value.Length == 0 || value[0] is '"' or '\'' || value.Any(char.IsWhiteSpace));
        if (!needsQuotes)
        {
            return $"{entry.Key}={value}";
        }

        return value.Contains('"', StringComparison.Ordinal)
            ? $"{entry.Key}={text.AsSpan(entry.ValueSpan.Start, entry.ValueSpan.Length)}"
            : $"{entry.Key}=\"{value}\"";
    }
}
