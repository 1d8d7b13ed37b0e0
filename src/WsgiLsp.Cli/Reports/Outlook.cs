using System.Collections.Immutable;
using WsgiLsp.Study.Simulation;

namespace WsgiLsp.Cli.Reports;

/// <summary>The same days, played with one retention after the other.</summary>
/// <param name="Runs">What came of each, lowest retention first.</param>
/// <param name="Current">The learner's retention, which is among them.</param>
/// <param name="Items">Number of items.</param>
/// <param name="NewPerDay">New ones a day.</param>
/// <param name="Answers">How many answers of the learner the times and grades are of.</param>
internal sealed record Outlook(ImmutableArray<Workload> Runs, double Current, int Items, int NewPerDay, int Answers)
{
    /// <summary>The setting that says it.</summary>
    public const string Setting = "wsgilsp.study.retention";

    /// <summary>Number of days.</summary>
    public int Days => Runs[0].Days;

    /// <summary>The one to choose; null where none is better than another.</summary>
    public Workload? Advice => RetentionAdvice.Of(Runs);

    /// <summary>What to choose, in a sentence.</summary>
    public string Sentence =>
        Advice switch
        {
            null => "Nothing is learned in these days: there is nothing to choose.",
            { } best when best.Retention == Current => $"Stay at {OutlookNumbers.Retention(Current)}: {Reason(best)}.",
            { } best =>
                $"Set {Setting} to {OutlookNumbers.Retention(best.Retention)}, in place of {OutlookNumbers.Retention(Current)}: {Reason(best)}.",
        };

    private string Reason(Workload best) =>
        $"{OutlookNumbers.Minutes(best.MinutesPerDay)} minutes a day, after which you know {OutlookNumbers.Whole(best.Known)} of {Items}; "
        + "to know more costs more time for each";
}
