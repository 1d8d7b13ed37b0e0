using WsgiLsp.Decks.Model;

namespace WsgiLsp.Study.Grading;

/// <summary>Grades typed cards.</summary>
public static class TypedGrading
{
    /// <summary>Compares a line with what the card accepts.</summary>
    /// <param name="content">The card.</param>
    /// <param name="line">What was typed; any text.</param>
    /// <param name="comparison">How the card's answers are compared.</param>
    public static AnswerFinding Examine(TypedContent content, string line, AnswerComparison comparison) =>
        comparison.Examine(line, content.Accepted);

    /// <summary>Grades what was found: right Good, with a typo Hard, else Again.</summary>
    /// <param name="finding">The finding.</param>
    /// <param name="help">Hints and certainty.</param>
    public static GradedAnswer Grade(AnswerFinding finding, AnswerHelp help) =>
        new()
        {
            Grade = GradeRules.AfterHelp(finding.Unaided, help),
            Given = finding.Given,
            Correct = finding.IsRight,
            Help = help,
        };
}
