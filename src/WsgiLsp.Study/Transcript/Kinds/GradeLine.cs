using WsgiLsp.Study.Grading;

namespace WsgiLsp.Study.Transcript.Kinds;

/// <summary>Reads the number of a grade.</summary>
internal static class GradeLine
{
    /// <summary>What may be typed, in words.</summary>
    public static string Expected(TranscriptOptions options) =>
        options.HasTwoGrades ? "Type 1 for fail or 2 for pass" : "Type 1, 2, 3 or 4";

    /// <summary>Reads <c>1</c>–<c>4</c>, or with two grades <c>1</c> and <c>2</c>.</summary>
    public static bool TryParse(string line, TranscriptOptions options, out Grade grade)
    {
        grade = (options.HasTwoGrades, line.Trim()) switch
        {
            (true, "1") => Grade.Again,
            (true, "2") => Grade.Good,
            (false, [>= '1' and <= '4' and var digit]) => (Grade)(digit - '0'),
            _ => default,
        };
        return grade != default;
    }
}
