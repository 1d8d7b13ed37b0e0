using System.Text;

namespace WsgiLsp.Cli.Reports;

/// <summary>
/// A rule's page at a terminal: headings stand out, code spans are coloured, fenced examples are indented without their
/// fences. Pages are our own, so that headings, fences and code spans are all the Markdown that must be known.
/// </summary>
internal static class MarkdownPaint
{
    private const string Fence = "````";

    public static void Write(string markdown, TextWriter output, Style style)
    {
        var isCode = false;
        foreach (var line in markdown.TrimEnd('\n').Split('\n'))
        {
            if (line.StartsWith(Fence, StringComparison.Ordinal))
            {
                isCode = !isCode;
            }
            else if (isCode)
            {
                output.WriteLine(line.Length == 0 ? "" : "    " + Example(line, style));
            }
            else
            {
                output.WriteLine(line.StartsWith('#') ? style.Bold(line.TrimStart('#', ' ')) : Spans(line, style));
            }
        }
    }

    private static string Example(string line, Style style) =>
        line.AsSpan().Trim().Trim('^').IsEmpty ? style.Yellow(line) : style.Dim(line);

    private static string Spans(string line, Style style)
    {
        var result = new StringBuilder();
        for (var at = 0; at < line.Length; )
        {
            var open = line.IndexOf('`', at);
            var close = open < 0 ? -1 : line.IndexOf('`', open + 1);
            if (close < 0)
            {
                result.Append(line, at, line.Length - at);
                break;
            }

            result.Append(line, at, open - at).Append(style.Cyan(line[(open + 1)..close]));
            at = close + 1;
        }

        return result.ToString();
    }
}
