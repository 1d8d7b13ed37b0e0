using WsgiLsp.Study.Reviews;
using WsgiLsp.Study.Statistics;

namespace WsgiLsp.Cli.Reports;

/// <summary>How ready a deck will be, as programs read it.</summary>
/// <param name="Deck">The deck's id.</param>
/// <param name="By">The day to be ready for, such as <c>2027-02-14</c>.</param>
/// <param name="Items">Number of its items.</param>
/// <param name="New">How many of them are new.</param>
/// <param name="Expected">The mean chance of recall on that day, that of new ones 0.</param>
/// <param name="ExpectedOfLearned">The same without new ones; null where all are.</param>
internal sealed record ReadinessJson(
    string Deck,
    string By,
    int Items,
    int New,
    double Expected,
    double? ExpectedOfLearned
)
{
    public static ReadinessJson Of(DeckReadiness deck) =>
        new(
            deck.Deck,
            StudyDate.Text(deck.Day),
            deck.Items,
            deck.New,
            Math.Round(deck.Expected, 4),
            deck.ExpectedOfLearned is { } learned ? Math.Round(learned, 4) : null
        );
}
