namespace WsgiLsp.Study.Grading;

/// <summary>How sure a reader said to be.</summary>
public enum Certainty
{
    /// <summary><c>b!</c></summary>
    Sure,

    /// <summary><c>b?</c></summary>
    Guess,
}

/// <summary>What stood between the question and the answer.</summary>
/// <param name="Hints">Number of hints shown, at least 0.</param>
/// <param name="Certainty">How sure the reader said to be, or null.</param>
public readonly record struct AnswerHelp(int Hints, Certainty? Certainty = null);
