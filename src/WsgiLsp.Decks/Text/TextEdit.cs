namespace WsgiLsp.Decks.Text;

/// <summary>A replacement of one stretch of text by another.</summary>
/// <param name="Span">What is replaced; an empty span inserts.</param>
/// <param name="NewText">What stands there afterwards.</param>
public readonly record struct TextEdit(TextSpan Span, string NewText)
{
    /// <summary>The one edit, as small as editors can place it, that makes one text of another.</summary>
    /// <param name="text">The text as it is.</param>
    /// <param name="wanted">The text as it shall be.</param>
    /// <param name="start">Where the text stands in the file.</param>
    public static TextEdit Between(string text, string wanted, int start = 0)
    {
        var shorter = Math.Min(text.Length, wanted.Length);
        var head = text.AsSpan().CommonPrefixLength(wanted);
        var tail = 0;
        while (tail < shorter - head && text[^(tail + 1)] == wanted[^(tail + 1)])
        {
            tail++;
        }

        // No editor can point between the halves of a character or of a line end.
        while (head > 0 && (IsInside(text, head) || IsInside(wanted, head)))
        {
            head--;
        }

        while (tail > 0 && (IsInside(text, text.Length - tail) || IsInside(wanted, wanted.Length - tail)))
        {
            tail--;
        }

        return new TextEdit(TextSpan.FromBounds(start + head, start + text.Length - tail), wanted[head..^tail]);
    }

    private static bool IsInside(string text, int at) =>
        at > 0
        && at < text.Length
        && (char.IsSurrogatePair(text[at - 1], text[at]) || (text[at - 1] == '\r' && text[at] == '\n'));
}
