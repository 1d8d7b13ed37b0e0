using System.Collections.Immutable;
using System.Text.Json;
using WsgiLsp.Study.Optimizing;
using WsgiLsp.Study.Scheduling;

namespace WsgiLsp.Cli.Reports;

/// <summary>What came of fitting weights, as programs read it: one JSON object.</summary>
internal sealed record OptimizeJson(ImmutableArray<OptimizeJson.FamilyRow> Families)
{
    public static string Serialize(IEnumerable<FamilyFit> fits, bool isDry) =>
        JsonSerializer.Serialize(
            new OptimizeJson([.. fits.Select(fit => FamilyRow.Of(fit, isDry))]),
            StudyReportJsonContext.Readable.OptimizeJson
        );

    /// <param name="Family"><c>production</c> or <c>recognition</c>.</param>
    /// <param name="Answers">Answers on later days.</param>
    /// <param name="Result"><c>too-few</c>, <c>kept</c>, <c>would-be-kept</c> or <c>not-kept</c>.</param>
    /// <param name="Gain">Log loss gained on the last fifth; null for too few.</param>
    /// <param name="LastFifth">Quality there, with the weights in force and with those fitted to the rest.</param>
    /// <param name="All">Quality on all, with the weights in force and with those fitted to all.</param>
    /// <param name="Weights">Those fitted to all.</param>
    internal sealed record FamilyRow(
        string Family,
        int Answers,
        string Result,
        double? Gain,
        ChangeRow? LastFifth,
        ChangeRow? All,
        ImmutableArray<double>? Weights
    )
    {
        public static FamilyRow Of(FamilyFit fit, bool isDry) =>
            fit.Trial is not { } trial
                ? new FamilyRow(fit.Family.Name(), fit.Answers, "too-few", null, null, null, null)
                : new FamilyRow(
                    fit.Family.Name(),
                    fit.Answers,
                    !trial.IsBetter ? "not-kept"
                        : isDry ? "would-be-kept"
                        : "kept",
                    Rounded(trial.Gain),
                    ChangeRow.Of(trial.LaterBefore, trial.LaterAfter),
                    ChangeRow.Of(trial.Before, trial.After),
                    trial.Fitted
                );
    }

    internal sealed record ChangeRow(QualityRow Before, QualityRow After)
    {
        public static ChangeRow Of(FitQuality before, FitQuality after) =>
            new(QualityRow.Of(before), QualityRow.Of(after));
    }

    /// <param name="LogLoss">The mean log loss.</param>
    /// <param name="BinError">How far chances were from what came, 0…1.</param>
    internal sealed record QualityRow(double LogLoss, double BinError)
    {
        public static QualityRow Of(FitQuality quality) => new(Rounded(quality.LogLoss), Rounded(quality.BinError));
    }

    private static double Rounded(double value) => Math.Round(value, 5);
}
