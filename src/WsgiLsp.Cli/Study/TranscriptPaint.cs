using WsgiLsp.Study.Transcript;

namespace WsgiLsp.Cli.Study;

/// <summary>Colours a transcript's lines by what they are.</summary>
internal sealed class TranscriptPaint(Style style)
{
    public string Aside(string text) => style.Dim(text);

    public string Line(string line) =>
        line switch
        {
            _ when line.StartsWith('#') => style.Bold(line),
            _ when line.StartsWith(TranscriptMarks.Ask, StringComparison.Ordinal) => style.Dim(line),
            _ when line.StartsWith("> " + TranscriptMarks.Right, StringComparison.Ordinal) => style.Green(line),
            _ when line.StartsWith("> " + TranscriptMarks.Wrong, StringComparison.Ordinal) => style.Red(line),
            _ when line.StartsWith("> " + TranscriptMarks.Partly, StringComparison.Ordinal) => style.Yellow(line),
            _ => line,
        };
}
