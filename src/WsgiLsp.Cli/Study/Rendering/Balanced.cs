using Spectre.Console.Rendering;

namespace WsgiLsp.Cli.Study.Rendering;

/// <summary>Something in lines of about the same length: as many as are needed, and no last one of a single word.</summary>
/// <param name="content">What stands in them.</param>
internal sealed class Balanced(IRenderable content) : Renderable
{
    protected override IEnumerable<Segment> Render(RenderOptions options, int maxWidth)
    {
        var lines = Lines(maxWidth);
        for (var width = maxWidth - 1; lines.Count > 1 && width > maxWidth / 2; width--)
        {
            var narrower = Lines(width);
            if (narrower.Count > lines.Count)
            {
                break;
            }

            lines = narrower;
        }

        return lines.SelectMany(line => line.Append(Segment.LineBreak));

        List<SegmentLine> Lines(int width) => Segment.SplitLines(content.Render(options, width));
    }
}
