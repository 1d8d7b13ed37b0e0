using WsgiLsp.Decks.Text;

namespace WsgiLsp.Decks.Formatting;

/// <summary>Edits that are as small as an editor needs to keep its cursor where the author left it.</summary>
internal static class LineEdits
{
    /// <summary>The edits that make one text of another.</summary>
    /// <param name="before">The text as it is.</param>
    /// <param name="after">The text as it shall be.</param>
    /// <param name="start">Where the text stands in the file.</param>
    public static IEnumerable<TextEdit> Between(string before, string after, int start)
    {
        if (string.Equals(before, after, StringComparison.Ordinal))
        {
            yield break;
        }

        var (oldLines, newLines) = (Split(before), Split(after));
        var (oldStarts, newStarts) = (Starts(oldLines), Starts(newLines));
        foreach (var change in LineDiff.Between(oldLines, newLines))
        {
            // As many lines as before: each is likely to be itself, changed.
            var steps = change.OldCount == change.NewCount ? change.OldCount : 1;
            for (var i = 0; i < steps; i++)
            {
                var (oldCount, newCount) = steps == 1 ? (change.OldCount, change.NewCount) : (1, 1);
                var from = oldStarts[change.OldStart + i];
                var text = before[from..oldStarts[change.OldStart + i + oldCount]];
                var wanted = after[newStarts[change.NewStart + i]..newStarts[change.NewStart + i + newCount]];
                yield return TextEdit.Between(text, wanted, start + from);
            }
        }
    }

    /// <summary>Lines with their line ends.</summary>
    public static List<string> Split(string text)
    {
        var lines = new List<string>();
        for (var at = 0; at < text.Length; )
        {
            var next = LineEnd.Next(text, at);
            lines.Add(text[at..next]);
            at = next;
        }

        return lines;
    }

    private static int[] Starts(List<string> lines)
    {
        var starts = new int[lines.Count + 1];
        for (var i = 0; i < lines.Count; i++)
        {
            starts[i + 1] = starts[i] + lines[i].Length;
        }

        return starts;
    }
}
