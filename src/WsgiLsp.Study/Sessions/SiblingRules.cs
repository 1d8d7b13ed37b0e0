using WsgiLsp.Decks.Model;
using WsgiLsp.Study.Reviews;

namespace WsgiLsp.Study.Sessions;

/// <summary>
/// Keeps cards from giving one another away: what is brought to mind comes before options that show it, and blanks of one
/// text are asked on different days. An item that was answered on the day already, as by an exam, has nothing to lose.
/// </summary>
internal static class SiblingRules
{
    /// <summary>Applies the rules to items in the order in which they would be asked.</summary>
    /// <param name="candidates">The items.</param>
    /// <param name="cards">All cards.</param>
    /// <param name="states">What the log knows.</param>
    /// <param name="day">The study day.</param>
    /// <param name="keepsOrder">Whether the order is what the learner asked for: then only days are kept apart.</param>
    /// <param name="isNamed">Whether the learner named the cards: then none waits for another day.</param>
    public static IEnumerable<Candidate> Apply(
        IEnumerable<Candidate> candidates,
        IReadOnlyCollection<Card> cards,
        ItemStates states,
        int day,
        bool keepsOrder,
        bool isNamed
    )
    {
        var items = keepsOrder ? [.. candidates] : InGroups([.. candidates]);
        if (isNamed)
        {
            return items;
        }

        var shown = new Lazy<HashSet<string>>(() =>
            cards
                .Where(card => ShowsAnswers(card.Kind) && states[card.Key].WasAnsweredOn(day))
                .Select(GroupOf)
                .ToHashSet(StringComparer.Ordinal)
        );
        var asked = new HashSet<string>(StringComparer.Ordinal);
        return items.Where(candidate =>
            !(
                candidate.Card.Kind == CardKind.Explain
                && !candidate.State.WasAnsweredOn(day)
                && shown.Value.Contains(GroupOf(candidate.Card))
            )
            && (
                candidate.Card.Items.Length == 1
                || (!WasSiblingAsked(candidate, states, day) && asked.Add(candidate.Card.Key))
            )
        );
    }

    /// <summary>
    /// Within a group, what shows no answers goes first; the places that a group has in the order stay its own.
    /// </summary>
    private static List<Candidate> InGroups(List<Candidate> candidates)
    {
        var queues = candidates
            .GroupBy(candidate => GroupOf(candidate.Card), StringComparer.Ordinal)
            .ToDictionary(
                group => group.Key,
                group => new Queue<Candidate>(group.OrderBy(candidate => ShowsAnswers(candidate.Card.Kind))),
                StringComparer.Ordinal
            );
        return candidates.ConvertAll(candidate => queues[GroupOf(candidate.Card)].Dequeue());
    }

    private static bool WasSiblingAsked(Candidate candidate, ItemStates states, int day) =>
        candidate.Card.Items.Any(name =>
            name != candidate.Name && states[SessionItem.KeyOf(candidate.Card, name)].WasAnsweredOn(day)
        );

    private static bool ShowsAnswers(CardKind kind) => kind is CardKind.Choice or CardKind.Multi or CardKind.TrueFalse;

    /// <summary>A card outside of all groups is a group of its own.</summary>
    private static string GroupOf(Card card) =>
        card.Path.IsEmpty ? card.Key : card.DeckId + "\n" + string.Join('\n', card.Path);
}
