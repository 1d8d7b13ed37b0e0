using WsgiLsp.Study.Reviews;
using WsgiLsp.Study.Statistics;

namespace WsgiLsp.Cli.Reports;

/// <summary>How ready a deck will be, in words.</summary>
internal static class ReadinessText
{
    /// <summary>What a score is expected, and how much of the deck was never asked.</summary>
    public static string Of(DeckReadiness deck) =>
        $"{Percent(deck.Expected)} expected on {StudyDate.WithWeekday(deck.Day)}"
        + (
            deck.New > 0 && deck.ExpectedOfLearned is { } learned
                ? $": {Percent(learned)} of what you learned, nothing of {deck.New} new of {deck.Items}"
            : deck.New > 0 ? $": nothing of {deck.Items} is learned"
            : ""
        );

    private static string Percent(double rate) => $"{Math.Round(rate * 100):0} %";
}
