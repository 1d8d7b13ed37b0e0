using Spectre.Console.Rendering;

namespace WsgiLsp.Cli.Study.Rendering;

/// <summary>A line with nothing in it.</summary>
internal sealed class EmptyLine : Renderable
{
    protected override IEnumerable<Segment> Render(RenderOptions options, int maxWidth) => [Segment.LineBreak];
}
