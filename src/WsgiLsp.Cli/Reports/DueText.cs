using WsgiLsp.Cli.Study;
using WsgiLsp.Study.Sessions;

namespace WsgiLsp.Cli.Reports;

/// <summary>What is due, as a table.</summary>
internal static class DueText
{
    /// <summary>With the numbers a line has 80 columns at most.</summary>
    private const int MostTitle = 40;

    private const string Total = "all decks";

    /// <param name="decks">Each deck by itself.</param>
    /// <param name="total">All decks together.</param>
    /// <param name="day">Today's study day.</param>
    /// <param name="output">Where to write.</param>
    /// <param name="style">Colour or none.</param>
    public static void Write(
        IReadOnlyCollection<DeckDue> decks,
        DueCounts total,
        int day,
        TextWriter output,
        Style style
    )
    {
        var width = Math.Clamp(
            decks.Select(deck => TableColumn.WidthOf(deck.Title)).DefaultIfEmpty().Max(),
            Total.Length,
            MostTitle
        );
        output.WriteLine(style.Dim(Row("deck", width, "due", "later", "new today", "new")));
        foreach (var deck in decks)
        {
            output.WriteLine(Row(deck.Title, width, deck.Counts));
        }

        output.WriteLine(style.Bold(Row(Total, width, total)));
        if (decks.Sum(deck => deck.Counts.NewToday) > total.NewToday)
        {
            output.WriteLine($"Of the new ones of all decks today's limit leaves {total.NewToday}.");
        }

        if (total.Due == 0)
        {
            output.WriteLine(WhenNext(total, day));
        }
    }

    private static string WhenNext(DueCounts total, int day) =>
        total switch
        {
            { Later: > 0 } => $"Nothing is due now; {Counted.Of(total.Later, "item")} will be later today.",
            { Next: { } next } =>
                $"Nothing is due. Next: {Counted.Of(total.OnNext, "item")} on {StudyDate.WithWeekday(next)}, "
                    + $"{StudyDate.Ahead(next - day)}.",
            { NewToday: > 0 } => $"Nothing is due; {Counted.Of(total.NewToday, "new item")} can be learned today.",
            _ => "Nothing is due.",
        };

    private static string Row(string title, int width, DueCounts counts) =>
        Row(title, width, $"{counts.Due}", $"{counts.Later}", $"{counts.NewToday}", $"{counts.New}");

    private static string Row(string title, int width, string due, string later, string newToday, string isNew) =>
        $"{TableColumn.Fit(title, width)}  {due, 6}  {later, 6}  {newToday, 9}  {isNew, 7}";
}
