using System.Collections.Immutable;
using WsgiLsp.Study.Simulation;

namespace WsgiLsp.Cli.Reports;

/// <summary>The same days, played with one retention after the other.</summary>
/// <param name="Runs">What came of each, lowest retention first.</param>
/// <param name="Current">The learner's retention, which is among them.</param>
/// <param name="Items">Number of items.</param>
/// <param name="NewPerDay">New ones a day.</param>
/// <param name="Habits">The learner's times and grades.</param>
internal sealed record Outlook(
    ImmutableArray<Workload> Runs,
    double Current,
    int Items,
    int NewPerDay,
    LearnerHabits Habits
)
{
    /// <summary>The setting that says it.</summary>
    public const string Setting = "wsgilsp.study.retention";

    /// <summary>Number of days.</summary>
    public int Days => Runs[0].Days;

    /// <summary>What came of the learner's retention.</summary>
    public Workload Now => Runs.First(run => run.Retention == Current);

    /// <summary>The one to choose; null where nobody can tell.</summary>
    public Workload? Advice => RetentionAdvice.IsFor(Habits) ? RetentionAdvice.Of(Runs) : null;

    /// <summary>What to choose, or why that cannot be told, in a sentence or two.</summary>
    public string Sentence =>
        Advice switch
        {
            null when Runs.All(run => run.MinutesPerKnown is null) =>
                "Nothing is learned in these days: there is nothing to choose.",
            null when !RetentionAdvice.IsFor(Habits) =>
                $"Yours is {OutlookNumbers.Retention(Current)}. No advice yet: it takes {RetentionAdvice.LeastAnswers} answers on later days, and you gave {Habits.LaterAnswers}. "
                    + "Until then memory, grades and times are mostly those of nobody in particular.",
            null => $"No advice: none of these is from {Range}, where advice is given.",
            { } best when best.Retention == Current => $"Stay at {OutlookNumbers.Retention(Current)}: {Reason(best)}.",
            { } best =>
                $"Set {Setting} to {OutlookNumbers.Retention(best.Retention)}, in place of {OutlookNumbers.Retention(Current)}: {Reason(best)}.",
        };

    private static string Range =>
        $"{OutlookNumbers.Retention(RetentionAdvice.Least)} to {OutlookNumbers.Retention(RetentionAdvice.Most)}";

    private string Reason(Workload best) =>
        $"{OutlookNumbers.Minutes(best.MinutesPerDay)} minutes a day, after which you know {OutlookNumbers.Whole(best.Known)} of {Items}; "
        + "to know more costs more time for each";
}
