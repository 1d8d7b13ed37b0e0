using WsgiLsp.Decks.Model;
using WsgiLsp.Study.Grading;
using WsgiLsp.Study.Sessions;

namespace WsgiLsp.Study.Transcript.Kinds;

/// <summary>A statement that is judged.</summary>
internal sealed class TrueFalseAsker : OneLineAsker<bool>
{
    protected override string What => "t or f";

    public override string Expected(SessionItem item, OpenItem open, TranscriptOptions options) =>
        $"Type t for true or f for false. {Commands(item, open)}";

    public override Reading GiveUp(SessionItem item, Asking asking, TranscriptOptions options) =>
        new Answered(GradedAnswer.GaveUp(asking.Help), Told("It is", (TrueFalseContent)item.Card.Content));

    protected override bool TryParse(SessionItem item, string text, out bool answer)
    {
        answer = text is "t" or "true";
        return answer || text is "f" or "false";
    }

    protected override Answered Verdict(SessionItem item, bool answer, AnswerHelp help)
    {
        var content = (TrueFalseContent)item.Card.Content;
        var graded = TrueFalseGrading.Judge(content, answer, item.IsNew, help);
        var verdict =
            graded.Correct == true ? $"{TranscriptText.Right} Right, it is" : $"{TranscriptText.Wrong} No, it is";
        return new Answered(graded, Told(verdict, content));
    }

    private static IEnumerable<string> Told(string verdict, TrueFalseContent content) =>
        TranscriptText.Told($"{verdict} {content.Answer}.", content.Explanation);
}
