using WsgiLsp.Cli.Study;
using WsgiLsp.Study.Reviews;
using WsgiLsp.Study.Sessions;
using WsgiLsp.Study.Statistics;

namespace WsgiLsp.Cli.Reports;

/// <summary>What is due, as a table, and below it what can be done today.</summary>
internal sealed class DueText
{
    private const int MostTitle = 40;
    private const string Total = "all decks";

    /// <summary>What stands over the numbers; where there is little room, they are no wider than that.</summary>
    private static readonly string[] Heads = ["due", "later", "new today", "new"];

    private static readonly int[] Widths = [6, 6, 9, 7];

    private readonly TextWriter output;
    private readonly Style style;
    private readonly int? columns;
    private readonly bool isNarrow;
    private readonly int titleWidth;

    /// <param name="decks">Each deck by itself.</param>
    /// <param name="output">Where to write.</param>
    /// <param name="style">Colour or none.</param>
    /// <param name="columns">The terminal's width; null where there is none, and lines have 80 columns at most.</param>
    public DueText(IReadOnlyCollection<DeckDue> decks, TextWriter output, Style style, int? columns)
    {
        this.output = output;
        this.style = style;
        this.columns = columns;
        var wanted = Math.Clamp(
            decks.Select(deck => TableColumn.WidthOf(deck.Title)).DefaultIfEmpty().Max(),
            Total.Length,
            MostTitle
        );
        isNarrow = columns < wanted + Heads.Select((_, index) => WidthOf(index)).Sum();
        var room = (columns ?? int.MaxValue) - Heads.Select((_, index) => WidthOf(index)).Sum();
        titleWidth = Math.Min(wanted, Math.Max(Total.Length, room));
    }

    /// <param name="decks">Each deck by itself.</param>
    /// <param name="total">All decks together.</param>
    /// <param name="readiness">The decks with a day to be ready for.</param>
    /// <param name="now">Now.</param>
    public void Write(
        IReadOnlyCollection<DeckDue> decks,
        DueCounts total,
        IEnumerable<DeckReadiness> readiness,
        StudyMoment now
    )
    {
        output.WriteLine(style.Dim(Row("deck", Heads)));
        foreach (var deck in decks)
        {
            output.WriteLine(Row(deck.Title, deck.Counts));
        }

        output.WriteLine(style.Bold(Row(Total, total)));
        if (decks.Sum(deck => deck.Counts.NewToday) > total.NewToday && total.NewToday > 0)
        {
            Say($"Of the new ones of all decks today's limit leaves {total.NewToday}.");
        }

        string?[] said = [DueNow(total), Learnable(total), total is { Due: 0, Later: 0 } ? Next(total, now) : null];
        Say(string.Join(' ', said.OfType<string>()));
        foreach (var deck in readiness)
        {
            var title = decks.FirstOrDefault(one => one.Id == deck.Deck)?.Title ?? deck.Deck;
            Say(Printable.Line($"{title}: {ReadinessText.Of(deck)}."));
        }
    }

    private static string DueNow(DueCounts total) =>
        total switch
        {
            { Due: > 0 } => $"{Counted.Of(total.Due, "item")} due now.",
            { Later: > 0 } => $"Nothing is due now; {Counted.Of(total.Later, "item")} will be later today.",
            _ => "Nothing is due.",
        };

    private static string? Learnable(DueCounts total) =>
        total switch
        {
            { NewToday: > 0 } => $"{Counted.Of(total.NewToday, "new item")} can be learned today.",
            { IsLimitReached: true } => "Today's limit of new items is reached; wsgilsp study --new learns more.",
            _ => null,
        };

    private static string? Next(DueCounts total, StudyMoment now) =>
        total.Next is { } day
            ? $"Next: {Counted.Of(total.OnNext, "item")} on {StudyDate.WithWeekday(day)}, {StudyDate.Ahead(day, now)}."
            : null;

    private void Say(string text) => output.WriteLine(WrappedLine.Of(text, columns));

    private string Row(string title, DueCounts counts) =>
        Row(title, [$"{counts.Due}", $"{counts.Later}", $"{counts.NewToday}", $"{counts.New}"]);

    private string Row(string title, string[] numbers) =>
        TableColumn.Fit(title, titleWidth)
        + string.Concat(numbers.Select((number, index) => number.PadLeft(WidthOf(index))));

    /// <summary>A column of numbers, with what parts it from the one before.</summary>
    private int WidthOf(int index) => isNarrow ? Heads[index].Length + 1 : Widths[index] + 2;
}
