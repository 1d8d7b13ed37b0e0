using WsgiLsp.Decks.Model;
using WsgiLsp.Server.Quiz;
using WsgiLsp.Study;
using WsgiLsp.Study.Grading;
using WsgiLsp.Study.Identity;
using WsgiLsp.Study.Resuming;
using WsgiLsp.Study.Reviews;
using WsgiLsp.Study.Sessions;
using WsgiLsp.Study.Settings;
using WsgiLsp.Study.Transcript;

namespace WsgiLsp.Server.Sheets;

/// <summary>Makes the sessions of sheets: new ones, and those that go on.</summary>
internal static class SheetStart
{
    /// <summary>A new session; null where there is nothing to ask.</summary>
    /// <param name="decks">The decks.</param>
    /// <param name="request">What to ask of them.</param>
    /// <param name="id">The sheet's id.</param>
    /// <param name="path">Where it will be.</param>
    /// <param name="log">The log.</param>
    /// <param name="settings">What the learner set.</param>
    /// <param name="clock">Measures the time of each answer.</param>
    /// <exception cref="ReviewLogException">The log cannot be read.</exception>
    public static (StudyRunner Runner, SheetPlace Place)? New(
        IReadOnlyList<DeckAt> decks,
        QuizRequest request,
        string id,
        string path,
        ReviewLog log,
        StudySettings settings,
        TimeProvider clock
    )
    {
        List<Deck> read = [.. decks.Select(one => one.Deck)];
        var items = QuizItems.Of(read, request, log, log.ReadItemStates(), settings.Session);
        if (items.IsEmpty)
        {
            return null;
        }

        // Of all decks of a workspace only those are read again that are asked.
        var asked = items
            .SelectMany(item => item.Paired.IsEmpty ? [item] : item.Paired.AsEnumerable())
            .Select(item => item.Card.DeckId)
            .ToHashSet(StringComparer.Ordinal);
        var place = new SheetPlace(
            id,
            path,
            [.. decks.Where(one => asked.Contains(one.Deck.Id)).Select(one => one.Path)]
        );
        var cards = decks.Where(one => asked.Contains(one.Deck.Id)).SelectMany(one => one.Deck.Cards).ToList();
        var selection = new CardSelection
        {
            Cards = [.. read.SelectMany(deck => QuizSelection.Of(deck, request)).Select(card => card.Id)],
        };
        var runner = new StudyRunner(
            items,
            request.Uri is null ? "What is due" : read[0].Title,
            log,
            clock,
            Options(settings, cards) with
            {
                LeftOut = request.Mode == StudyMode.Exam.Name() ? SessionPlan.CountRecall(cards, selection) : 0,
            },
            place
        );
        return (runner, place);
    }

    /// <summary>A session that goes on; null where its decks or settings changed too much.</summary>
    /// <param name="kept">The session.</param>
    /// <param name="log">The log.</param>
    /// <param name="cards">The cards of its decks.</param>
    /// <param name="settings">What the learner set.</param>
    /// <param name="clock">Measures the time of each answer.</param>
    /// <exception cref="ReviewLogException">The log cannot be read.</exception>
    public static StudyRunner? GoOn(
        SheetSession kept,
        ReviewLog log,
        IReadOnlyList<Card> cards,
        StudySettings settings,
        TimeProvider clock
    ) => StudyRunner.Resume(log, cards, clock, Options(settings, cards), kept.Place.Id);

    /// <summary>A sheet may lie for days: only an exam has a limit there.</summary>
    private static TranscriptOptions Options(StudySettings settings, IReadOnlyCollection<Card> cards) =>
        settings.Transcript with
        {
            TimeLimit = null,
            Known = KnownWords.Of(cards),
        };
}
