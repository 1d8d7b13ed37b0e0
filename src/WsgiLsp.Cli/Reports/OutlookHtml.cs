using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using WsgiLsp.Rendering;
using WsgiLsp.Rendering.Figures;
using WsgiLsp.Rendering.Pages;
using WsgiLsp.Study.Simulation;

namespace WsgiLsp.Cli.Reports;

/// <summary>A simulation as a page with figures: what it takes, what it gives, and what each known item costs.</summary>
internal static class OutlookHtml
{
    private const string Title = "How much to remember";

    public static HtmlPage Of(Outlook outlook)
    {
        var body = new StringBuilder($"<header>\n<h1>{Title}</h1>\n");
        body.Append(
            CultureInfo.InvariantCulture,
            $"<p class=\"summary\">The next {Counted.Of(outlook.Days, "day")}: {Counted.Of(outlook.Items, "item")}, {outlook.NewPerDay} new a day</p>\n"
        );
        body.Append(CultureInfo.InvariantCulture, $"<p>{SafeHtml.Escape(outlook.Sentence)}</p>\n</header>\n<main>\n")
            .Append("<div class=\"figures\">\n")
            .Append(FigureHtml.Lines(Work(outlook)))
            .Append(FigureHtml.Lines(Knowledge(outlook)))
            .Append(FigureHtml.Lines(Cost(outlook)))
            .Append("</div>\n</main>\n");
        return new HtmlPage { Title = Title, Body = body.ToString() };
    }

    private static Figure Work(Outlook outlook)
    {
        var (least, most) = (outlook.Runs[0], outlook.Runs[^1]);
        return Figure(
            outlook,
            "work",
            "Minutes a day",
            $"At a retention of {OutlookNumbers.Retention(least.Retention)} it is {OutlookNumbers.Minutes(least.MinutesPerDay)}, "
                + $"at {OutlookNumbers.Retention(most.Retention)} {OutlookNumbers.Minutes(most.MinutesPerDay)}.",
            ("On average", run => run.MinutesPerDay),
            ("On the longest day", run => run.LongestDay.TotalMinutes)
        );
    }

    private static Figure Knowledge(Outlook outlook) =>
        Figure(
            outlook,
            "knowledge",
            "Known in the end",
            $"Of {Counted.Of(outlook.Items, "item")}, on the day after the last: the sum of their chances of recall.",
            ("Known", run => run.Known),
            ("Learned", run => run.Learned)
        );

    private static Figure Cost(Outlook outlook) =>
        Figure(
            outlook,
            "cost",
            "Minutes for each item that is known",
            outlook.Now.MinutesPerKnown is { } each
                ? $"At {OutlookNumbers.Retention(outlook.Current)}, as you have it, it is {OutlookNumbers.Minutes(each)}."
                : "Nothing is known in the end.",
            ("Minutes", run => run.MinutesPerKnown)
        );

    private static Figure Figure(
        Outlook outlook,
        string name,
        string title,
        string description,
        params ImmutableArray<(string Name, Func<Workload, double?> Value)> rows
    ) =>
        new()
        {
            Name = name,
            Title = title,
            Description = description,
            LabelName = "Retention",
            Labels = [.. outlook.Runs.Select(run => OutlookNumbers.Retention(run.Retention))],
            Series = [.. rows.Select(row => new FigureSeries(row.Name, [.. outlook.Runs.Select(row.Value)]))],
            Text = number => number.ToString("0.#", CultureInfo.InvariantCulture),
        };
}
