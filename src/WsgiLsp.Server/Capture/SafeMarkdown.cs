using System.Text.RegularExpressions;

namespace WsgiLsp.Server.Capture;

/// <summary>Makes captured Markdown stay inside its card.</summary>
internal static partial class SafeMarkdown
{
    /// <summary>A heading's text: one line, without the marks of another heading, and without what would be metadata.</summary>
    public static string Heading(string text)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        line = ClosingSigns().Replace(OpeningSigns().Replace(line, ""), @" \${signs}");
        line = HtmlStart().Replace(line, @"\<");
        return Attributes().Replace(line, @"\$0");
    }

    /// <summary>
    /// An answer: what would begin another card, part the answer or hold metadata is escaped, and a fence is closed.
    /// </summary>
    /// <param name="text">The text, LF.</param>
    public static string Answer(string text)
    {
        var lines = text.Split('\n').ToList();
        string? fence = null;
        for (var i = 0; i < lines.Count; i++)
        {
            if (fence is not null)
            {
                fence = Closes(lines[i], fence) ? null : fence;
            }
            else if (Fence().Match(lines[i]) is { Success: true } opening)
            {
                fence = opening.Groups["fence"].Value;
            }
            else
            {
                lines[i] = Line(lines[i]);
            }
        }

        return string.Join('\n', fence is null ? lines : [.. lines, fence]);
    }

    /// <summary>The same without what makes a question of it: boxes of options, and blanks.</summary>
    public static string WithoutQuestions(string text) => Blank().Replace(Box().Replace(text, @"${mark}\["), @"\{{");

    private static string Line(string line)
    {
        if (LineStart().Match(line) is { Success: true } start)
        {
            line = line.Insert(start.Groups["sign"].Index, @"\");
        }

        return Comment().Replace(line, @"\<!--");
    }

    private static bool Closes(string line, string fence)
    {
        var trimmed = line.Trim();
        return trimmed.Length >= fence.Length && trimmed.All(sign => sign == fence[0]);
    }

    [GeneratedRegex(@"^#{1,6}\s+", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex OpeningSigns();

    [GeneratedRegex(@" (?<signs>#+)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ClosingSigns();

    [GeneratedRegex(@"(?<!\\)<(?=[!?/A-Za-z])", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex HtmlStart();

    [GeneratedRegex(@"(?<!\{)\{(?=[#.:]?[^{}]*\}$)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Attributes();

    [GeneratedRegex(
        @"^ {0,3}(?<fence>`{3,}(?=[^`]*$)|~{3,})",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Fence();

    /// <summary>A heading, the line under one, a break, an HTML block, or the definition of a link.</summary>
    [GeneratedRegex(
        @"^ {0,3}(?<sign>#|=+[ \t]*$|-[- \t]*$|\*[ \t]*\*[* \t]*$|_[ \t]*_[_ \t]*$|<(?=[!?/A-Za-z])(?![A-Za-z]+:)|\[(?=[^\]]+\]:))",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex LineStart();

    [GeneratedRegex(@"(?<!\\)<!--", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Comment();

    [GeneratedRegex(
        @"^(?<mark>[ \t]*([-+*]|[0-9]{1,9}[.)])[ \t]+)\[(?=[ xX]?\])",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Box();

    [GeneratedRegex(@"(?<!\\)\{\{", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Blank();
}
