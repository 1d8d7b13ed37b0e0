using WsgiLsp.Decks.Model;
using WsgiLsp.Study.Reviews;
using WsgiLsp.Study.Sessions;

namespace WsgiLsp.Cli.Study;

/// <summary>Why a session would be empty, and what can be done.</summary>
internal static class NothingToAsk
{
    /// <summary>One sentence or two.</summary>
    public static string Because(
        IReadOnlyCollection<Card> cards,
        ItemStates states,
        StudyMoment moment,
        SessionOptions options
    )
    {
        var wanted = cards.Where(card => options.Selection.Has(card) && options.Mode.Has(card.Kind)).ToList();
        if (wanted.Count == 0)
        {
            return "nothing to ask: no card is as wanted";
        }

        if (wanted.TrueForAll(card => card.Suspended || !SessionPlan.CanAsk(card)))
        {
            return "nothing to ask: all cards are suspended or faulty (`wsgilsp check` tells)";
        }

        var counts = DueCounts.Of(cards, states, moment, options);
        var later =
            counts.Later > 0 ? $" {Counted.Of(counts.Later, "card")} will be due later today."
            : counts.Next is { } day ? $" {Counted.Of(counts.OnNext, "card")} will be due {When(day - moment.Day)}."
            : "";
        var more =
            counts is { New: > 0, NewToday: 0 } && options.Choice == ItemChoice.Default
                ? $" {Counted.Of(counts.New, "new card")} can be asked with --new."
                : "";
        return $"nothing is due now.{later}{more} --card ID asks a card all the same.";
    }

    private static string When(int days) => days == 1 ? "tomorrow" : $"in {days} days";
}
