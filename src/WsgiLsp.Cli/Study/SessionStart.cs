using WsgiLsp.Decks.Model;
using WsgiLsp.Study;
using WsgiLsp.Study.Grading;
using WsgiLsp.Study.Reviews;
using WsgiLsp.Study.Sessions;
using WsgiLsp.Study.Transcript;

namespace WsgiLsp.Cli.Study;

/// <summary>Makes a session of decks and of what the learner set and knows.</summary>
internal static class SessionStart
{
    /// <summary>
    /// A session that was not begun, or null if there is nothing to ask. What a learner should know of it is said: histories
    /// that followed their cards, cards that cannot be asked, and why there is nothing.
    /// </summary>
    /// <param name="terminal">The terminal.</param>
    /// <param name="named">Decks with cards.</param>
    /// <param name="data">The learner's settings and log.</param>
    /// <param name="choose">What is asked, given what the learner set.</param>
    /// <param name="transcript">How it is asked.</param>
    public static StudyRunner? Make(
        Terminal terminal,
        List<NamedDeck> named,
        LearnerData data,
        Func<SessionOptions, SessionOptions> choose,
        TranscriptOptions transcript
    )
    {
        var log = data.Log;
        HistoryUpdate.Run(terminal, log, named);
        var options = WithMisses(choose(data.Settings.Session), log);
        var decks = named.ConvertAll(one => one.Deck);
        List<Card> cards = [.. decks.SelectMany(deck => deck.Cards)];
        var states = log.ReadItemStates();
        var items = SessionPlan.Make(cards, states, log.Now, options, log.Fsrs);
        if (items.IsEmpty)
        {
            terminal.Complain(NothingToAsk.Because(cards, states, log.Now, options));
            return null;
        }

        if (cards.Count(card => !card.Suspended && IsFaulty(card)) is > 0 and var faulty)
        {
            terminal.Complain($"{Counted.Of(faulty, "card")} cannot be asked; wsgilsp check says what is wrong there");
        }

        var asked = items.Select(item => item.Card.DeckId).ToHashSet(StringComparer.Ordinal);
        var title = SessionTitle.Of([.. decks.Where(deck => asked.Contains(deck.Id)).Select(deck => deck.Title)]);
        return new StudyRunner(
            items,
            title,
            log,
            terminal.Clock,
            transcript with
            {
                Known = KnownWords.Of(cards),
                LeftOut = options.Mode == StudyMode.Exam ? SessionPlan.CountRecall(cards, options.Selection) : 0,
            }
        );
    }

    /// <summary>The options, with what the last exam missed where that is wanted.</summary>
    public static SessionOptions WithMisses(SessionOptions options, ReviewLog log) =>
        options.Choice.HasFlag(ItemChoice.Missed) ? options with { Missed = log.ReadExamMisses() } : options;

    private static bool IsFaulty(Card card) => card.Content is not NoteContent && !SessionPlan.CanAsk(card);
}
