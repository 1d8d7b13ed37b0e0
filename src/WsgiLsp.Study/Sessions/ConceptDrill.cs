using System.Collections.Immutable;
using System.Globalization;
using WsgiLsp.Decks.Model;
using WsgiLsp.Study.Grading;
using WsgiLsp.Study.Reviews;

namespace WsgiLsp.Study.Sessions;

/// <summary>
/// A concept that an explanation missed, as one blank made of its key term. For practice only: its learner has just read it.
/// </summary>
/// <param name="Card">The explain card.</param>
/// <param name="Concept">0-based index of the concept in its rubric.</param>
public sealed record ConceptDrill(Card Card, int Concept)
{
    /// <summary>The concept in its author's words.</summary>
    public string Text => ((ExplainContent)Card.Content).Concepts[Concept].Text;

    /// <summary>
    /// The item that asks for a concept's key term: the first one that the question does not say itself.
    /// </summary>
    /// <param name="card">A card of any kind.</param>
    /// <param name="concept">0-based index of the concept.</param>
    /// <returns>Null where the card has no such concept, or that has no such term.</returns>
    internal static SessionItem? ItemOf(Card card, int concept)
    {
        if (card.Content is not ExplainContent content || concept < 0 || concept >= content.Concepts.Length)
        {
            return null;
        }

        var drilled = content.Concepts[concept];
        return ConceptBlank.Of(drilled).FirstOrDefault(blank => ExplainGrading.Earns(card, blank.Accepted)) is { } asked
            ? new SessionItem
            {
                Card = card with
                {
                    Content = Typed(content, drilled, asked),
                    Items = [""],
                    Match = null,
                    Tolerance = null,
                },
                Drill = new ConceptDrill(card, concept),
                IsNew = false,
                IsPractice = true,
            }
            : null;
    }

    /// <summary>The same of the concept that says a text; null likewise.</summary>
    internal static SessionItem? ItemOf(Card card, string text) =>
        card.Content is ExplainContent content
            ? ItemOf(card, content.Concepts.Select(concept => concept.Text).ToImmutableArray().IndexOf(text))
            : null;

    /// <summary>The concepts that an answer missed; none where its learner gave no verdict.</summary>
    /// <param name="answer">An answer to an explain card.</param>
    internal static IEnumerable<int> MissedIn(GradedAnswer answer) =>
        Missed(answer.Given, answer.Grade, [.. answer.FinalConcepts.Select(one => one == ConceptVerdict.Found)]);

    /// <summary>The same of an answer as the log has it.</summary>
    internal static IEnumerable<int> MissedIn(ReviewEvent review) =>
        Missed(
            review.Given ?? "",
            review.Grade ?? Grade.Again,
            [.. (review.FinalConcepts ?? "").Select(ConceptSigns.IsFound)]
        );

    /// <summary>The index of the concept that was asked for; null for an answer to anything else.</summary>
    internal static int? IndexIn(ReviewEvent review) =>
        review.Mode == StudyModes.Drill && int.TryParse(review.Shown, CultureInfo.InvariantCulture, out var index)
            ? index
            : null;

    private static IEnumerable<int> Missed(string given, Grade grade, ImmutableArray<bool> found)
    {
        // Who explained aloud, and says only that it went well, told of no concept.
        var isTold = given.Length > 0 || !grade.IsGot() || found.Contains(true);
        return isTold ? Enumerable.Range(0, found.Length).Where(index => !found[index]) : [];
    }

    private static TypedContent Typed(ExplainContent content, Concept concept, ConceptBlank blank) =>
        new()
        {
            Prompt = $"{blank.Text}\n\nMissing in your answer to: {content.Prompt.Split('\n')[0]}",
            Title = content.Title,
            Accepted = blank.Accepted,
            Body = blank.Answer,
            Explanation = WhiteSpace.Squeeze(concept.Text),
        };
}
