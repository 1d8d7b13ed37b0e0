using System.Collections.Immutable;
using WsgiLsp.Decks.Model;

namespace WsgiLsp.Study.Grading;

/// <summary>Grades choice and multi cards.</summary>
public static class ChoiceGrading
{
    /// <summary>From so many options on, a multi answer with a single slip is Hard rather than Again.</summary>
    private const int OptionsThatForgiveASlip = 5;

    /// <summary>Grades picked options.</summary>
    /// <param name="content">The question.</param>
    /// <param name="picked">The deck's indices of the picked options; one for a choice card.</param>
    /// <param name="help">Hints and certainty.</param>
    public static GradedAnswer Pick(ChoiceContent content, ImmutableArray<int> picked, AnswerHelp help)
    {
        var slips = Slips(content, picked);
        var unaided =
            slips == 0 ? Grade.Good
            : content.IsMulti && slips == 1 && content.Options.Length >= OptionsThatForgiveASlip ? Grade.Hard
            : Grade.Again;
        return new GradedAnswer
        {
            Grade = GradeRules.AfterHelp(unaided, help),
            Given = string.Join(',', picked.Order()),
            Correct = slips == 0,
            Help = help,
        };
    }

    /// <summary>Grades a question that the reader gave up.</summary>
    public static GradedAnswer GiveUp(AnswerHelp help) =>
        new()
        {
            Grade = Grade.Again,
            Correct = false,
            Help = help,
        };

    /// <summary>
    /// Number of options that were picked wrongly or missed. A choice card with several keys (a finding says so) is right
    /// with any of them.
    /// </summary>
    private static int Slips(ChoiceContent content, ImmutableArray<int> picked) =>
        content.IsMulti
            ? content.Options.Where((option, index) => option.Correct != picked.Contains(index)).Count()
            : picked.Count(index => !content.Options[index].Correct);
}
