namespace WsgiLsp.Study.Grading;

/// <summary>How well an item was answered; the numbers are FSRS's and the log's.</summary>
public enum Grade
{
    /// <summary>Not remembered.</summary>
    Again = 1,

    /// <summary>Remembered with serious effort, or with help.</summary>
    Hard = 2,

    /// <summary>Remembered.</summary>
    Good = 3,

    /// <summary>Remembered at once. Never given by machine.</summary>
    Easy = 4,
}

/// <summary>What grades are called and what they count for.</summary>
public static class Grades
{
    /// <summary>The grade's name as transcripts write it: <c>again</c>, <c>hard</c>, <c>good</c> or <c>easy</c>.</summary>
    public static string Name(this Grade grade) =>
        grade switch
        {
            Grade.Again => "again",
            Grade.Hard => "hard",
            Grade.Good => "good",
            _ => "easy",
        };

    /// <summary>Whether a result counts the item as got: everything but Again.</summary>
    public static bool IsGot(this Grade grade) => grade > Grade.Again;
}
