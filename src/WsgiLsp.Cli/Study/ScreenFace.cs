using System.Collections.Immutable;
using WsgiLsp.Cli.Reports;
using WsgiLsp.Cli.Study.Keys;
using WsgiLsp.Cli.Study.Rendering;

namespace WsgiLsp.Cli.Study;

/// <summary>The transcript rendered, for a learner at a terminal.</summary>
internal sealed class ScreenFace(Terminal terminal, TerminalScreen screen) : ITranscriptFace
{
    private readonly TranscriptPage page = new(terminal.Out, screen.Width, terminal.UsesColour);

    public string Introduction(bool isExam) =>
        isExam
            ? "Answers end with Enter.  \n`!3\u00A0b`\u00A0changes\u00A0item\u00A03\u00A0· `!u`\u00A0undo\u00A0· `!q`\u00A0end"
            : "Answers end with Enter, grades are one key.  \n"
                + "`?`\u00A0hint\u00A0· `??`\u00A0answer\u00A0· `!u`\u00A0undo\u00A0· `!b`\u00A0bury\u00A0· `!s`\u00A0suspend\u00A0· `!q`\u00A0end";

    public void Show(ImmutableArray<string> lines, SessionProgress? progress)
    {
        page.Show(lines, progress);
        terminal.Out.Flush();
    }

    public void ShowTyped(string line) =>
        terminal.Out.WriteLine(new Style(terminal.UsesColour).Cyan(LineEditor.Prompt) + Printable.Line(line));

    public void Warn(string warning)
    {
        page.Warn(warning);
        terminal.Out.Flush();
    }
}
