using WsgiLsp.Decks.Text;

namespace WsgiLsp.Decks.Syntax;

/// <summary>The <c>&lt;details&gt;</c> element, in which headings are content and answers may hide.</summary>
internal static class Details
{
    /// <summary>How such an element begins.</summary>
    public const string Opening = "<details";

    private const string Closing = "</details";

    /// <summary>How many such elements are open after a line.</summary>
    /// <param name="depth">How many were open before it.</param>
    /// <param name="line">The line.</param>
    /// <param name="closingOnly">Whether the line is prose, which may end an element but is not trusted to begin one.</param>
    public static int Depth(int depth, ReadOnlySpan<char> line, bool closingOnly)
    {
        if (depth == 0 && closingOnly)
        {
            return 0;
        }

        for (var at = NextTag(line, 0); at >= 0; at = NextTag(line, at + 1))
        {
            if (line[at + 1] == '/')
            {
                depth = Math.Max(depth - 1, 0);
            }
            else if (!closingOnly)
            {
                depth++;
            }
        }

        return depth;
    }

    /// <summary>Where the elements begin that are still open at a section's end, the outermost first.</summary>
    public static List<int> Unclosed(SectionSource source)
    {
        var open = new List<int>();
        if (!AnyCase.Has(source.Text, Opening))
        {
            return open;
        }

        var scanner = new BlockScanner();
        for (var i = 0; i < source.LineCount; i++)
        {
            var line = source.Line(i);
            var role = scanner.Read(line);
            var closingOnly = role is LineRole.ParagraphStart or LineRole.ParagraphContinuation;
            if (!closingOnly && (role != LineRole.Html || !scanner.IsElement))
            {
                continue;
            }

            for (var at = NextTag(line, 0); at >= 0; at = NextTag(line, at + 1))
            {
                if (line[at + 1] != '/')
                {
                    if (!closingOnly)
                    {
                        open.Add(source.LineStart(i) + at);
                    }
                }
                else if (open.Count > 0)
                {
                    open.RemoveAt(open.Count - 1);
                }
            }
        }

        return open;
    }

    /// <summary>Where the next tag that begins or ends such an element stands in a line; -1 where none does.</summary>
    private static int NextTag(ReadOnlySpan<char> line, int from)
    {
        for (var at = from; at < line.Length; at++)
        {
            var next = line[at..].IndexOf('<');
            if (next < 0)
            {
                break;
            }

            at += next;
            var tail = line[at..];
            if (
                tail.StartsWith(Opening, StringComparison.OrdinalIgnoreCase)
                || tail.StartsWith(Closing, StringComparison.OrdinalIgnoreCase)
            )
            {
                return at;
            }
        }

        return -1;
    }

    /// <summary>Whether an HTML block begins such an element.</summary>
    public static bool Begins(ReadOnlySpan<char> text)
    {
        var trimmed = text.TrimStart();
        return trimmed.StartsWith(Opening, StringComparison.OrdinalIgnoreCase)
            && trimmed.Length > Opening.Length
            && trimmed[Opening.Length] is '>' or ' ' or '\t' or '\r' or '\n';
    }

    /// <summary>
    /// The content of the element that begins a text: what stands between its summary and its end, and where the text
    /// after its end begins.
    /// </summary>
    /// <param name="text">Text from <c>&lt;details</c> on.</param>
    public static (Range Content, int After) Split(string text)
    {
        var start = text.IndexOf('>', StringComparison.Ordinal) is >= 0 and var tag ? tag + 1 : text.Length;
        var rest = text.AsSpan(start).TrimStart();
        if (rest.StartsWith("<summary", StringComparison.OrdinalIgnoreCase))
        {
            const string SummaryEnd = "</summary>";
            var from = text.Length - rest.Length;
            var end = text.IndexOf(SummaryEnd, from, StringComparison.OrdinalIgnoreCase);
            start = end < 0 ? start : end + SummaryEnd.Length;
        }

        var depth = 1;
        for (var at = start; at < text.Length; at++)
        {
            at = text.IndexOf('<', at);
            if (at < 0)
            {
                break;
            }

            var tail = text.AsSpan(at);
            if (tail.StartsWith(Opening, StringComparison.OrdinalIgnoreCase))
            {
                depth++;
            }
            else if (tail.StartsWith(Closing, StringComparison.OrdinalIgnoreCase) && --depth == 0)
            {
                var close = text.IndexOf('>', at);
                return (start..at, close < 0 ? text.Length : close + 1);
            }
        }

        return (start..text.Length, text.Length);
    }
}
