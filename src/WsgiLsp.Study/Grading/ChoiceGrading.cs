using System.Collections.Immutable;
using WsgiLsp.Decks.Model;

namespace WsgiLsp.Study.Grading;

/// <summary>Grades choice and multi cards.</summary>
public static class ChoiceGrading
{
    /// <summary>Grades picked options.</summary>
    /// <param name="content">The question.</param>
    /// <param name="picked">The deck's indices of the picked options; one for a choice card.</param>
    /// <param name="help">Hints and certainty.</param>
    public static GradedAnswer Pick(ChoiceContent content, ImmutableArray<int> picked, AnswerHelp help)
    {
        var slips = Slips(content, picked);
        var options = content.Options.Length;

        // Which option of a choice holds is one decision, which of a multi hold is one for each.
        var unaided = GradeRules.ForSlips(slips, content.IsMulti ? options : 1);
        return new GradedAnswer
        {
            Grade = GradeRules.AfterHelp(unaided, help),
            Given = string.Join(',', picked.Order()),
            Correct = slips == 0,
            Help = help,
            Parts = content.IsMulti ? new PartMarks(options - slips, options) : null,
        };
    }

    /// <summary>
    /// Number of options that were picked wrongly or missed. A choice card with several keys (a finding says so) is right
    /// with any of them.
    /// </summary>
    private static int Slips(ChoiceContent content, ImmutableArray<int> picked) =>
        content.IsMulti
            ? content.Options.Where((option, index) => option.Correct != picked.Contains(index)).Count()
            : picked.Count(index => !content.Options[index].Correct);
}
