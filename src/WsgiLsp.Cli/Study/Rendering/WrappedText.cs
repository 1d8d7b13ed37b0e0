using System.Globalization;
using Spectre.Console;
using Spectre.Console.Rendering;
using WsgiLsp.Cli.Reports;
using Ink = Spectre.Console.Style;

namespace WsgiLsp.Cli.Study.Rendering;

/// <summary>
/// A paragraph, broken between words. Unlike Spectre's own it keeps a word together whose parts look different, such as code
/// with a comma behind it, and may break between wide characters, whose languages put no blanks between words.
/// </summary>
internal sealed class WrappedText : Renderable
{
    private const string LineEnd = "\n";

    private readonly List<Cell> cells = [];

    public WrappedText() { }

    public WrappedText(string text, Ink ink) => Append(text, ink);

    /// <summary>Adds text; a line feed ends the line, and nothing else in it is obeyed.</summary>
    public WrappedText Append(string text, Ink ink)
    {
        for (var rest = text.AsSpan(); !rest.IsEmpty; )
        {
            var character = rest[..StringInfo.GetNextTextElementLength(rest)];
            cells.Add(new Cell(character is "\n" ? LineEnd : Printable.Line(character.ToString()), ink));
            rest = rest[character.Length..];
        }

        return this;
    }

    protected override Measurement Measure(RenderOptions options, int maxWidth)
    {
        var narrow = Math.Min(maxWidth, Lines(1).Select(Width).DefaultIfEmpty().Max());
        var wide = Math.Min(maxWidth, Lines(int.MaxValue).Select(Width).DefaultIfEmpty().Max());
        return new Measurement(narrow, wide);
    }

    protected override IEnumerable<Segment> Render(RenderOptions options, int maxWidth)
    {
        foreach (var line in Lines(maxWidth, mayCutWords: true))
        {
            var free = Math.Max(0, maxWidth - Width(line));
            var indent = options.Justification switch
            {
                Justify.Right => free,
                Justify.Center => free / 2,
                _ => 0,
            };
            if (indent > 0)
            {
                yield return Segment.Padding(indent);
            }

            foreach (var run in Runs(line))
            {
                yield return run;
            }

            yield return Segment.LineBreak;
        }
    }

    private int Width(Range line)
    {
        var (start, length) = line.GetOffsetAndLength(cells.Count);
        return cells.GetRange(start, length).Sum(cell => cell.Width);
    }

    /// <summary>Lines of at most so many columns; a longer word has a line of its own, or is cut.</summary>
    private IEnumerable<Range> Lines(int width, bool mayCutWords = false)
    {
        var (start, cut, used) = (0, 0, 0);
        for (var at = 0; at < cells.Count; at++)
        {
            var cell = cells[at];
            if (cell.IsLineEnd)
            {
                yield return start..at;
                (start, cut, used) = (at + 1, at + 1, 0);
                continue;
            }

            if (at > start && (cells[at - 1].IsBlank || cell.IsWide || cells[at - 1].IsWide))
            {
                cut = at;
            }

            if (used + cell.Width > width && !cell.IsBlank && (cut > start || (mayCutWords && at > start)))
            {
                cut = cut > start ? cut : at;
                yield return start..TrimEnd(start, cut);
                (start, used) = (cut, Width(cut..at));
            }

            used += cell.Width;
        }

        yield return start..TrimEnd(start, cells.Count);
    }

    private int TrimEnd(int start, int end)
    {
        while (end > start && cells[end - 1].IsBlank)
        {
            end--;
        }

        return end;
    }

    private IEnumerable<Segment> Runs(Range line)
    {
        var (start, length) = line.GetOffsetAndLength(cells.Count);
        for (var (at, end) = (start, start + length); at < end; )
        {
            var ink = cells[at].Ink;
            var run = cells.GetRange(at, end - at).TakeWhile(cell => cell.Ink.Equals(ink)).ToList();
            yield return new Segment(string.Concat(run.Select(cell => cell.Text)), ink);
            at += run.Count;
        }
    }

    /// <summary>A character as a reader sees it.</summary>
    private readonly record struct Cell(string Text, Ink Ink)
    {
        public int Width { get; } = Text == LineEnd ? 0 : new Segment(Text).CellCount();

        public bool IsLineEnd => Text == LineEnd;

        public bool IsBlank => Text == " ";

        public bool IsWide => Width > 1;
    }
}
