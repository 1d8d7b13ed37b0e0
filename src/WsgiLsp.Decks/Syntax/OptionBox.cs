using WsgiLsp.Decks.Text;

namespace WsgiLsp.Decks.Syntax;

/// <summary>The box of a task-list item: <c>[ ]</c> or <c>[x]</c>.</summary>
/// <param name="Span">The box itself, as far as it goes.</param>
/// <param name="TextStart">Offset of what follows the box and its white space.</param>
/// <param name="IsTicked">Whether it marks a key.</param>
/// <param name="IsWellFormed">Whether GitHub takes it for a box.</param>
internal readonly record struct OptionBox(TextSpan Span, int TextStart, bool IsTicked, bool IsWellFormed)
{
    private const char NoBreakSpace = '\u00A0';

    /// <summary>Reads the box with which an item's first paragraph begins, well-formed or not; null where there is none.</summary>
    public static OptionBox? Read(string text, int start)
    {
        if (start >= text.Length || text[start] != '[')
        {
            return null;
        }

        // Inside: at most one mark and white space; then the bracket, or a parenthesis typed for it.
        var at = start + 1;
        var mark = '\0';
        while (at < text.Length && text[at] is ' ' or 'x' or 'X' or '\t' or NoBreakSpace)
        {
            if (text[at] is 'x' or 'X')
            {
                if (mark != '\0')
                {
                    return null;
                }

                mark = text[at];
            }

            at++;
        }

        if (at >= text.Length || text[at] is not (']' or ')') || at - start > 4)
        {
            return null;
        }

        var inside = text.AsSpan(start + 1, at - start - 1);
        var end = at + 1;
        var follower = end < text.Length ? text[end] : '\n';
        if (follower is '(' or '[' or ':')
        {
            // A link, a reference or a definition.
            return null;
        }

        var isWellFormed = text[at] == ']' && inside is " " or "x" or "X" && follower is ' ' or '\t' or '\n' or '\r';
        var textStart = end;
        while (textStart < text.Length && text[textStart] is ' ' or '\t' or NoBreakSpace)
        {
            textStart++;
        }

        return new OptionBox(TextSpan.FromBounds(start, end), textStart, mark != '\0', isWellFormed);
    }
}
