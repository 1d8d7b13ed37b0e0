using WsgiLsp.Decks.Model;

namespace WsgiLsp.Study.Grading;

/// <summary>Grades true-false cards.</summary>
public static class TrueFalseGrading
{
    /// <summary>Grades a judgement. Half of all guesses are right, so that a new item gets Hard at most.</summary>
    /// <param name="content">The statement.</param>
    /// <param name="saidTrue">What the reader holds it for.</param>
    /// <param name="isNew">Whether the item was never answered before.</param>
    /// <param name="help">Hints and certainty.</param>
    public static GradedAnswer Judge(TrueFalseContent content, bool saidTrue, bool isNew, AnswerHelp help)
    {
        var correct = saidTrue == content.IsTrue;
        var unaided =
            !correct ? Grade.Again
            : isNew ? Grade.Hard
            : Grade.Good;
        return new GradedAnswer
        {
            Grade = GradeRules.AfterHelp(unaided, help),
            Given = saidTrue ? "true" : "false",
            Correct = correct,
            Help = help,
        };
    }
}
