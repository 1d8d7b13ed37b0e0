using WsgiLsp.Decks.Model;
using WsgiLsp.Study.Grading;
using WsgiLsp.Study.Sessions;

namespace WsgiLsp.Study.Transcript.Kinds;

/// <summary>An answer that is typed.</summary>
internal sealed class TypedAsker : FreeLineAsker
{
    public override string AskLine(SessionItem item, OpenItem open, GradesLine grades) =>
        Ask(item, open, "type the answer");

    public override string Expected(SessionItem item, OpenItem open, TranscriptOptions options) =>
        $"Type the answer. {Commands(item, open)}";

    public override Reading GiveUp(SessionItem item, Asking asking, TranscriptOptions options) =>
        new Answered(
            GradedAnswer.GaveUp(new AnswerHelp(asking.Hints)),
            TranscriptText.Quoted(item.Answer, item.Card.Content.Explanation)
        );

    protected override int LinesOf(SessionItem item) => 1;

    protected override Answered Verdict(SessionItem item, Asking written, TranscriptOptions options)
    {
        var content = (TypedContent)item.Card.Content;
        var finding = TypedGrading.Examine(content, written.Text, AnswerComparison.For(item.Card, options.Known));
        return new Answered(
            TypedGrading.Grade(finding, new AnswerHelp(written.Hints)),
            TranscriptText.Told(Told(finding), content.Explanation)
        );
    }
}
