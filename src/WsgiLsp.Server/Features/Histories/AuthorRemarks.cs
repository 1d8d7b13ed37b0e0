using System.Collections.Immutable;
using WsgiLsp.Decks.Model;
using WsgiLsp.Decks.Rules;
using WsgiLsp.Server.Features.Learning;
using WsgiLsp.Study.Statistics.Cards;

namespace WsgiLsp.Server.Features.Histories;

/// <summary>
/// What may be wrong with cards, as their learner's answers say: for authors who switch these rules on. What counts as a fault
/// is for <see cref="CardFault"/> to say. There is no rule for a wrong key, since it takes a class to see one.
/// </summary>
internal static class AuthorRemarks
{
    private static readonly ImmutableArray<(string Rule, CardFaultKind Kind)> Rules =
    [
        (HistoryRules.DeadDistractor, CardFaultKind.DeadDistractor),
        (HistoryRules.DisputedConcept, CardFaultKind.DisputedConcept),
    ];

    /// <summary>Whether any of these rules runs in a deck: else nobody need read answers for it.</summary>
    public static bool AreWanted(Deck deck) => Rules.Any(one => deck.Settings.Runs(one.Rule));

    /// <summary>The remarks on a deck as it is now.</summary>
    /// <param name="deck">The deck.</param>
    /// <param name="facts">What answers say of its cards; null where nobody looked.</param>
    public static ImmutableArray<LogRemark> On(Deck deck, DeckFacts? facts)
    {
        if (facts is null || !AreWanted(deck))
        {
            return [];
        }

        var running = Rules.Where(one => deck.Settings.Runs(one.Rule)).ToDictionary(one => one.Kind, one => one.Rule);
        return
        [
            .. deck.Cards.SelectMany(
                card => (facts.Of(card)?.Faults ?? []).Where(fault => running.ContainsKey(fault.Kind)),
                (card, fault) => new LogRemark(running[fault.Kind], card.Id, $"{fault.Message}.") { Part = fault.Index }
            ),
        ];
    }
}
