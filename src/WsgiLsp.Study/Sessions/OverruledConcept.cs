using System.Collections.Immutable;
using WsgiLsp.Decks.Model;
using WsgiLsp.Study.Grading;
using WsgiLsp.Study.Reviews;

namespace WsgiLsp.Study.Sessions;

/// <summary>A concept that the machine did not find in an answer and its learner says to have said.</summary>
/// <param name="Card">The explain card's key.</param>
/// <param name="Concept">0-based index of the concept in its rubric, as that was then.</param>
/// <param name="Answer">The learner's words.</param>
public sealed record OverruledConcept(string Card, int Concept, string Answer)
{
    /// <summary>
    /// Those of a card's answers that were not taken back, the latest answer's first. Answers to another rubric are passed over:
    /// they have its concepts by their places only.
    /// </summary>
    /// <param name="card">The explain card.</param>
    /// <param name="events">The card's events, in the order of time and id.</param>
    public static ImmutableArray<OverruledConcept> In(Card card, IReadOnlyList<LoggedEvent> events)
    {
        var fingerprint = AnswerFingerprint.Of(card.Content);
        var takenBack = events
            .Select(logged => logged.Event)
            .Where(one => one.Kind == ReviewEventKind.Undo)
            .Select(undo => undo.Target)
            .ToHashSet();
        return
        [
            .. events
                .Where(logged => logged.Event.Kind == ReviewEventKind.Review && !takenBack.Contains(logged.Id))
                .Where(logged => logged.Event.AnswerFingerprint == fingerprint)
                .Reverse()
                .SelectMany(logged => In(card.Key, logged.Event)),
        ];
    }

    /// <summary>Those of an answer, graded or about to be.</summary>
    internal static IEnumerable<OverruledConcept> In(
        string card,
        string answer,
        IReadOnlyList<ConceptVerdict> automatic,
        IReadOnlyList<ConceptVerdict> final
    ) =>
        answer.Length == 0
            ? []
            : automatic
                .Zip(final)
                .Select((pair, index) => (pair.First, pair.Second, Index: index))
                .Where(one => one.Second == ConceptVerdict.Found && one.First != ConceptVerdict.Found)
                .Select(one => new OverruledConcept(card, one.Index, answer));

    private static IEnumerable<OverruledConcept> In(string card, ReviewEvent review) =>
        review is { Given: { } given, AutomaticConcepts: { } automatic, FinalConcepts: { } final }
            ? In(card, given, ConceptSigns.Read(automatic), ConceptSigns.Read(final))
            : [];
}
