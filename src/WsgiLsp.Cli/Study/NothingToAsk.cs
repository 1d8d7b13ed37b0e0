using WsgiLsp.Study.Reviews;
using WsgiLsp.Study.Sessions;

namespace WsgiLsp.Cli.Study;

/// <summary>Why a session would be empty, and what can be done.</summary>
/// <param name="Reason">One sentence or two.</param>
/// <param name="Advice">Which options of <c>wsgilsp study</c> help, after a space; empty where none does.</param>
internal sealed record NothingToAsk(string Reason, string Advice = "")
{
    /// <summary>Why that is so.</summary>
    public static NothingToAsk In(SessionBasis basis)
    {
        var options = basis.Options;
        var wanted = basis.Cards.Where(options.Wants).ToList();
        if (wanted.Count == 0)
        {
            return new("nothing to ask: no card is as wanted");
        }

        if (wanted.TrueForAll(card => card.Suspended || !SessionPlan.CanAsk(card)))
        {
            return new("nothing to ask: all cards are suspended or faulty (`wsgilsp check` tells)");
        }

        if (options.Choice == ItemChoice.Leeches)
        {
            var isAny = wanted.Exists(card =>
                card.Items.Any(name => basis.States[SessionItem.KeyOf(card, name)].IsLeech)
            );
            return new(
                isAny
                    ? "nothing to ask: what you missed again and again is put off for today"
                    : $"nothing to ask: no card is a leech, which is missed {ItemState.LeechLapses} times or more"
            );
        }

        var counts = DueCounts.Of(basis.Cards, basis.States, basis.Moment, options);
        var later =
            counts.Later > 0 ? $" {Counted.Of(counts.Later, "card")} will be due later today."
            : counts.Next is { } day
                ? $" {Counted.Of(counts.OnNext, "card")} will be due {StudyDate.Ahead(day, basis.Moment)}."
            : "";
        var more =
            counts is { New: > 0, NewToday: 0 } && options.Choice == ItemChoice.Default
                ? $" {Counted.Of(counts.New, "new card")} can be asked with --new."
                : "";
        return new($"nothing is due now.{later}", $"{more} --card ID asks a card all the same.");
    }
}
