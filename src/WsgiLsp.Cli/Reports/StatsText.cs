using WsgiLsp.Study.Reviews;
using WsgiLsp.Study.Statistics;

namespace WsgiLsp.Cli.Reports;

/// <summary>
/// Statistics for a terminal of 80 columns, or of as many as there are. Where there are too few answers for a rate, it says
/// so.
/// </summary>
/// <param name="output">Where to write.</param>
/// <param name="style">Colour or none.</param>
/// <param name="columns">The terminal's width; null for 80.</param>
internal sealed class StatsText(TextWriter output, Style style, int? columns = null)
{
    private const int Wide = 80;
    private const int WideLabel = 24;
    private const int NarrowLabel = 16;
    private const int MostBar = 40;
    private const int LeastBar = 4;
    private const int MostLeeches = 10;

    public void Write(StudyStatistics statistics)
    {
        Items(statistics.Items);
        Retention(statistics);
        Certainty(statistics.Certainty);
        Predictions(statistics.Predictions);
        Forecast(statistics);
        Work(statistics.Work);
        Readiness(statistics.Readiness);
        Leeches(statistics.Leeches);
    }

    private void Items(ItemCounts items)
    {
        output.WriteLine(style.Bold($"Items: {items.Total}"));
        Row("new", $"{items.New}");
        Row("learning, relearning", $"{items.Learning}, {items.Relearning}");
        Row("young, mature", $"{items.Young}, {items.Mature} (from {PastAnswer.MatureInterval} days on)");
        Row("suspended", $"{items.Suspended}");
    }

    private void Retention(StudyStatistics statistics)
    {
        Title("True retention: still known when asked again after days");
        Row("", Columns($"last {StudyStatistics.Days} days", "ever"));
        Row("young", Columns(Rate(statistics.RecentRetention.Young), Rate(statistics.Retention.Young)));
        Row("mature", Columns(Rate(statistics.RecentRetention.Mature), Rate(statistics.Retention.Mature)));
        Row("all", Columns(Rate(statistics.RecentRetention.All), Rate(statistics.Retention.All)));
    }

    private void Certainty(CertaintyCalibration certainty)
    {
        Title("Calibration: how sure you were, and what was right");
        Row("sure (b!)", Rate(certainty.Sure));
        Row("guessed (b?)", Rate(certainty.Guessed));
        Row("neither", Rate(certainty.Unmarked));
    }

    private void Predictions(IReadOnlyCollection<PredictionBin> bins)
    {
        Title("Calibration: what was expected, and what was right");
        var known = bins.Where(bin => bin.Answers.Total > 0).ToList();
        if (known.Count == 0)
        {
            Row("", "no answers yet");
        }

        foreach (var bin in known)
        {
            Row(
                $"{Percent(bin.From)} to {Percent(bin.To)}",
                Columns($"{Percent(bin.Expected)} expected", Rate(bin.Answers))
            );
        }
    }

    private void Forecast(StudyStatistics statistics)
    {
        var due = statistics.Forecast;
        Title($"Due in the next {StudyStatistics.Days} days: {Counted.Of(due.Sum(), "item")}, without new ones");
        var last = Last(due);
        for (var ahead = 0; ahead <= last; ahead++)
        {
            Row(
                StudyDate.WithWeekday(statistics.Day + ahead),
                $"{due[ahead], 6}  {Bar(due[ahead], due.Max(), RoomForBar(beside: 8, MostBar))}"
            );
        }
    }

    private void Work(IReadOnlyCollection<DayWork> work)
    {
        var answers = work.Sum(day => day.Answers);
        Title($"Answers in the last {StudyStatistics.Days} days: {answers}");
        if (answers == 0)
        {
            return;
        }

        var spent = work.Aggregate(TimeSpan.Zero, (sum, day) => sum + day.Spent);
        var days = work.Count(day => day.Answers > 0);
        Row("time", $"{Duration(spent)} on {Counted.Of(days, "day")}, {Duration(spent / answers)} an answer");
        var most = work.Max(day => day.Answers);
        foreach (var day in work.SkipWhile(day => day.Answers == 0))
        {
            Row(
                StudyDate.WithWeekday(day.Day),
                $"{day.Answers, 6}  {Duration(day.Spent), 10}  {Bar(day.Answers, most, RoomForBar(beside: 20, MostBar - 12))}"
            );
        }
    }

    private void Readiness(IReadOnlyCollection<DeckReadiness> decks)
    {
        if (decks.Count == 0)
        {
            return;
        }

        Title("Ready by: what you would know on the day, if nothing were asked until then");
        foreach (var deck in decks)
        {
            var line = $"{deck.Deck}: {ReadinessText.Of(deck)}";
            output.WriteLine("  " + WrappedLine.Of(Printable.Line(line), (columns ?? Wide) - 2, "    "));
        }
    }

    private void Leeches(IReadOnlyCollection<Leech> leeches)
    {
        if (leeches.Count == 0)
        {
            return;
        }

        Title($"Missed again and again: {Counted.Of(leeches.Count, "item")}; split them, or add hints");
        foreach (var leech in leeches.Take(MostLeeches))
        {
            output.WriteLine(
                $"  {leech.Lapses, 3} times  {TableColumn.Fit(leech.Title, Math.Clamp((columns ?? Wide) - 13, 8, 60)).TrimEnd()}"
            );
        }

        if (leeches.Count > MostLeeches)
        {
            output.WriteLine($"  and {leeches.Count - MostLeeches} more (--json lists all)");
        }
    }

    private void Title(string text)
    {
        output.WriteLine();
        output.WriteLine(style.Bold(WrappedLine.Of(text, columns)));
    }

    private bool IsNarrow => columns < Wide;

    private int LabelWidth => IsNarrow ? NarrowLabel : WideLabel;

    private void Row(string label, string value)
    {
        var name = label.Length < LabelWidth ? label.PadRight(LabelWidth) : label + "  ";
        var line = $"  {name}{value}".TrimEnd();
        output.WriteLine(line.Length > columns ? $"  {label}\n    {Below(value)}" : line);
    }

    private string Below(string value) => WrappedLine.Of(value.Trim(), columns - 4).ReplaceLineEndings("\n    ");

    private string Columns(string first, string second) =>
        !IsNarrow ? $"{first, -27}{second}"
        : first == second ? first
        : $"{first}; {second}";

    private static string Rate(Share share) =>
        share switch
        {
            { Total: 0 } => "no answers yet",
            { Rate: { } rate } => $"{Percent(rate)} of {share.Total}",
            _ => $"too few answers ({share.Total})",
        };

    private static string Percent(double rate) => $"{Math.Round(rate * 100):0} %";

    private static string Duration(TimeSpan time) =>
        time.TotalHours >= 1 ? $"{(int)time.TotalHours} h {time.Minutes} min"
        : time.TotalMinutes >= 1 ? $"{(int)time.TotalMinutes} min"
        : $"{(int)Math.Round(time.TotalSeconds)} s";

    /// <summary>As long as the number is large beside the largest; what is not nothing shows.</summary>
    private static string Bar(int number, int largest, int most) =>
        number == 0 || most < LeastBar
            ? ""
            : new string('#', Math.Max(1, (int)((long)number * most / Math.Max(most, largest))));

    /// <summary>The columns that a bar has at most.</summary>
    /// <param name="beside">How many stand between the label and the bar.</param>
    /// <param name="most">More are not wanted.</param>
    private int RoomForBar(int beside, int most) => Math.Min(most, (columns ?? Wide) - 2 - LabelWidth - beside);

    private static int Last(IReadOnlyList<int> numbers)
    {
        var last = numbers.Count - 1;
        while (last >= 0 && numbers[last] == 0)
        {
            last--;
        }

        return last;
    }
}
