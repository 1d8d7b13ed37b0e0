using System.Text.RegularExpressions;
using WsgiLsp.Study.Transcript;

namespace WsgiLsp.Cli.Study.Rendering;

/// <summary>A part of what the server says: a verdict with its explanation, what was recorded, or other text.</summary>
/// <param name="Sign"><c>✓</c>, <c>✗</c> or <c>~</c>, or null.</param>
/// <param name="Text">What stands behind, in Markdown.</param>
/// <param name="IsRecord">Whether it tells the grade that was recorded.</param>
/// <param name="IsParted">Whether there is an empty line before it.</param>
internal sealed partial record SaidChunk(char? Sign, string Text, bool IsRecord, bool IsParted)
{
    private const string Signs = TranscriptMarks.Right + TranscriptMarks.Wrong + TranscriptMarks.Partly;

    private const string HardBreak = "  ";

    private static readonly string[] Grades = [.. GradeScale.AllNames];

    /// <summary>
    /// Cuts before each verdict, and before the record at the end: as Markdown that would go on in a list or a table above.
    /// </summary>
    public static IEnumerable<SaidChunk> Of(IReadOnlyList<string> lines)
    {
        var start = 0;
        var fence = new FenceState();
        for (var at = 0; at < lines.Count; at++)
        {
            var isVerdict = !fence.Read(lines[at]) && SignOf(lines[at]) is not null;
            if (at > start && (isVerdict || IsRecordAt(lines, at) || IsRecordAt(lines, at - 1)))
            {
                yield return Cut(lines, start, at);
                start = at;
            }
        }

        if (start < lines.Count)
        {
            yield return Cut(lines, start, lines.Count);
        }
    }

    private static SaidChunk Cut(IReadOnlyList<string> lines, int start, int end)
    {
        var text = WithOwnLines([.. lines.Skip(start).Take(end - start)]);
        var sign = SignOf(text);
        return new SaidChunk(
            sign,
            sign is null ? text : text[2..].TrimStart(),
            IsRecordAt(lines, start),
            start > 0 && lines[start - 1].Length == 0
        );
    }

    /// <summary>
    /// The text with hard breaks before the server's own lines, such as concepts, pairs and options: a deck's paragraphs
    /// are filled.
    /// </summary>
    private static string WithOwnLines(string[] lines)
    {
        var fence = new FenceState();
        for (var at = 0; at + 1 < lines.Length; at++)
        {
            if (!fence.Read(lines[at]) && lines[at].Length > 0 && OwnLine().IsMatch(lines[at + 1]))
            {
                lines[at] += HardBreak;
            }
        }

        return string.Join('\n', lines);
    }

    private static char? SignOf(string line) => line is [var sign, ' ', ..] && Signs.Contains(sign) ? sign : null;

    private static bool IsRecordAt(IReadOnlyList<string> lines, int at) =>
        (at == lines.Count - 1 || (at == lines.Count - 2 && lines[^1] == TranscriptMarks.TimeIsUp))
        && Array.Exists(
            Grades,
            grade => lines[at] == grade || lines[at].StartsWith(grade + TranscriptMarks.Wait, StringComparison.Ordinal)
        );

    [GeneratedRegex(@"\A([0-9]{1,2}[a-z]?|[a-z]\)) ", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OwnLine();
}
