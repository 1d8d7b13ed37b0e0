using WsgiLsp.Decks.Model;
using WsgiLsp.Decks.Refactorings;
using WsgiLsp.Study.Grading;
using WsgiLsp.Study.Sessions;

namespace WsgiLsp.Server.Features.Wordings;

/// <summary>
/// "Add my wording": what a learner said for a concept and the machine did not find, as a further wording of the rubric. Offered
/// only where the answer would be found with it.
/// </summary>
internal static class WordingOffers
{
    private const int Most = 3;

    /// <summary>The changes of a deck, the latest answer's first; none for what its rubrics have by now.</summary>
    /// <param name="deck">The deck.</param>
    /// <param name="overruled">The concepts that were overruled, the latest first; those of other decks are passed over.</param>
    public static IEnumerable<Refactoring> Of(Deck deck, IEnumerable<OverruledConcept> overruled) =>
        overruled
            .Select(said => Of(deck, said))
            .OfType<Refactoring>()
            .DistinctBy(change => change.Title, StringComparer.OrdinalIgnoreCase)
            .Take(Most);

    private static Refactoring? Of(Deck deck, OverruledConcept said)
    {
        var section = Enumerable
            .Range(0, deck.SectionCount)
            .FirstOrDefault(index => deck.Section(index).Card?.Key == said.Card, -1);
        return
            section >= 0
            && deck.Section(section).Card is { } card
            && OwnWording.Of(card, said.Concept, said.Answer) is { } wording
            ? RubricRefactorings.AddWording(deck, section, said.Concept, wording, $"Add my wording: \"{wording}\"")
            : null;
    }
}
