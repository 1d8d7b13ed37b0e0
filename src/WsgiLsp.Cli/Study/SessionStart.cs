using WsgiLsp.Decks.Model;
using WsgiLsp.Study;
using WsgiLsp.Study.Grading;
using WsgiLsp.Study.Sessions;
using WsgiLsp.Study.Transcript;

namespace WsgiLsp.Cli.Study;

/// <summary>Makes a session of decks and of what the learner set and knows.</summary>
internal static class SessionStart
{
    /// <summary>
    /// A session that was not begun, or null if there is nothing to ask. What a learner should know of it is said: histories
    /// that followed their cards, and cards that cannot be asked.
    /// </summary>
    /// <param name="terminal">The terminal.</param>
    /// <param name="named">Decks with cards.</param>
    /// <param name="data">The learner's settings and log.</param>
    /// <param name="options">What is asked.</param>
    /// <param name="transcript">How it is asked.</param>
    /// <param name="nothing">Why there is nothing to ask; null where there is something.</param>
    /// <param name="isKept">Whether the log keeps the session until its end, so that it can be resumed.</param>
    public static StudyRunner? Make(
        Terminal terminal,
        List<NamedDeck> named,
        LearnerData data,
        SessionOptions options,
        TranscriptOptions transcript,
        out NothingToAsk? nothing,
        bool isKept = false
    )
    {
        var log = data.Log;
        var basis = SessionBasis.Read(terminal, named, log, options);
        var cards = basis.Cards;
        var items = SessionPlan.Make(cards, basis.States, basis.Moment, basis.Options);
        nothing = items.IsEmpty ? NothingToAsk.In(basis) : null;
        if (nothing is not null)
        {
            return null;
        }

        if (cards.Count(card => options.Wants(card) && !card.Suspended && IsFaulty(card)) is > 0 and var faulty)
        {
            terminal.Complain($"{Counted.Of(faulty, "card")} cannot be asked; wsgilsp check says what is wrong there");
        }

        var asked = items.Select(item => item.Card.DeckId).ToHashSet(StringComparer.Ordinal);
        var title = SessionTitle.Of([.. basis.Decks.Where(deck => asked.Contains(deck.Id)).Select(deck => deck.Title)]);
        return new StudyRunner(
            items,
            title,
            log,
            terminal.Clock,
            transcript with
            {
                Known = KnownWords.Of(cards),
                LeftOut = options.Mode == StudyMode.Exam ? SessionPlan.CountRecall(cards, options.Selection) : 0,
            },
            isKept: isKept
        );
    }

    private static bool IsFaulty(Card card) => card.Content is not NoteContent && !SessionPlan.CanAsk(card);
}
