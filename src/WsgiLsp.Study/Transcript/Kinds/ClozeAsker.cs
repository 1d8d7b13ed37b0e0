using WsgiLsp.Decks.Model;
using WsgiLsp.Study.Grading;
using WsgiLsp.Study.Sessions;

namespace WsgiLsp.Study.Transcript.Kinds;

/// <summary>Blanks of a text that are asked together, a line each.</summary>
internal sealed class ClozeAsker : FreeLineAsker
{
    public override string AskLine(SessionItem item, OpenItem open, GradesLine grades)
    {
        var number = ((Asking)open).Written.Count + 1;
        var what = LinesOf(item) == 1 ? "fill the blank" : $"blank {number} of {LinesOf(item)}";
        return Ask(item, open, what);
    }

    public override string Expected(SessionItem item, OpenItem open, TranscriptOptions options) =>
        $"Type what belongs into the blank. {Commands(item, open)}";

    protected override IEnumerable<string> Accepted(SessionItem item)
    {
        var content = (ClozeContent)item.Card.Content;
        return ClozeGrading.Blanks(content, item.Name).Select(blank => BlankText.Of(content, blank).Text);
    }

    protected override int LinesOf(SessionItem item) =>
        ClozeGrading.Blanks((ClozeContent)item.Card.Content, item.Name).Length;

    protected override Answered Verdict(SessionItem item, Asking written, TranscriptOptions options)
    {
        var content = (ClozeContent)item.Card.Content;
        var blanks = ClozeGrading.Blanks(content, item.Name);
        var comparison = AnswerComparison.For(item.Card, options.Known);
        var findings = Findings(
            written,
            (index, line) => ClozeGrading.Examine(content, blanks[index], line, comparison)
        );
        var verdicts = findings is [var only]
            ? [Told(only)]
            : findings.Select((finding, index) => $"{index + 1} {Told(finding)}");
        return new Answered(
            ClozeGrading.Grade(findings, written.Help),
            TranscriptText.Quoted(string.Join('\n', verdicts), item.Answer, content.Explanation)
        );
    }
}
