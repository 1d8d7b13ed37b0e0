using WsgiLsp.Decks.Model;
using WsgiLsp.Protocol.Types;
using WsgiLsp.Server.Documents;
using WsgiLsp.Study.Sessions;

namespace WsgiLsp.Server.Quiz;

/// <summary>The commands that start a quiz, as actions and lenses offer them.</summary>
internal static class QuizOffers
{
    /// <summary>What can be asked at a place: the card there, the group around it, the deck.</summary>
    public static IEnumerable<Command> At(OpenDocument document, Deck deck, int offset)
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

        if (counts[[]] > 0)
        {
            yield return Offer("Quiz this deck", new QuizRequest(document.Uri));
        }
    }

    /// <summary>The whole deck; null where it has nothing to ask.</summary>
    public static Command? ForDeck(OpenDocument document, QuizCounts counts) =>
        counts[[]] is > 0 and var count ? Offer($"Quiz all ({count})", new QuizRequest(document.Uri)) : null;

    /// <summary>A group; null where it has nothing to ask.</summary>
    public static Command? ForGroup(OpenDocument document, QuizCounts counts, IReadOnlyList<string> path) =>
        counts[path] is > 0 and var count ? Offer($"Quiz {count}", new QuizRequest(document.Uri, Path: path)) : null;

    /// <summary>One card, for the lens over it; null where it cannot be asked.</summary>
    public static Command? Try(OpenDocument document, Card card) =>
        SessionPlan.CanAsk(card) ? Offer("Try", new QuizRequest(document.Uri, Card: card.Id)) : null;

    private static Command Offer(string title, QuizRequest request) =>
        new(title, QuizRequest.Command, [request.ToJson()]);
}
