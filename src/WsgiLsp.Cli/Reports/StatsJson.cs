using System.Collections.Immutable;
using System.Text.Json;
using WsgiLsp.Study.Reviews;
using WsgiLsp.Study.Statistics;

namespace WsgiLsp.Cli.Reports;

/// <summary>Statistics as programs read them: one JSON object. Rates are null where there are too few answers.</summary>
internal sealed record StatsJson(
    string Day,
    StatsJson.ItemNumbers Items,
    StatsJson.RetentionRates RecentRetention,
    StatsJson.RetentionRates Retention,
    StatsJson.CertaintyRates Certainty,
    ImmutableArray<StatsJson.PredictionRow> Predictions,
    ImmutableArray<StatsJson.DueDay> Forecast,
    ImmutableArray<StatsJson.WorkDay> Work,
    ImmutableArray<ReadinessJson> Readiness,
    ImmutableArray<StatsJson.LeechRow> Leeches
)
{
    public static string Serialize(StudyStatistics statistics) =>
        JsonSerializer.Serialize(
            new StatsJson(
                StudyDate.Text(statistics.Day),
                ItemNumbers.Of(statistics.Items),
                RetentionRates.Of(statistics.RecentRetention),
                RetentionRates.Of(statistics.Retention),
                CertaintyRates.Of(statistics.Certainty),
                [.. statistics.Predictions.Select(PredictionRow.Of)],
                [
                    .. statistics.Forecast.Select(
                        (due, ahead) => new DueDay(StudyDate.Text(statistics.Day + ahead), due)
                    ),
                ],
                [
                    .. statistics.Work.Select(day => new WorkDay(
                        StudyDate.Text(day.Day),
                        day.Answers,
                        Math.Round(day.Spent.TotalSeconds, 1)
                    )),
                ],
                [.. statistics.Readiness.Select(ReadinessJson.Of)],
                [.. statistics.Leeches.Select(leech => new LeechRow(leech.Item, leech.Title, leech.Lapses))]
            ),
            StudyReportJsonContext.Readable.StatsJson
        );

    internal sealed record ItemNumbers(int New, int Learning, int Young, int Mature, int Relearning, int Suspended)
    {
        public static ItemNumbers Of(ItemCounts counts) =>
            new(counts.New, counts.Learning, counts.Young, counts.Mature, counts.Relearning, counts.Suspended);
    }

    internal sealed record ShareOf(int Right, int Total, double? Rate)
    {
        public static ShareOf Of(Share share) => new(share.Right, share.Total, Rounded(share.Rate));
    }

    internal sealed record RetentionRates(ShareOf Young, ShareOf Mature, ShareOf All)
    {
        public static RetentionRates Of(TrueRetention retention) =>
            new(ShareOf.Of(retention.Young), ShareOf.Of(retention.Mature), ShareOf.Of(retention.All));
    }

    internal sealed record CertaintyRates(ShareOf Sure, ShareOf Guessed, ShareOf Unmarked)
    {
        public static CertaintyRates Of(CertaintyCalibration certainty) =>
            new(ShareOf.Of(certainty.Sure), ShareOf.Of(certainty.Guessed), ShareOf.Of(certainty.Unmarked));
    }

    internal sealed record PredictionRow(double From, double To, double? Expected, ShareOf Answers)
    {
        public static PredictionRow Of(PredictionBin bin) =>
            new(bin.From, bin.To, bin.Answers.Total == 0 ? null : Rounded(bin.Expected), ShareOf.Of(bin.Answers));
    }

    internal sealed record DueDay(string Day, int Due);

    /// <param name="Day">The study day.</param>
    /// <param name="Answers">Number of answers.</param>
    /// <param name="Seconds">Their time, each capped.</param>
    internal sealed record WorkDay(string Day, int Answers, double Seconds);

    internal sealed record LeechRow(string Item, string Title, int Lapses);

    private static double? Rounded(double? rate) => rate is { } value ? Math.Round(value, 4) : null;
}
