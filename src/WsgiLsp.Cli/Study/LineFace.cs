using System.Collections.Immutable;
using WsgiLsp.Study.Transcript;

namespace WsgiLsp.Cli.Study;

/// <summary>The bare transcript: into a pipe, and at terminals that know lines only.</summary>
internal sealed class LineFace(Terminal terminal) : ITranscriptFace
{
    private readonly TranscriptPaint paint = new(new Style(terminal.UsesColour));

    public string Introduction(bool isExam) =>
        "Type your answer and press Enter. "
        + (
            isExam
                ? "`!3 b` changes item 3, `!u` takes back the last answer, `!q` ends. "
                : "`?` hint, `??` answer, `!u` undo, `!q` end. "
        )
        + "Lines with `>` are written for you.";

    public void Show(ImmutableArray<string> lines, SessionProgress? progress)
    {
        // Piped, nothing is added.
        var heading =
            progress is not null && terminal.IsInteractive
                ? $"{TranscriptMarks.Heading}{progress.Number}{TranscriptMarks.Separator}"
                : null;
        foreach (var line in lines)
        {
            if (heading is not null && line.StartsWith(heading, StringComparison.Ordinal))
            {
                terminal.Out.WriteLine(paint.Aside(progress!.Place));
                heading = null;
            }

            terminal.Out.WriteLine(paint.Line(terminal.Shown(line)));
        }

        terminal.Out.Flush();
    }

    public void ShowTyped(string line) => terminal.Out.WriteLine(terminal.Shown(line));

    public void Warn(string warning) => terminal.Complain(warning);
}
