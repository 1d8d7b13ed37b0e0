using System.Globalization;
using WsgiLsp.Decks.Model;
using WsgiLsp.Study.Grading;
using WsgiLsp.Study.Reviews;

namespace WsgiLsp.Study.Sessions;

/// <summary>Makes the log's events of what happens in a session; every face uses these.</summary>
public static class ReviewEvents
{
    /// <summary>An answer.</summary>
    /// <param name="item">What was asked.</param>
    /// <param name="answer">What was answered, graded.</param>
    /// <param name="spent">Time from the question to the grade.</param>
    public static ReviewEvent Review(SessionItem item, GradedAnswer answer, TimeSpan spent) =>
        new()
        {
            Kind = ReviewEventKind.Review,
            Item = item.Key,
            Grade = answer.Grade,
            Mode = item.Drill is null
                ? (item.IsExam ? StudyMode.Exam : StudyModes.Of(item.Card.Kind)).Name()
                : StudyModes.Drill,
            Practice = item.IsPractice ? true : null,
            Shown = ShownIn(item),
            Options = item.Card.Content is ChoiceContent choice ? OptionMarks.Of(choice) : null,
            Given = answer.Given,
            Correct = answer.Correct,
            Parts = answer.Parts,
            Hints = answer.Help.Hints,
            Certainty = answer.Help.Certainty,
            MillisecondsSpent = (long)spent.TotalMilliseconds,
            AutomaticConcepts = ConceptSigns.Of(answer.AutomaticConcepts),
            FinalConcepts = ConceptSigns.Of(answer.FinalConcepts),
            AnswerFingerprint = AnswerFingerprint.Of(item.DeckCard.Content),
        };

    /// <summary>
    /// An answer to pairs that were built from recall cards: practice of each, with its share of the time.
    /// </summary>
    /// <param name="item">The pairs.</param>
    /// <param name="answer">What was answered, graded.</param>
    /// <param name="spent">Time from the question to the answer.</param>
    public static IEnumerable<ReviewEvent> Pairs(SessionItem item, GradedAnswer answer, TimeSpan spent)
    {
        var content = (MatchContent)item.Card.Content;
        var given = MatchGrading.Rights(answer);
        return item.Paired.Select(
            (paired, index) =>
            {
                var right = given.IsEmpty ? "" : content.Pairs[given[index]].Right;
                var isRight = right == content.Pairs[index].Right;
                var one = new GradedAnswer
                {
                    Grade = GradeRules.AfterHelp(isRight ? Grade.Good : Grade.Again, answer.Help),
                    Given = right,
                    Correct = isRight,
                    Help = answer.Help,
                };
                return Review(paired, one, spent / item.Paired.Length) with { Mode = StudyMode.Match.Name() };
            }
        );
    }

    /// <summary>An answer taken back.</summary>
    /// <param name="review">The review.</param>
    public static ReviewEvent Undo(LoggedEvent review) =>
        new()
        {
            Kind = ReviewEventKind.Undo,
            Item = review.Event.Item,
            Target = review.Id,
        };

    /// <summary>Another grade for an answer.</summary>
    /// <param name="item">The item.</param>
    /// <param name="target">The id of the review's event.</param>
    /// <param name="grade">The grade that counts from now on.</param>
    public static ReviewEvent Regrade(SessionItem item, Guid target, Grade grade) =>
        new()
        {
            Kind = ReviewEventKind.Regrade,
            Item = item.Key,
            Target = target,
            Grade = grade,
        };

    /// <summary>The item is due on this study day.</summary>
    public static ReviewEvent DueNow(SessionItem item) => new() { Kind = ReviewEventKind.DueNow, Item = item.Key };

    /// <summary>The answer was looked at outside a session.</summary>
    /// <param name="item">The item's key.</param>
    public static ReviewEvent Peek(string item) => new() { Kind = ReviewEventKind.Peek, Item = item };

    /// <summary>The answer of a card was looked at, and so those of all its items.</summary>
    /// <param name="card">The card.</param>
    public static IEnumerable<ReviewEvent> Peeks(Card card) =>
        card.Items.Select(item => Peek(ItemKey.Of(card.Key, item)));

    /// <summary>The item is not asked again on this study day.</summary>
    public static ReviewEvent Bury(SessionItem item) => new() { Kind = ReviewEventKind.Bury, Item = item.Key };

    /// <summary>The item is asked again.</summary>
    public static ReviewEvent Resume(SessionItem item) => new() { Kind = ReviewEventKind.Resume, Item = item.Key };

    /// <summary>The item is not asked again until it is resumed.</summary>
    public static ReviewEvent Suspend(SessionItem item) => new() { Kind = ReviewEventKind.Suspend, Item = item.Key };

    /// <summary>The order of what was shown; of a missed concept its index.</summary>
    private static string? ShownIn(SessionItem item) =>
        item.Drill is { } drill ? drill.Concept.ToString(CultureInfo.InvariantCulture)
        : item.ShownOrder.IsEmpty ? null
        : string.Join(',', item.ShownOrder);
}
