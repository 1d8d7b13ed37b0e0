using Spectre.Console.Rendering;

namespace WsgiLsp.Cli.Study.Rendering;

/// <summary>Something with a mark before its first line, and something as wide before the others.</summary>
/// <param name="content">What stands behind.</param>
/// <param name="mark">Before the first line.</param>
/// <param name="rest">Before the other lines; null for blanks.</param>
internal sealed class Prefixed(IRenderable content, Segment mark, Segment? rest = null) : Renderable
{
    /// <summary>In columns; with less room for the content it is better not to indent its lines.</summary>
    private const int LeastRoom = 16;

    protected override IEnumerable<Segment> Render(RenderOptions options, int maxWidth)
    {
        var width = mark.CellCount();
        var isNarrow = maxWidth - width < LeastRoom;
        var others = isNarrow ? Segment.Empty : rest ?? new Segment(new string(' ', width));

        // The mark takes room from the first line, which is cut with the others.
        var lines = Segment.SplitLines(content.Render(options, Math.Max(1, maxWidth - width)));
        for (var index = 0; index < lines.Count; index++)
        {
            yield return index == 0 ? mark : others;
            foreach (var segment in lines[index])
            {
                yield return segment;
            }

            yield return Segment.LineBreak;
        }
    }
}
