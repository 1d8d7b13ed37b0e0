using WsgiLsp.Study.Grading;
using WsgiLsp.Study.Sessions;

namespace WsgiLsp.Study.Transcript.Kinds;

/// <summary>A prompt that is answered in mind or in writing, revealed, and graded by the reader.</summary>
internal sealed class RecallAsker : Asker
{
    /// <summary>The empty line gives it.</summary>
    protected override bool HasReveal => false;

    public override string AskLine(SessionItem item, OpenItem open, GradesLine grades) =>
        open is Asking
            ? Ask(item, open, $"think (or write), {TranscriptMarks.ThenEmptyLine}")
            : grades(suggested: null);

    public override string Expected(SessionItem item, OpenItem open, TranscriptOptions options) =>
        open is Asking ? $"Write, or leave an empty line. {Commands(item, open)}" : $"Type {options.Scale.Numbers()}.";

    public override Reading Read(SessionItem item, OpenItem open, string line, TranscriptOptions options) =>
        open switch
        {
            Asking asking when string.IsNullOrWhiteSpace(line) => Reveal(item, asking),
            Asking asking => new StillOpen(asking with { Written = asking.Written.Add(line) }),
            JudgingRecall judging when options.Scale.Parse(line) is { } grade => new Answered(
                RecallGrading.SelfGrade(grade, judging.Written, judging.Help)
            ),
            _ when string.IsNullOrWhiteSpace(line) => new Ignored(),
            _ => new Unreadable(Expected(item, open, options)),
        };

    public override Reading GiveUp(SessionItem item, Asking asking, TranscriptOptions options) => Reveal(item, asking);

    public override Reading Done(SessionItem item, Asking asking, TranscriptOptions options) => Reveal(item, asking);

    public override IEnumerable<string> Revealed(SessionItem item, Judging judging) =>
        TranscriptText.Quoted(item.Answer, item.Card.Content.Explanation);

    private StillOpen Reveal(SessionItem item, Asking asking)
    {
        var judging = new JudgingRecall(asking.Index, asking.Text) { Hints = asking.Hints };
        return new(judging, Revealed(item, judging));
    }
}
