using WsgiLsp.Decks.Text;

namespace WsgiLsp.Cli.Reports;

/// <summary>The difference of two texts as <c>diff -u</c> prints it and <c>patch</c> reads it.</summary>
internal static class UnifiedDiff
{
    // Common lines around a change.
    private const int Context = 3;

    /// <summary>Prints the difference; nothing where there is none.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="style">Colours.</param>
    /// <param name="name">The file's name.</param>
    /// <param name="before">The text as it is.</param>
    /// <param name="after">The text as it would be.</param>
    public static void Write(TextWriter output, Style style, string name, string before, string after)
    {
        var (oldLines, newLines) = (Lines(before), Lines(after));
        var changes = LineDiff.Between(oldLines, newLines);
        if (changes.Count == 0)
        {
            return;
        }

        output.WriteLine(style.Bold("--- " + name));
        output.WriteLine(style.Bold("+++ " + name));
        for (int first = 0, end; first < changes.Count; first = end)
        {
            end = first + 1;
            while (end < changes.Count && changes[end].OldStart - End(changes[end - 1]) <= 2 * Context)
            {
                end++;
            }

            WriteHunk([.. changes.Skip(first).Take(end - first)]);
        }

        void WriteHunk(List<LineChange> hunk)
        {
            var from = Math.Max(hunk[0].OldStart - Context, 0);
            var to = Math.Min(End(hunk[^1]) + Context, oldLines.Count);
            var newFrom = hunk[0].NewStart - (hunk[0].OldStart - from);
            var newCount = to - from + hunk.Sum(change => change.NewCount - change.OldCount);
            output.WriteLine(style.Cyan($"@@ -{Range(from, to - from)} +{Range(newFrom, newCount)} @@"));
            var at = from;
            foreach (var change in hunk)
            {
                WriteLines(' ', oldLines, at, change.OldStart, text => text);
                WriteLines('-', oldLines, change.OldStart, End(change), style.Red);
                WriteLines('+', newLines, change.NewStart, change.NewStart + change.NewCount, style.Green);
                at = End(change);
            }

            WriteLines(' ', oldLines, at, to, text => text);
        }

        void WriteLines(char sign, List<string> lines, int first, int end, Func<string, string> paint)
        {
            for (var i = first; i < end; i++)
            {
                var isWhole = lines[i].EndsWith('\n');
                output.WriteLine(paint(sign + (isWhole ? lines[i][..^1] : lines[i])));
                if (!isWhole)
                {
                    output.WriteLine("\\ No newline at end of file");
                }
            }
        }
    }

    private static int End(LineChange change) => change.OldStart + change.OldCount;

    // An empty range is named by the line before it.
    private static string Range(int start, int count) =>
        count == 1 ? $"{start + 1}" : $"{(count == 0 ? start : start + 1)},{count}";

    /// <summary>Lines with their line feed: what <c>patch</c> takes for one.</summary>
    private static List<string> Lines(string text)
    {
        var lines = new List<string>();
        for (int at = 0, end; at < text.Length; at = end)
        {
            end = text.IndexOf('\n', at) is >= 0 and var feed ? feed + 1 : text.Length;
            lines.Add(text[at..end]);
        }

        return lines;
    }
}
