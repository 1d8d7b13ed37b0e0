using WsgiLsp.Study.Simulation;

namespace WsgiLsp.Cli.Reports;

/// <summary>A simulation for a terminal of 80 columns, or of as many as there are: a table with bars, and what to choose.</summary>
/// <param name="output">Where to write.</param>
/// <param name="style">Colour or none.</param>
/// <param name="columns">The terminal's width; null for 80.</param>
internal sealed class OutlookText(TextWriter output, Style style, int? columns)
{
    private const int Wide = 80;
    private const int MostBar = 24;
    private const int LeastBar = 4;

    private static readonly string[] Heads = ["retention", "answers/day", "min/day", "learned", "known", "min/known"];
    private static readonly string[] NarrowHeads = ["keep", "ans", "min", "cards", "known", "each"];

    private bool IsNarrow => columns < Wide;

    private string[] Names => IsNarrow ? NarrowHeads : Heads;

    public void Write(Outlook outlook)
    {
        output.WriteLine(
            style.Bold(
                Wrapped(
                    $"The next {Counted.Of(outlook.Days, "day")}: {Counted.Of(outlook.Items, "item")}, {outlook.NewPerDay} new a day"
                )
            )
        );
        output.WriteLine(style.Dim(Row(Names)));
        var most = outlook.Runs.Max(run => run.MinutesPerDay);
        foreach (var run in outlook.Runs)
        {
            var line = $"{Row(Numbers(run))}  {Bar(run.MinutesPerDay, most)}".TrimEnd();
            output.WriteLine(run == outlook.Advice ? style.Bold(line) : line);
        }

        if (IsNarrow)
        {
            Say(
                "A day takes so many answers and minutes; in the end so many cards are known, at so many minutes each."
            );
        }

        Say(outlook.Sentence);
    }

    private static string[] Numbers(Workload run) =>
        [
            OutlookNumbers.Retention(run.Retention),
            OutlookNumbers.Whole(run.AnswersPerDay),
            OutlookNumbers.Minutes(run.MinutesPerDay),
            $"{run.Learned}",
            OutlookNumbers.Whole(run.Known),
            run.MinutesPerKnown is { } each ? OutlookNumbers.Minutes(each) : "–",
        ];

    private string Row(string[] cells) => string.Join("  ", cells.Select((cell, i) => cell.PadLeft(Names[i].Length)));

    private string Bar(double minutes, double most)
    {
        var room = Math.Min(MostBar, (columns ?? Wide) - Row(Names).Length - 2);
        return room < LeastBar || minutes <= 0 ? "" : new string('#', Math.Max(1, (int)(minutes * room / most)));
    }

    private void Say(string text) => output.WriteLine(Wrapped(text));

    private string Wrapped(string text) => WrappedLine.Of(text, columns ?? Wide);
}
