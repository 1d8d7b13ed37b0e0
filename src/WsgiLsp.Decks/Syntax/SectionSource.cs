using System.Text;
using WsgiLsp.Decks.Text;

namespace WsgiLsp.Decks.Syntax;

/// <summary>The text of one section, by lines.</summary>
internal sealed class SectionSource
{
    private readonly TextBlock lines;

    public SectionSource(string text)
    {
        lines = new TextBlock(text);
        LineCount = text.Length == 0 ? 0 : lines.LineCount;
    }

    public string Text => lines.Text;

    public int LineCount { get; }

    /// <summary>How many lines further on the text that follows this one begins.</summary>
    public int LineEndCount => lines.EndsLine ? LineCount : Math.Max(LineCount - 1, 0);

    public ReadOnlySpan<char> Line(int line) => LineEnd.Trim(lines.FullLine(line));

    public int LineStart(int line) => line < LineCount ? lines.LineStart(line) : Text.Length;

    public int LineAt(int offset) => lines.LineAt(offset);

    public LinePosition Position(int offset)
    {
        if (offset == Text.Length && lines.EndsLine)
        {
            return new LinePosition(LineCount, 0);
        }

        var line = lines.LineAt(offset);
        return new LinePosition(line, offset - lines.LineStart(line));
    }

    /// <summary>Some lines without the blank ones at either end.</summary>
    public LineRange Trim(LineRange range)
    {
        var (first, end) = range;
        while (end > first && Line(end - 1).IsWhiteSpace())
        {
            end--;
        }

        while (first < end && Line(first).IsWhiteSpace())
        {
            first++;
        }

        return new LineRange(first, end);
    }

    /// <summary>The stretch of some lines, from the first one's text to the last one's, without the blank lines around.</summary>
    public TextSpan Span(LineRange range)
    {
        var (first, end) = Trim(range);
        if (first == end)
        {
            return new TextSpan(LineStart(range.First), 0);
        }

        var indent = Line(first).Length - Line(first).TrimStart().Length;
        return TextSpan.FromBounds(LineStart(first) + indent, LineStart(end - 1) + Line(end - 1).TrimEnd().Length);
    }

    /// <summary>Some lines as Markdown with LF.</summary>
    /// <param name="range">The lines; blank ones at either end are left out.</param>
    /// <param name="indent">Columns of indentation that belong to a container and are left out.</param>
    /// <param name="firstFrom">Where in the first line the text begins, or 0.</param>
    public string Markdown(LineRange range, int indent = 0, int firstFrom = 0)
    {
        var (first, end) = range;
        if (indent == 0 && first < end && IsClean(Stretch(range, firstFrom)))
        {
            return TrimBlankLines(Stretch(range, firstFrom));
        }

        var result = new StringBuilder();
        for (var i = first; i < end; i++)
        {
            var line = i == first && firstFrom > 0 ? Line(i)[firstFrom..] : Dedent(Line(i), indent);
            result.Append(line.TrimEnd()).Append('\n');
        }

        return TrimBlankLines(result.ToString());
    }

    /// <summary>Lines of a block quote without their marks.</summary>
    /// <param name="range">The quote's lines.</param>
    /// <param name="indent">Columns of indentation of the container that it stands in.</param>
    public string Unquoted(LineRange range, int indent = 0)
    {
        var result = new StringBuilder();
        for (var i = range.First; i < range.End; i++)
        {
            var line = Dedent(Line(i), indent).TrimEnd();
            var marked = line.TrimStart(" \t");
            if (marked is ['>', ..])
            {
                line = marked[1..];
                line = line is [' ' or '\t', ..] ? line[1..] : line;
            }

            result.Append(line).Append('\n');
        }

        return TrimBlankLines(result.ToString());
    }

    /// <summary>A text without blank lines at either end; the first line keeps the indentation that makes it code.</summary>
    public static string TrimBlankLines(ReadOnlySpan<char> text)
    {
        var body = text.TrimEnd();
        while (body.IndexOf('\n') is >= 0 and var feed && body[..feed].IsWhiteSpace())
        {
            body = body[(feed + 1)..];
        }

        var indent = body.Length - body.TrimStart(' ').Length;
        return (indent < 4 ? body[indent..] : body).ToString();
    }

    private ReadOnlySpan<char> Stretch(LineRange range, int firstFrom) =>
        Text.AsSpan()[(LineStart(range.First) + firstFrom)..LineStart(range.End)];

    /// <summary>Whether lines are as they shall be: nothing blank at their ends, and these are LF.</summary>
    private static bool IsClean(ReadOnlySpan<char> lines)
    {
        if (lines.Contains('\r'))
        {
            return false;
        }

        for (var at = lines.IndexOf('\n'); at >= 0; )
        {
            if (at > 0 && lines[at - 1] != '\n' && char.IsWhiteSpace(lines[at - 1]))
            {
                return false;
            }

            lines = lines[(at + 1)..];
            at = lines.IndexOf('\n');
        }

        return true;
    }

    private static ReadOnlySpan<char> Dedent(ReadOnlySpan<char> line, int columns)
    {
        var at = 0;
        for (var column = 0; column < columns && at < line.Length; at++)
        {
            if (line[at] == ' ')
            {
                column++;
            }
            else if (line[at] == '\t')
            {
                column += 4 - (column % 4);
            }
            else
            {
                break;
            }
        }

        return line[at..];
    }
}

/// <summary>Lines from the first one up to, not including, the end.</summary>
internal readonly record struct LineRange(int First, int End)
{
    public bool IsEmpty => First >= End;
}
