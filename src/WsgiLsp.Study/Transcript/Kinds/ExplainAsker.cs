using System.Globalization;
using System.Text.RegularExpressions;
using WsgiLsp.Decks.Model;
using WsgiLsp.Study.Grading;
using WsgiLsp.Study.Sessions;

namespace WsgiLsp.Study.Transcript.Kinds;

/// <summary>A free text that is compared with a rubric; the reader corrects the verdicts and grades.</summary>
internal sealed partial class ExplainAsker : Asker
{
    public override string AskLine(SessionItem item, OpenItem open, GradesLine grades) =>
        open is JudgingExplain judging
            ? grades(judging.Suggestion) + " · +n I said n · -n I did not"
            : Ask(item, open, "write, then two empty lines");

    public override string Expected(SessionItem item, OpenItem open, TranscriptOptions options) =>
        open is JudgingExplain judging
            ? $"Type {options.Scale.Numbers()}; or `+n` if you said concept n of {judging.Report.Total}, `-n` if you did not."
            : $"Write, then two empty lines. {Commands(item, open)}";

    public override Reading Read(SessionItem item, OpenItem open, string line, TranscriptOptions options) =>
        open switch
        {
            Asking asking => Write(item, asking, line, options),
            JudgingExplain judging when options.Scale.Parse(line) is { } grade => new Answered(
                ExplainGrading.SelfGrade(grade, judging.Report, judging.Written, judging.Help)
            ),
            JudgingExplain judging when TryCorrect(judging.Report, line) is { } report => new StillOpen(
                judging with
                {
                    Report = report,
                },
                TranscriptText.Quoted(string.Join('\n', Wordings(item.Card, judging, report).Prepend(Count(report))))
            ),
            _ when string.IsNullOrWhiteSpace(line) => new Ignored(),
            _ => new Unreadable(Expected(item, open, options)),
        };

    public override StillOpen Done(SessionItem item, Asking asking, TranscriptOptions options) =>
        Reveal(item, asking, options, gaveUp: false);

    /// <summary>
    /// The verdicts; without a text to compare, the rubric: who explained aloud can still say what was in it.
    /// </summary>
    public override IEnumerable<string> Revealed(SessionItem item, Judging judging)
    {
        var content = (ExplainContent)item.Card.Content;
        var concepts = judging is not JudgingExplain { GaveUp: false, Written.Length: > 0, Report: var report }
            ? content
                .Concepts.Select((concept, index) => $"{index + 1} {WhiteSpace.Squeeze(concept.Text)}")
                .Prepend("A full answer mentions:")
            : content
                .Concepts.Zip(report.Automatic)
                .Select((pair, index) => Verdict(pair.First, pair.Second, index))
                .Prepend(Count(report));
        return [.. TranscriptText.Quoted(string.Join('\n', concepts)), .. ModelAnswer(content)];
    }

    public override Reading GiveUp(SessionItem item, Asking asking, TranscriptOptions options) =>
        Reveal(item, asking, options, gaveUp: true);

    private StillOpen Reveal(SessionItem item, Asking asking, TranscriptOptions options, bool gaveUp)
    {
        var report = ExplainGrading.Examine(item.Card, asking.Text, options.Known);
        var judging = new JudgingExplain(asking.Index, asking.Text, report, gaveUp) { Hints = asking.Hints };
        return new(judging, Revealed(item, judging));
    }

    private StillOpen Write(SessionItem item, Asking asking, string line, TranscriptOptions options)
    {
        var written = asking with { Written = asking.Written.Add(line) };
        return
            written.Written is [.., var before, var last]
            && string.IsNullOrWhiteSpace(before)
            && string.IsNullOrWhiteSpace(last)
            ? Done(item, written, options)
            : new StillOpen(written);
    }

    private static string Verdict(Concept concept, ConceptFinding finding, int index)
    {
        var (sign, evidence) = finding.Verdict switch
        {
            ConceptVerdict.Found => (TranscriptText.Right, $": “{finding.Quote}”"),
            ConceptVerdict.Perhaps => (TranscriptText.Partly, $": perhaps, you wrote “{finding.Quote}”"),
            _ => (TranscriptText.Wrong, ""),
        };
        return $"{sign} {index + 1} {WhiteSpace.Squeeze(concept.Text)}{evidence}";
    }

    /// <summary>
    /// How words that were overruled as said would be found the next time: the deck is its author's to change.
    /// </summary>
    private static IEnumerable<string> Wordings(Card card, JudgingExplain before, ConceptReport now) =>
        before.GaveUp
            ? []
            : Enumerable
                .Range(0, now.Total)
                .Where(index =>
                    now.Final[index] == ConceptVerdict.Found && before.Report.Final[index] != ConceptVerdict.Found
                )
                .Select(index => (index, Wording: OwnWording.Of(card, index, before.Written)))
                .Where(one => one.Wording is not null)
                .Select(one =>
                    $"It is found next time with this line below concept {one.index + 1} in the deck: - {one.Wording}"
                );

    private static string Count(ConceptReport report) => $"You got {report.Found} of {report.Total} concepts.";

    private static IEnumerable<string> ModelAnswer(ExplainContent content) =>
        TranscriptText.Quoted(content.ModelAnswer, content.Explanation).ToList() is { Count: > 0 } lines
            ? lines.Prepend(">")
            : [];

    /// <summary>The report after <c>+2 -3</c>, or null where the line says something else.</summary>
    private static ConceptReport? TryCorrect(ConceptReport report, string line)
    {
        if (!Corrections().IsMatch(line))
        {
            return null;
        }

        foreach (Match correction in Correction().Matches(line))
        {
            var number = correction.Groups["number"].ValueSpan;
            if (!int.TryParse(number, NumberStyles.None, provider: null, out var n) || n < 1 || n > report.Total)
            {
                return null;
            }

            report = report.With(n - 1, said: correction.Groups["sign"].ValueSpan is "+");
        }

        return report;
    }

    [GeneratedRegex(@"^[\s,]*([+-]\s*[0-9]+[\s,]*)+$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Corrections();

    [GeneratedRegex(@"(?<sign>[+-])\s*(?<number>[0-9]+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Correction();
}
