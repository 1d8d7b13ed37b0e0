using System.Collections.Immutable;
using System.Text.Json;
using WsgiLsp.Study.Simulation;

namespace WsgiLsp.Cli.Reports;

/// <summary>A simulation as programs read it: one JSON object.</summary>
/// <param name="Days">Number of days.</param>
/// <param name="Items">Number of items.</param>
/// <param name="NewPerDay">New ones a day.</param>
/// <param name="LearnedFrom">How many answers of the learner the times and grades are of.</param>
/// <param name="LaterAnswers">How many of these came on a later day than the answer before.</param>
/// <param name="AdviceFrom">From how many of those on there is advice.</param>
/// <param name="Current">The learner's retention.</param>
/// <param name="Advised">The one to choose; null where nobody can tell.</param>
/// <param name="Retentions">What came of each, lowest first.</param>
internal sealed record OutlookJson(
    int Days,
    int Items,
    int NewPerDay,
    int LearnedFrom,
    int LaterAnswers,
    int AdviceFrom,
    double Current,
    double? Advised,
    ImmutableArray<OutlookJson.RunRow> Retentions
)
{
    public static string Serialize(Outlook outlook) =>
        JsonSerializer.Serialize(
            new OutlookJson(
                outlook.Days,
                outlook.Items,
                outlook.NewPerDay,
                outlook.Habits.Answers,
                outlook.Habits.LaterAnswers,
                RetentionAdvice.LeastAnswers,
                outlook.Current,
                outlook.Advice?.Retention,
                [.. outlook.Runs.Select(RunRow.Of)]
            ),
            StudyReportJsonContext.Readable.OutlookJson
        );

    /// <param name="Retention">The chance of recall at which items are asked again.</param>
    /// <param name="Answers">All answers.</param>
    /// <param name="AnswersPerDay">Answers a day.</param>
    /// <param name="MinutesPerDay">Minutes a day.</param>
    /// <param name="MinutesOfLongestDay">Minutes of the day that took most.</param>
    /// <param name="Learned">Items that are not new in the end.</param>
    /// <param name="Known">How many of them are known then, as is to be expected.</param>
    /// <param name="MinutesPerKnown">Minutes for each of these; null where none is.</param>
    internal sealed record RunRow(
        double Retention,
        int Answers,
        double AnswersPerDay,
        double MinutesPerDay,
        double MinutesOfLongestDay,
        int Learned,
        double Known,
        double? MinutesPerKnown
    )
    {
        public static RunRow Of(Workload run) =>
            new(
                run.Retention,
                run.Answers,
                Math.Round(run.AnswersPerDay, 2),
                Math.Round(run.MinutesPerDay, 2),
                Math.Round(run.LongestDay.TotalMinutes, 2),
                run.Learned,
                Math.Round(run.Known, 2),
                run.MinutesPerKnown is { } each ? Math.Round(each, 3) : null
            );
    }
}
