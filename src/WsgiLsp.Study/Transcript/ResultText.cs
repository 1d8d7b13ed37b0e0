using System.Collections.Immutable;
using WsgiLsp.Study.Grading;

namespace WsgiLsp.Study.Transcript;

/// <summary>What stands under Result, without the marks of the server's lines.</summary>
internal static class ResultText
{
    /// <summary>A result: of an exam with its verdicts, which nobody saw yet.</summary>
    public static IEnumerable<string> Of(TranscriptResult result) => result.Exam is null ? Quiz(result) : Exam(result);

    /// <summary>Whether who was sure was right, and who guessed wrong; nothing where nobody said so.</summary>
    public static IEnumerable<string> Certainties(TranscriptResult result)
    {
        var marked = result.Certainties.Select(one =>
            $"{(one.Certainty == Certainty.Sure ? "sure" : "guessed")}: {one.Count}, {one.Right} right"
        );
        return
        [
            .. new[] { string.Join(" · ", marked) }.Where(line => line.Length > 0),
            .. result.SureAndWrong is [_, ..] wrong
                ? (IEnumerable<string>)[$"sure and wrong: {string.Join(", ", wrong)}"]
                : [],
        ];
    }

    /// <summary>How it went, in a sentence or more.</summary>
    public static IEnumerable<string> Score(TranscriptResult result)
    {
        if (result.Exam is not { } rules)
        {
            yield return $"You got {result.Got} of {result.Items}.";
            yield break;
        }

        yield return $"You got {Share(result.Got, result.Items)}: "
            + (result.IsPassed == true ? "passed." : $"not passed, {ExamRules.PassPercent} % is needed.");
        if (result.Answers.Length < result.Items)
        {
            yield return $"{result.Items - result.Answers.Length} not answered.";
        }

        if (rules.LeftOut > 0)
        {
            yield return rules.Omission;
        }
    }

    private static IEnumerable<string> Quiz(TranscriptResult result) =>
        [.. Score(result), .. result.Answers.Select(Line), .. Below(Certainties(result))];

    /// <summary>
    /// The verdicts first, so that how it went stands beside the question that follows; then the shares by level and tag.
    /// </summary>
    private static IEnumerable<string> Exam(TranscriptResult result) =>
        [
            .. result.Answers.SelectMany(answer =>
                answer.Verdict.Select(line => line.Length == 0 ? "" : "  " + line).Prepend(Line(answer)).Append("")
            ),
            .. Score(result),
            .. Below(Shares("level", result.Levels)),
            .. Below(Shares("tag", result.Tags)),
            .. Below(Certainties(result)),
        ];

    /// <summary>Sign, number and title.</summary>
    private static string Line(ResultLine answer) =>
        $"{(answer.IsGot ? TranscriptText.Right : TranscriptText.Wrong)} {answer.Number} {answer.Title}";

    private static IEnumerable<string> Shares(string what, ImmutableArray<ResultShare> shares) =>
        shares.Select(share => $"{what} {share.Name}: {Share(share.Got, share.Total)}");

    /// <summary>Lines below an empty one; none where there are none.</summary>
    private static IEnumerable<string> Below(IEnumerable<string> lines) =>
        lines.ToList() is { Count: > 0 } some ? some.Prepend("") : [];

    private static string Share(int got, int total) =>
        $"{got} of {total} ({(total == 0 ? 0 : Math.Floor(100.0 * got / total))} %)";
}
