using System.Collections.Immutable;
using WsgiLsp.Decks.Model;

namespace WsgiLsp.Study.Grading;

/// <summary>Grades match cards.</summary>
public static class MatchGrading
{
    /// <summary>Grades pairs. The part marks are the pairs that are right.</summary>
    /// <param name="content">The card.</param>
    /// <param name="rights">
    /// For each left side, in the deck's order, the deck's index of the pair whose right side it was given. Right sides that
    /// read the same are.
    /// </param>
    /// <param name="help">Hints and certainty.</param>
    public static GradedAnswer Pair(MatchContent content, ImmutableArray<int> rights, AnswerHelp help)
    {
        string[] given = [.. rights.Select(index => content.Pairs[index].Right)];
        int[] wrong = [.. Enumerable.Range(0, given.Length).Where(i => given[i] != content.Pairs[i].Right)];
        var parts = new PartMarks(content.Pairs.Length - wrong.Length, content.Pairs.Length);
        return new GradedAnswer
        {
            Grade = GradeRules.AfterHelp(GradeRules.ForSlips(Slips(content, given, wrong), parts.Total), help),
            Given = string.Join(',', rights),
            Correct = parts.IsFull,
            Help = help,
            Parts = parts,
        };
    }

    /// <summary>The right sides that <see cref="Pair"/> was given, by their indices; empty where the question was given up.</summary>
    public static ImmutableArray<int> Rights(GradedAnswer answer) =>
        answer.Given.Length == 0 ? [] : [.. answer.Given.Split(',').Select(int.Parse)];

    /// <summary>
    /// Number of confusions. Where each right side is given once no single pair can be wrong: who takes two things for each
    /// other makes one mistake, which shows as two wrong pairs. Anything more counts by pairs.
    /// </summary>
    private static int Slips(MatchContent content, string[] given, int[] wrong) =>
        wrong is [var one, var other]
        && given[one] == content.Pairs[other].Right
        && given[other] == content.Pairs[one].Right
            ? 1
            : wrong.Length;
}
