using System.Globalization;
using WsgiLsp.Study.Grading;

namespace WsgiLsp.Study.Transcript;

/// <summary>The grades as a learner knows them: their numbers and what they are called.</summary>
/// <param name="HasTwo">Whether there are two, Fail and Pass, in place of four.</param>
public readonly record struct GradeScale(bool HasTwo)
{
    /// <summary>What a grade may be called, with two grades or four.</summary>
    public static IEnumerable<string> AllNames =>
        new[] { new GradeScale(HasTwo: false), new GradeScale(HasTwo: true) }.SelectMany(scale =>
            scale.Grades.Select(scale.NameOf)
        );

    /// <summary>The grades that there are, from the worst.</summary>
    public IReadOnlyList<Grade> Grades =>
        HasTwo ? [Grade.Again, Grade.Good] : [Grade.Again, Grade.Hard, Grade.Good, Grade.Easy];

    /// <summary>Which numbers there are, in words.</summary>
    /// <param name="mark">What stands before each.</param>
    public string Numbers(string mark = "") =>
        HasTwo ? $"{mark}1 for fail or {mark}2 for pass" : $"{mark}1, {mark}2, {mark}3 or {mark}4";

    /// <summary>What a grade is called; with two, whatever is got is a pass.</summary>
    public string NameOf(Grade grade) =>
        !HasTwo ? grade.Name()
        : grade.IsGot() ? "pass"
        : "fail";

    /// <summary>The grade of a number; null where it has none.</summary>
    public Grade? At(int number) => number >= 1 && number <= Grades.Count ? Grades[number - 1] : null;

    /// <summary>The grade of a line that is a number; null for any other.</summary>
    public Grade? Parse(string line) =>
        int.TryParse(line.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? At(number) : null;

    /// <summary>The ask line: <c>→ how well?  1 again (10 min) · …</c>.</summary>
    /// <param name="wait">How long the item would wait after a grade; null where nothing changes.</param>
    /// <param name="suggested">The grade that the machine suggests, or null.</param>
    public string Line(Func<Grade, TimeSpan?> wait, Grade? suggested = null)
    {
        var scale = this;
        var choices = Grades.Select(
            (grade, index) => $"{index + 1} {scale.Offer(grade, wait(grade), scale.IsSuggested(grade, suggested))}"
        );
        return TranscriptMarks.Ask + TranscriptMarks.GradeQuestion + string.Join(TranscriptMarks.Separator, choices);
    }

    /// <summary>A grade as it is offered: <c>good (2 d, suggested)</c>.</summary>
    /// <param name="grade">The grade.</param>
    /// <param name="wait">How long the item would wait; null where nothing changes.</param>
    /// <param name="isSuggested">Whether the machine suggests it.</param>
    public string Offer(Grade grade, TimeSpan? wait, bool isSuggested = false)
    {
        string?[] notes = [wait is { } time ? WaitText.Of(time) : null, isSuggested ? "suggested" : null];
        var said = string.Join(", ", notes.OfType<string>());
        return NameOf(grade) + (said.Length == 0 ? "" : $" ({said})");
    }

    /// <summary>Whether a grade is the suggested one, or what it is called here.</summary>
    public bool IsSuggested(Grade grade, Grade? suggested) => suggested is { } one && NameOf(one) == NameOf(grade);
}
