using System.Collections.Immutable;
using System.Text.Json;
using WsgiLsp.Cli.Study;
using WsgiLsp.Study.Reviews;
using WsgiLsp.Study.Sessions;
using WsgiLsp.Study.Statistics;

namespace WsgiLsp.Cli.Reports;

/// <summary>What is due, as programs read it: one JSON object.</summary>
/// <param name="Day">Today's study day, such as <c>2027-02-14</c>.</param>
/// <param name="Decks">Each deck as if it were studied alone.</param>
/// <param name="Total">All decks together: limits over all decks hold.</param>
/// <param name="Readiness">The decks with a day to be ready for.</param>
internal sealed record DueJson(
    string Day,
    ImmutableArray<DueJson.DeckRow> Decks,
    DueJson.Numbers Total,
    ImmutableArray<ReadinessJson> Readiness
)
{
    public static string Serialize(
        IEnumerable<DeckDue> decks,
        DueCounts total,
        IEnumerable<DeckReadiness> readiness,
        int day
    ) =>
        JsonSerializer.Serialize(
            new DueJson(
                StudyDate.Text(day),
                [.. decks.Select(deck => new DeckRow(deck.Id, deck.Title, Numbers.Of(deck.Counts)))],
                Numbers.Of(total),
                [.. readiness.Select(ReadinessJson.Of)]
            ),
            StudyReportJsonContext.Readable.DueJson
        );

    internal sealed record DeckRow(string Deck, string Title, Numbers Items);

    /// <param name="Due">Due now.</param>
    /// <param name="Later">Due later today.</param>
    /// <param name="NewToday">New ones that the day's limit leaves.</param>
    /// <param name="New">All new ones.</param>
    /// <param name="NextDay">The day after today on which the next are due, or null.</param>
    /// <param name="OnNextDay">How many are due then.</param>
    internal sealed record Numbers(int Due, int Later, int NewToday, int New, string? NextDay, int OnNextDay)
    {
        public static Numbers Of(DueCounts counts) =>
            new(
                counts.Due,
                counts.Later,
                counts.NewToday,
                counts.New,
                counts.Next is { } next ? StudyDate.Text(next) : null,
                counts.OnNext
            );
    }
}
