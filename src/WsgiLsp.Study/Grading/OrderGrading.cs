using System.Collections.Immutable;
using WsgiLsp.Decks.Model;

namespace WsgiLsp.Study.Grading;

/// <summary>Grades order cards.</summary>
public static class OrderGrading
{
    /// <summary>
    /// Grades an order. The part marks are the most items that stand in the right order among themselves: who puts one
    /// item too far down gets all others right. One such item is a single slip.
    /// </summary>
    /// <param name="content">The card.</param>
    /// <param name="order">The deck's indices of the items in the order given, each once. Items that read the same are.</param>
    /// <param name="help">Hints and certainty.</param>
    public static GradedAnswer Arrange(OrderContent content, ImmutableArray<int> order, AnswerHelp help)
    {
        string[] given = [.. order.Select(index => content.Items[index])];
        var parts = new PartMarks(
            LongestCommonSubsequence.Length<string>(given, content.Items.AsSpan()),
            content.Items.Length
        );
        return new GradedAnswer
        {
            Grade = GradeRules.AfterHelp(GradeRules.ForSlips(parts.Total - parts.Got, parts.Total), help),
            Given = string.Join(',', order),
            Correct = parts.IsFull,
            Help = help,
            Parts = parts,
        };
    }
}
