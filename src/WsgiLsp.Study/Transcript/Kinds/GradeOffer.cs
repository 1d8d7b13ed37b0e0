using WsgiLsp.Study.Grading;

namespace WsgiLsp.Study.Transcript.Kinds;

/// <summary>The grades that a learner can choose from, and what each would do.</summary>
/// <param name="HasTwo">Whether there are two, Fail and Pass, in place of four.</param>
/// <param name="Wait">How long the item would wait after a grade; null where nothing changes.</param>
internal readonly record struct GradeOffer(bool HasTwo, Func<Grade, TimeSpan?> Wait)
{
    private IEnumerable<(string Name, Grade Grade)> Choices =>
        HasTwo
            ? [("fail", Grade.Again), ("pass", Grade.Good)]
            : Enum.GetValues<Grade>().Select(grade => (grade.Name(), grade));

    /// <summary>The ask line: <c>→ how well?  1 again (10 min) · …</c>.</summary>
    /// <param name="suggested">The grade that the machine suggests, or null.</param>
    public string Line(Grade? suggested)
    {
        var wait = Wait;
        var choices = Choices.Select((choice, index) => $"{index + 1} {choice.Name}{Brackets(choice.Grade)}");
        return TranscriptMarks.Ask + TranscriptMarks.GradeQuestion + string.Join(TranscriptMarks.Separator, choices);

        string Brackets(Grade grade)
        {
            string?[] notes =
            [
                wait(grade) is { } time ? WaitText.Of(time) : null,
                grade == suggested ? "suggested" : null,
            ];
            var said = string.Join(", ", notes.OfType<string>());
            return said.Length == 0 ? "" : $" ({said})";
        }
    }
}
