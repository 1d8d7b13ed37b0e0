using System.Globalization;
using WsgiLsp.Study.Reviews;
using WsgiLsp.Study.Transcript;

namespace WsgiLsp.Study.Statistics;

/// <summary>Where a card is, in few words.</summary>
public static class CardStateText
{
    /// <summary>Such as <c>due now · remembered 87 % · last good 3 d ago</c>.</summary>
    /// <param name="state">The state.</param>
    /// <param name="moment">Now.</param>
    /// <param name="scale">What the grades are called.</param>
    public static string Line(CardState state, StudyMoment moment, GradeScale scale) =>
        Join(
            When(state, moment),
            state.Retrievability is { } chance ? "remembered " + Percent(chance) : null,
            state is { LastGrade: { } grade, LastTime: { } time }
                ? $"last {scale.NameOf(grade)} {Ago(time, moment)} ago"
                : null,
            state.IsLeech ? string.Create(CultureInfo.InvariantCulture, $"missed {state.Lapses} times") : null
        );

    /// <summary>Such as <c>due now · 87 %</c>, for the margin.</summary>
    /// <param name="state">The state.</param>
    /// <param name="moment">Now.</param>
    public static string Short(CardState state, StudyMoment moment) =>
        Join(When(state, moment), state.Retrievability is { } chance ? Percent(chance) : null);

    /// <summary>When it is asked again, or why it is not.</summary>
    private static string When(CardState state, StudyMoment moment) =>
        state switch
        {
            { IsSuspended: true } => "suspended",
            { IsBuried: true } => "buried today",
            { Due: > 0 } when state.Due == state.Studied => "due now",
            { Due: > 0 } => string.Create(CultureInfo.InvariantCulture, $"{state.Due} of {state.Studied} due now"),
            { DueDay: null } => "new",
            { DueTime: { } time } when state.DueDay <= moment.Day => "due in " + Until(time, moment),
            { DueDay: { } day } => "due " + StudyDate.Ahead(day, moment),
        };

    private static string Until(long time, StudyMoment moment) =>
        WaitText.Of(TimeSpan.FromMilliseconds(time - moment.Milliseconds));

    private static string Ago(long time, StudyMoment moment) =>
        WaitText.Of(TimeSpan.FromMilliseconds(Math.Max(0, moment.Milliseconds - time)));

    // Nobody remembers anything for certain.
    private static string Percent(double chance) =>
        string.Create(CultureInfo.InvariantCulture, $"{Math.Clamp(Math.Round(chance * 100), 1, 99):0} %");

    private static string Join(params string?[] parts) => string.Join(" · ", parts.OfType<string>());
}
