namespace WsgiLsp.Study.Grading;

/// <summary>Keeps the reader's own grade of a recall card.</summary>
public static class RecallGrading
{
    /// <summary>The reader's own grade.</summary>
    /// <param name="grade">The grade.</param>
    /// <param name="written">What the reader wrote before the reveal; may be empty.</param>
    /// <param name="help">Hints and certainty.</param>
    public static GradedAnswer SelfGrade(Grade grade, string written, AnswerHelp help) =>
        new()
        {
            Grade = grade,
            Given = written,
            Help = help,
        };
}
