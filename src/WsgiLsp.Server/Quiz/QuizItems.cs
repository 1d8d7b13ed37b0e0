using System.Collections.Immutable;
using System.Security.Cryptography;
using WsgiLsp.Decks.Model;
using WsgiLsp.Study.Reviews;
using WsgiLsp.Study.Sessions;

namespace WsgiLsp.Server.Quiz;

/// <summary>What a request asks of a deck, or of all.</summary>
internal static class QuizItems
{
    /// <summary>What is said where there are none.</summary>
    public const string NothingToAsk =
        "There is nothing to ask here: no card, or all of them suspended, buried today, or faulty.";

    /// <summary>The items, in the order in which they are asked.</summary>
    /// <param name="decks">The deck, or all decks where the request names none.</param>
    /// <param name="request">What is wanted of them.</param>
    /// <param name="log">The log.</param>
    /// <param name="states">What it knows of the items.</param>
    /// <param name="settings">The learner's limits.</param>
    public static ImmutableArray<SessionItem> Of(
        IReadOnlyList<Deck> decks,
        QuizRequest request,
        ReviewLog log,
        ItemStates states,
        SessionOptions settings
    )
    {
        // Who quizzes a section wants all of it, due or not; who names one card wants it, suspended or not.
        var cards = decks.SelectMany(deck => deck.Cards).ToList();
        var chosen = request.Uri is null ? cards : [.. decks.SelectMany(deck => QuizSelection.Of(deck, request))];
        if (chosen.Count == 0)
        {
            return [];
        }

        var seeded = settings with
        {
            Mode = request.Mode is { } mode ? StudyModes.Parse(mode) ?? StudyMode.Mixed : StudyMode.Mixed,
            Seed = RandomNumberGenerator.GetInt32(int.MaxValue),
        };
        var options =
            request.Uri is null ? seeded
            : request.Due ? seeded with { Selection = new CardSelection { Decks = [.. decks.Select(deck => deck.Id)] } }
            : seeded.Mode == StudyMode.Exam ? seeded with { Selection = Named(chosen) }
            : seeded with
            {
                Choice = ItemChoice.All,
                Order = SessionOrder.Deck,
                Limit = null,
                Selection = Named(chosen),
            };
        return
        [
            .. SessionPlan
                .Make(cards, states, log.Now, options)
                .Where(item => request.Card is not null || IsStudied(item, states[item.Key], log.Today)),
        ];
    }

    private static CardSelection Named(List<Card> cards) => new() { Cards = [.. cards.Select(card => card.Id)] };

    private static bool IsStudied(SessionItem item, ItemState state, int today) =>
        !item.Card.Suspended && !state.IsSuspended && !state.IsBuriedOn(today);
}
