using WsgiLsp.Decks.Model;
using WsgiLsp.Study.Reviews;
using WsgiLsp.Study.Scheduling;

namespace WsgiLsp.Study.Sessions;

/// <summary>
/// Holds cards back until what they require is learned. A requirement that is missing, suspended, or part of a circle holds
/// nothing back.
/// </summary>
internal sealed class RequirementGate
{
    private readonly ItemStates _states;

    // Most decks require nothing.
    private readonly Lazy<Dictionary<string, Card>> _cards;
    private readonly Lazy<ILookup<string, Card>> _decks;

    /// <param name="cards">All cards there are, wanted in this session or not.</param>
    /// <param name="states">What the log knows.</param>
    public RequirementGate(IReadOnlyCollection<Card> cards, ItemStates states)
    {
        _states = states;
        _decks = new(() => cards.ToLookup(card => card.DeckId, StringComparer.Ordinal));
        _cards = new(() => CardsByKey.Of(cards));
    }

    /// <summary>Whether all that a card requires is learned.</summary>
    public bool Lets(Card card) => Required(card).All(required => IsLearned(required) || Reaches(required, card.Key));

    private bool IsLearned(Card card) =>
        card.Suspended
        || card.Items.Select(name => _states[SessionItem.KeyOf(card, name)])
            .All(state =>
                state.IsSuspended || state.Schedule.Phase is LearningPhase.Review or LearningPhase.Relearning
            );

    private IEnumerable<Card> Required(Card card) =>
        card
            .Requires.Select(text => text.Contains('/', StringComparison.Ordinal) ? text : $"{card.DeckId}/{text}")
            .Select(key => _cards.Value.GetValueOrDefault(key))
            .OfType<Card>()
            .Concat(card.RequiresDecks.Where(deck => deck != card.DeckId).SelectMany(deck => _decks.Value[deck]))
            .Where(required => required.Kind != CardKind.Note);

    /// <summary>Whether a card requires another one in the end, which makes a circle of it.</summary>
    private bool Reaches(Card from, string key)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<Card>([from]);
        while (open.TryPop(out var card))
        {
            if (card.Key == key)
            {
                return true;
            }

            if (seen.Add(card.Key))
            {
                foreach (var next in Required(card))
                {
                    open.Push(next);
                }
            }
        }

        return false;
    }
}
