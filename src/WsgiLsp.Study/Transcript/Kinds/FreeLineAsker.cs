using System.Collections.Immutable;
using WsgiLsp.Study.Grading;
using WsgiLsp.Study.Sessions;

namespace WsgiLsp.Study.Transcript.Kinds;

/// <summary>
/// A kind whose answers are lines of any text, so that commands need a colon before them. Each line is compared by machine.
/// </summary>
internal abstract class FreeLineAsker : Asker
{
    /// <summary>Anything may be an answer, <c>?</c> too.</summary>
    public override bool CommandsNeedColon => true;

    public override Reading Read(SessionItem item, OpenItem open, string line, TranscriptOptions options)
    {
        var asking = (Asking)open;
        if (string.IsNullOrWhiteSpace(line))
        {
            return new Ignored();
        }

        if (IsCommand(line) && !Accepted(item).Any(IsCommand))
        {
            return new Unreadable(
                $"Anything may be an answer here, so a command begins with a colon: `:{line.Trim()}`. {Commands(item, open)}"
            );
        }

        var written = asking with { Written = asking.Written.Add(line.Trim()) };
        return written.Written.Count < LinesOf(item)
            ? new StillOpen(written) { AsksOn = true }
            : Verdict(item, written, options);
    }

    public override Reading GiveUp(SessionItem item, Asking asking, TranscriptOptions options) =>
        new Answered(
            GradedAnswer.GaveUp(asking.Help),
            TranscriptText.Quoted(item.Answer, item.Card.Content.Explanation)
        );

    /// <summary>What is accepted, in whatever line.</summary>
    protected abstract IEnumerable<string> Accepted(SessionItem item);

    /// <summary>How many lines an answer has.</summary>
    protected abstract int LinesOf(SessionItem item);

    /// <summary>Grades the lines and says so.</summary>
    protected abstract Answered Verdict(SessionItem item, Asking written, TranscriptOptions options);

    /// <summary>Whether a line would be a command elsewhere: nobody means it as an answer where none looks like that.</summary>
    private static bool IsCommand(string line) =>
        Command.Parse(line) is not null || Change.Parse(line, needsColon: false) is not null;

    /// <summary>How a finding is told: right, almost with the difference, or what was expected.</summary>
    protected static string Told(AnswerFinding finding) =>
        finding.Verdict switch
        {
            AnswerVerdict.Right => $"{TranscriptText.Right} Right.",
            AnswerVerdict.Almost => $"{TranscriptText.Partly} Almost: {LetterDiff.Write(finding.Difference)}",
            _ => $"{TranscriptText.Wrong} No, the answer is {finding.Nearest}.",
        };

    protected static ImmutableArray<AnswerFinding> Findings(Asking written, Func<int, string, AnswerFinding> examine) =>
        [.. written.Written.Select((line, index) => examine(index, line))];
}
