using WsgiLsp.Decks.Model;
using WsgiLsp.Protocol.Types;
using WsgiLsp.Server.Documents;
using WsgiLsp.Server.Features.CheatSheets;
using WsgiLsp.Server.Features.Learning;
using WsgiLsp.Server.Panel;
using WsgiLsp.Server.Sheets;
using WsgiLsp.Study.Sessions;

namespace WsgiLsp.Server.Quiz;

/// <summary>The commands that start a quiz, as actions and lenses offer them.</summary>
internal static class QuizOffers
{
    private const int MostBegun = 2;

    /// <summary>
    /// What can be asked at a place: the card there, the group around it, the deck, and what of it is due. What is asked less
    /// often stands where no card is, so that menus stay short.
    /// </summary>
    public static IEnumerable<Command> At(OpenDocument document, Deck deck, int offset, LearnerView learner)
    {
        var index = deck.SectionAt(offset);
        var section = deck.Section(index);
        if (section.Card is { } card && SessionPlan.CanAsk(card))
        {
            yield return Offer("Quiz this card", new QuizRequest(document.Uri, Card: card.Id));
        }

        var counts = QuizCounts.Of(deck);
        var path = section.Card?.Path ?? Groups.Of(deck).FirstOrDefault(g => g.Section.Span == section.Span).Path;
        if (!path.IsDefaultOrEmpty && counts[path] > 0)
        {
            yield return Offer("Quiz this section", new QuizRequest(document.Uri, Path: [.. path]));
        }

        if (counts[[]] == 0)
        {
            yield break;
        }

        yield return Offer("Quiz this deck", new QuizRequest(document.Uri));
        if (learner.CountStudied(deck).All > 0)
        {
            yield return Offer("Study what is due in this deck", new QuizRequest(document.Uri) { Due = true });
        }

        foreach (var session in Begun(document, learner))
        {
            yield return session;
        }

        if (section.Card is not null)
        {
            yield break;
        }

        if (learner.HasDecks)
        {
            yield return Offer("Study what is due in all decks", new QuizRequest { Due = true });
        }

        if (HasExam(deck))
        {
            yield return Exam(document, "Take an exam of this deck");
        }

        yield return CheatSheetRequest.Offer("Write a cheat sheet of this deck", document.Uri);
    }

    /// <summary>What can be done with the whole deck; nothing where it has nothing to ask.</summary>
    public static IEnumerable<Command> ForDeck(OpenDocument document, Deck deck, QuizCounts counts, LearnerView learner)
    {
        if (counts[[]] is not (> 0 and var count))
        {
            yield break;
        }

        foreach (var session in Begun(document, learner))
        {
            yield return session;
        }

        var (all, fresh) = learner.CountStudied(deck);
        if (all > 0)
        {
            var due = fresh == all ? $"Study {all} new" : $"Study {all} due";
            yield return Offer(due, new QuizRequest(document.Uri) { Due = true });
        }

        yield return Offer($"Quiz all ({count})", new QuizRequest(document.Uri));
        if (HasExam(deck))
        {
            yield return Exam(document, "Exam");
        }

        yield return CheatSheetRequest.Offer("Cheat sheet", document.Uri);
    }

    /// <summary>A group; null where it has nothing to ask.</summary>
    public static Command? ForGroup(OpenDocument document, QuizCounts counts, IReadOnlyList<string> path) =>
        counts[path] is > 0 and var count ? Offer($"Quiz {count}", new QuizRequest(document.Uri, Path: path)) : null;

    /// <summary>One card, for the lens over it; null where it cannot be asked.</summary>
    public static Command? Try(OpenDocument document, Card card) =>
        SessionPlan.CanAsk(card) ? Offer("Try", new QuizRequest(document.Uri, Card: card.Id)) : null;

    private static bool HasExam(Deck deck) =>
        deck.Cards.Any(card => StudyMode.Exam.Has(card.Kind) && !card.Suspended && SessionPlan.CanAsk(card));

    private static Command Exam(OpenDocument document, string title) =>
        Offer(title, new QuizRequest(document.Uri) { Mode = StudyMode.Exam.Name() });

    /// <summary>The quizzes of the deck that were begun, the latest ones: who begins often ends few.</summary>
    private static IEnumerable<Command> Begun(OpenDocument document, LearnerView learner) =>
        learner
            .BegunSheets(document.Path)
            .Take(MostBegun)
            .Select(session =>
                session.Place.IsPanel ? PanelRequest.Offer(session) : SheetOffers.Resume(document.Uri, session)
            );

    private static Command Offer(string title, QuizRequest request) =>
        new(title, QuizRequest.Command, [request.ToJson()]);
}
