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

    protected override IEnumerable<string> Accepted(SessionItem item) => ((TypedContent)item.Card.Content).Accepted;

    protected override int LinesOf(SessionItem item) => 1;

    protected override Answered Verdict(SessionItem item, Asking written, TranscriptOptions options)
    {
        var content = (TypedContent)item.Card.Content;
        var finding = TypedGrading.Examine(content, written.Text, AnswerComparison.For(item.Card, options.Known));
        return new Answered(
            TypedGrading.Grade(finding, written.Help),
            TranscriptText.Told(Told(finding), content.Explanation)
        );
    }
}
