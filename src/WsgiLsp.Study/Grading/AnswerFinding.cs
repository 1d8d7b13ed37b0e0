using System.Collections.Immutable;

namespace WsgiLsp.Study.Grading;

/// <summary>How good a typed answer is. A later value is better.</summary>
public enum AnswerVerdict
{
    /// <summary>It is another answer.</summary>
    Wrong,

    /// <summary>It is an accepted answer with a typo.</summary>
    Almost,

    /// <summary>It is an accepted answer.</summary>
    Right,
}

/// <summary>A typed line, and the accepted answer that it is nearest to.</summary>
/// <param name="Given">The line as typed.</param>
/// <param name="Verdict">How good it is.</param>
/// <param name="Nearest">The accepted answer, plain text.</param>
public sealed record AnswerFinding(string Given, AnswerVerdict Verdict, string Nearest)
{
    /// <summary>Whether it counts as right: a typo does not take away that the answer was known.</summary>
    public bool IsRight => Verdict != AnswerVerdict.Wrong;

    /// <summary>What was typed against what is accepted, letter by letter.</summary>
    public ImmutableArray<DiffPart> Difference => LetterDiff.Between(Given, Nearest);

    /// <summary>The grade without regard to help.</summary>
    internal Grade Unaided =>
        Verdict switch
        {
            AnswerVerdict.Right => Grade.Good,
            AnswerVerdict.Almost => Grade.Hard,
            _ => Grade.Again,
        };
}
