using WsgiLsp.Decks.Model;
using WsgiLsp.Study.Reviews;

namespace WsgiLsp.Study.Scheduling;

/// <summary>What a deck wants of the schedule of its cards; the default wants nothing.</summary>
/// <param name="Retention">The chance of recall at which its cards are asked again, .7….99; null for the learner's own.</param>
/// <param name="By">The study day to be ready for; null for none.</param>
public readonly record struct DeckAim(double? Retention, int? By)
{
    /// <summary>What the deck of a card wants.</summary>
    public static DeckAim Of(Card card) => new(card.Retention, card.By is { } date ? StudyDate.DayOf(date) : null);
}
