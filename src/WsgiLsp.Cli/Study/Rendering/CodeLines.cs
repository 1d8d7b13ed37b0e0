using Spectre.Console;
using Spectre.Console.Rendering;
using WsgiLsp.Cli.Reports;

namespace WsgiLsp.Cli.Study.Rendering;

/// <summary>Code, line by line: what is too long goes on in the next line, wherever that is.</summary>
internal sealed class CodeLines(IReadOnlyList<string> lines) : Renderable
{
    private const string Tab = "    ";

    protected override IEnumerable<Segment> Render(RenderOptions options, int maxWidth)
    {
        foreach (var line in lines)
        {
            var text = Printable.Line(line.Replace("\t", Tab, StringComparison.Ordinal));
            foreach (var piece in Segment.SplitOverflow(new Segment(text, Inks.Code), Overflow.Fold, maxWidth))
            {
                yield return piece;
                yield return Segment.LineBreak;
            }
        }
    }
}
