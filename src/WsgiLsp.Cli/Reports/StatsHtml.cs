using System.Globalization;
using System.Text;
using WsgiLsp.Rendering;
using WsgiLsp.Rendering.Figures;
using WsgiLsp.Rendering.Pages;
using WsgiLsp.Study.Reviews;
using WsgiLsp.Study.Statistics;

namespace WsgiLsp.Cli.Reports;

/// <summary>Statistics as a page with figures. Where there are too few answers for a rate, there is none.</summary>
internal static class StatsHtml
{
    public static HtmlPage Of(StudyStatistics statistics)
    {
        var body = new StringBuilder("<header>\n<h1>How learning goes</h1>\n");
        body.Append(
            CultureInfo.InvariantCulture,
            $"<p class=\"summary\">{StudyDate.WithWeekday(statistics.Day)}</p>\n"
        );
        body.Append("</header>\n<main>\n");
        AppendItems(body, statistics.Items);
        body.Append("<div class=\"figures\">\n")
            .Append(FigureHtml.Bars(Forecast(statistics)))
            .Append(FigureHtml.Bars(Work(statistics)))
            .Append(FigureHtml.Bars(Retention(statistics)))
            .Append(FigureHtml.Lines(Predictions(statistics)))
            .Append("</div>\n");
        AppendReadiness(body, statistics.Readiness);
        AppendLeeches(body, statistics.Leeches);
        return new HtmlPage { Title = "How learning goes", Body = body.Append("</main>\n").ToString() };
    }

    private static void AppendItems(StringBuilder body, ItemCounts items)
    {
        body.Append("<dl class=\"facts\">\n");
        foreach (
            var (name, count) in new[]
            {
                ("items", items.Total),
                ("new", items.New),
                ("learning", items.Learning + items.Relearning),
                ("young", items.Young),
                ("mature", items.Mature),
            }
        )
        {
            body.Append(CultureInfo.InvariantCulture, $"<div><dt>{name}</dt><dd>{count}</dd></div>\n");
        }

        body.Append("</dl>\n");
    }

    private static Figure Forecast(StudyStatistics statistics) =>
        new()
        {
            Name = "forecast",
            Title = $"Due in the next {StudyStatistics.Days} days",
            Description =
                $"{Counted.Of(statistics.Forecast.Sum(), "item")}, without new ones; {statistics.Forecast[0]} today.",
            LabelName = "Day",
            Labels = [.. Days(statistics.Day, statistics.Forecast.Length)],
            Series = [new FigureSeries("Items", [.. statistics.Forecast.Select(count => (double?)count)])],
        };

    private static Figure Work(StudyStatistics statistics) =>
        new()
        {
            Name = "work",
            Title = $"Answers in the last {StudyStatistics.Days} days",
            Description =
                $"{Counted.Of(statistics.Work.Sum(day => day.Answers), "answer")} on "
                + $"{Counted.Of(statistics.Work.Count(day => day.Answers > 0), "day")}, "
                + $"{statistics.Work.Sum(day => day.Spent.TotalMinutes).ToString("0", CultureInfo.InvariantCulture)} min.",
            LabelName = "Day",
            Labels = [.. Days(statistics.Work[0].Day, statistics.Work.Length)],
            Series = [new FigureSeries("Answers", [.. statistics.Work.Select(day => (double?)day.Answers)])],
        };

    private static Figure Retention(StudyStatistics statistics) =>
        new()
        {
            Name = "retention",
            Title = "Still known when asked again after days",
            Description = $"{Told(statistics.Retention.All)} ever, {Told(statistics.RecentRetention.All)} lately.",
            LabelName = "Items",
            Labels = ["young", "mature", "all"],
            Series =
            [
                Rates($"Last {StudyStatistics.Days} days", statistics.RecentRetention),
                Rates("Ever", statistics.Retention),
            ],
            Top = 100,
            Text = Percent,
        };

    private static Figure Predictions(StudyStatistics statistics) =>
        new()
        {
            Name = "predictions",
            Title = "What was expected, and what was right",
            Description =
                "By the chance that the schedule gave an answer; the closer the lines, the better it knows you.",
            LabelName = "Chance",
            Labels = [.. statistics.Predictions.Select(bin => $"{Percent(bin.From * 100)} to {Percent(bin.To * 100)}")],
            Series =
            [
                new FigureSeries("Right", [.. statistics.Predictions.Select(bin => bin.Answers.Rate * 100)]),
                new FigureSeries(
                    "Expected",
                    [
                        .. statistics.Predictions.Select(bin =>
                            bin.Answers.Rate is null ? null : (double?)bin.Expected * 100
                        ),
                    ]
                ),
            ],
            Top = 100,
            Text = Percent,
        };

    private static void AppendReadiness(StringBuilder body, IReadOnlyCollection<DeckReadiness> decks)
    {
        if (decks.Count == 0)
        {
            return;
        }

        body.Append(
            "<h2>Ready by</h2>\n<p>What you would know on the day, if nothing were asked until then.</p>\n<ul>\n"
        );
        foreach (var deck in decks)
        {
            body.Append(
                CultureInfo.InvariantCulture,
                $"<li>{SafeHtml.Escape($"{deck.Deck}: {ReadinessText.Of(deck)}")}</li>\n"
            );
        }

        body.Append("</ul>\n");
    }

    private static void AppendLeeches(StringBuilder body, IReadOnlyCollection<Leech> leeches)
    {
        if (leeches.Count == 0)
        {
            return;
        }

        body.Append("<h2>Missed again and again</h2>\n<p>Split them, or add hints.</p>\n<table>\n<thead><tr>")
            .Append("<th scope=\"col\">Card</th><th scope=\"col\" class=\"right\">Missed</th></tr></thead>\n<tbody>\n");
        foreach (var leech in leeches)
        {
            body.Append(
                CultureInfo.InvariantCulture,
                $"<tr><td>{SafeHtml.Escape(leech.Title)}</td><td class=\"right\">{leech.Lapses}&nbsp;times</td></tr>\n"
            );
        }

        body.Append("</tbody>\n</table>\n");
    }

    private static IEnumerable<string> Days(int first, int count) =>
        Enumerable.Range(first, count).Select(day => StudyDate.Text(day)[5..]);

    private static FigureSeries Rates(string name, TrueRetention retention) =>
        new(name, [.. new[] { retention.Young, retention.Mature, retention.All }.Select(share => share.Rate * 100)]);

    private static string Told(Share share) =>
        share.Rate is { } rate ? $"{Percent(rate * 100)} of {share.Total}" : $"too few answers ({share.Total})";

    private static string Percent(double percent) => Math.Round(percent).ToString(CultureInfo.InvariantCulture) + " %";
}
