using System.Collections.Immutable;
using WsgiLsp.Decks.Model;

namespace WsgiLsp.Study.Grading;

/// <summary>Grades the blanks of one item of a cloze card.</summary>
public static class ClozeGrading
{
    /// <summary>The blanks that are asked together, in the order of the text.</summary>
    /// <param name="content">The card.</param>
    /// <param name="item">The item's name, such as <c>c1</c>.</param>
    public static ImmutableArray<Cloze> Blanks(ClozeContent content, string item) =>
        [.. content.Clozes.Where(cloze => cloze.Item == item)];

    /// <summary>Compares a line with what belongs into a blank.</summary>
    /// <param name="content">The card.</param>
    /// <param name="blank">One of its blanks.</param>
    /// <param name="line">What was typed; any text.</param>
    /// <param name="comparison">How the card's answers are compared.</param>
    public static AnswerFinding Examine(ClozeContent content, Cloze blank, string line, AnswerComparison comparison)
    {
        var (text, isCode) = BlankText.Of(content, blank);
        return comparison.Examine(line, [text], isCode);
    }

    /// <summary>
    /// Grades what was found in all blanks of an item: all right Good, some with typos Hard, any wrong Again. Blanks that
    /// are right, if with a typo, count in the part marks.
    /// </summary>
    /// <param name="findings">One finding a blank, at least one.</param>
    /// <param name="help">Hints and certainty.</param>
    public static GradedAnswer Grade(ImmutableArray<AnswerFinding> findings, AnswerHelp help) =>
        new()
        {
            Grade = GradeRules.AfterHelp(findings.Min(finding => finding.Unaided), help),
            Given = string.Join('\n', findings.Select(finding => finding.Given)),
            Correct = findings.All(finding => finding.IsRight),
            Help = help,
            Parts = new PartMarks(findings.Count(finding => finding.IsRight), findings.Length),
        };
}
