using System.Text.RegularExpressions;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace WsgiLsp.Cli.Study.Rendering;

/// <summary>What stands below a question's heading: Markdown, and options with their letters or numbers.</summary>
internal static partial class QuestionBody
{
    /// <summary>The lines between heading and ask line.</summary>
    public static IRenderable Of(IReadOnlyList<string> lines, MarkdownLook look, int width)
    {
        List<IRenderable> shown = [];
        for (var start = 0; start < lines.Count; )
        {
            var end = EndOfPart(lines, start);
            var part = lines.Skip(start).Take(end - start).ToList();
            if (Mark(part[0]) is { } mark)
            {
                part[0] = part[0][(mark.Length + 2)..].TrimStart();
                shown.Add(
                    new Prefixed(
                        MarkdownBlocks.Of(Outdented(part), look, width - mark.Length - 1),
                        new Segment(mark + " ", Inks.Mark)
                    )
                );
            }
            else
            {
                shown.Add(MarkdownBlocks.Of(string.Join('\n', part), look, width));
            }

            if (end < lines.Count && lines[end - 1].Length == 0)
            {
                shown.Add(new EmptyLine());
            }

            start = end;
        }

        return new Rows(shown);
    }

    /// <summary>An option ends before what is not indented, other text before an option that is not in fenced code.</summary>
    private static int EndOfPart(IReadOnlyList<string> lines, int start)
    {
        var isOption = Mark(lines[start]) is not null;
        var fence = new FenceState();
        for (var at = start; at < lines.Count; at++)
        {
            var line = lines[at];
            var isEnd = isOption ? line.Length > 0 && line[0] != ' ' : !fence.Read(line) && Mark(line) is not null;
            if (at > start && isEnd)
            {
                return at;
            }
        }

        return lines.Count;
    }

    private static string? Mark(string line) =>
        Option().Match(line) is { Success: true } found ? found.Groups["mark"].Value : null;

    private static string Outdented(IEnumerable<string> lines) =>
        string.Join('\n', lines.Select(line => line.StartsWith("  ", StringComparison.Ordinal) ? line[2..] : line));

    [GeneratedRegex(@"\A- (?<mark>([a-z]|[0-9]{1,2})\))(\z| )", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Option();
}
