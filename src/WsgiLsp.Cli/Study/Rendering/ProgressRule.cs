using Spectre.Console.Rendering;

namespace WsgiLsp.Cli.Study.Rendering;

/// <summary>Parts one item from the next, and shows how many are behind.</summary>
internal sealed class ProgressRule(SessionProgress progress) : Renderable
{
    protected override IEnumerable<Segment> Render(RenderOptions options, int maxWidth)
    {
        var all = progress.ToString();
        var text = (all.Length < maxWidth ? all : progress.Place) + " ";
        var room = Math.Max(0, maxWidth - text.Length);
        var done = room * (progress.Number - 1) / progress.Total;
        yield return new Segment(text, Inks.Quiet);
        yield return new Segment(new string('━', done), Inks.Right);
        yield return new Segment(new string('─', room - done), Inks.Quiet);
        yield return Segment.LineBreak;
    }
}
