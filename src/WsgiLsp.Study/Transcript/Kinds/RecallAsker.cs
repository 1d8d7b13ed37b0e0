using WsgiLsp.Study.Grading;
using WsgiLsp.Study.Sessions;

namespace WsgiLsp.Study.Transcript.Kinds;

/// <summary>A prompt that is answered in mind or in writing, revealed, and graded by the reader.</summary>
internal sealed class RecallAsker : Asker
{
    public override string AskLine(SessionItem item, OpenItem open) =>
        open is Asking
            ? TranscriptText.Ask("think (or write), then an empty line", HintIsLeft(item, open), answer: false)
            : TranscriptText.AskGrade(suggested: null);

    public override string Expected(SessionItem item, OpenItem open) =>
        open is Asking ? "Write, or leave an empty line." + Commands(item, open) : "Type 1, 2, 3 or 4.";

    public override Reading Read(SessionItem item, OpenItem open, string line) =>
        open switch
        {
            Asking asking when string.IsNullOrWhiteSpace(line) => Done(item, asking),
            Asking asking => new StillOpen(asking with { Written = asking.Written.Add(line) }),
            JudgingRecall judging when GradeLine.TryParse(line, out var grade) => new Answered(
                RecallGrading.SelfGrade(grade, judging.Written, judging.Help)
            ),
            _ when string.IsNullOrWhiteSpace(line) => new Ignored(),
            _ => new Unreadable(Expected(item, open)),
        };

    public override Reading GiveUp(SessionItem item, Asking asking) => Done(item, asking);

    public override Reading Done(SessionItem item, Asking asking) =>
        new StillOpen(
            new JudgingRecall(asking.Index, asking.Text, asking.Hints),
            TranscriptText.Quoted(item.Card.Content.Answer, item.Card.Content.Explanation)
        );
}
