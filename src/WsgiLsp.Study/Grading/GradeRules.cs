namespace WsgiLsp.Study.Grading;

/// <summary>The automatic grade, in one place for all kinds.</summary>
public static class GradeRules
{
    /// <summary>From so many parts on, a single slip is Hard rather than Again.</summary>
    private const int PartsThatForgiveASlip = 5;

    /// <summary>
    /// The grade of an answer that is as good as <paramref name="unaided"/> says, after help was taken off: one hint leaves
    /// Hard at most, two hints or a guess leave Again.
    /// </summary>
    /// <param name="unaided">The grade that the answer earns without regard to help.</param>
    /// <param name="help">The help.</param>
    public static Grade AfterHelp(Grade unaided, AnswerHelp help) =>
        help.Certainty == Certainty.Guess || help.Hints > 1 ? Grade.Again
        : help.Hints == 1 ? AtMost(unaided, Grade.Hard)
        : unaided;

    /// <summary>The grade of an answer of several parts: none wrong Good, exactly one slip among five or more Hard, else Again.</summary>
    /// <param name="slips">Number of slips, at least 0.</param>
    /// <param name="parts">Number of parts.</param>
    public static Grade ForSlips(int slips, int parts) =>
        slips == 0 ? Grade.Good
        : slips == 1 && parts >= PartsThatForgiveASlip ? Grade.Hard
        : Grade.Again;

    /// <summary>The lower of two grades.</summary>
    public static Grade AtMost(Grade grade, Grade cap) => grade < cap ? grade : cap;

    /// <summary>The grade suggested for a number of concepts: all found Good, two thirds Hard, else Again.</summary>
    /// <param name="found">Concepts found, 0…<paramref name="total"/>.</param>
    /// <param name="total">Concepts of the rubric, at least 1.</param>
    /// <param name="help">The help.</param>
    public static Grade ForConcepts(int found, int total, AnswerHelp help) =>
        AfterHelp(
            found == total ? Grade.Good
                : 3 * found >= 2 * total ? Grade.Hard
                : Grade.Again,
            help
        );
}
