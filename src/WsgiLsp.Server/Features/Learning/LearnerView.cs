using System.Collections.Immutable;
using WsgiLsp.Decks.Model;
using WsgiLsp.Study.Resuming;
using WsgiLsp.Study.Reviews;
using WsgiLsp.Study.Settings;
using WsgiLsp.Study.Statistics;
using WsgiLsp.Study.Statistics.Cards;
using WsgiLsp.Study.Transcript;

namespace WsgiLsp.Server.Features.Learning;

/// <summary>The learner at a moment, for what a reader sees: what the log knows, and what they set.</summary>
internal sealed class LearnerView
{
    private readonly LearnedStates? learned;
    private readonly ImmutableDictionary<string, DeckFacts>? facts;
    private readonly StudyCounts counts;
    private readonly StudySettings settings;
    private readonly StudyMoment moment;

    /// <param name="learned">What the log knows; null where there is none.</param>
    /// <param name="settings">What the learner set.</param>
    /// <param name="clock">Tells the moment.</param>
    /// <param name="hasDecks">Whether there are several decks to be asked of.</param>
    /// <param name="facts">What answers say of decks' cards, by the decks' files; null where nobody looked.</param>
    /// <param name="counts">Keeps what was counted for later views; null for this one alone.</param>
    public LearnerView(
        LearnedStates? learned,
        StudySettings settings,
        TimeProvider clock,
        bool hasDecks = false,
        ImmutableDictionary<string, DeckFacts>? facts = null,
        StudyCounts? counts = null
    )
    {
        this.learned = learned;
        this.facts = facts;
        this.counts = counts ?? new StudyCounts();
        this.settings = settings;
        HasDecks = hasDecks;
        moment = new StudyMoment(clock.GetLocalNow(), settings.DayStart);
    }

    /// <summary>Whether anything was ever learned here: else of no card is said that it is new.</summary>
    public bool HasLog => learned is not null;

    /// <summary>Whether there are several decks to be asked of.</summary>
    public bool HasDecks { get; }

    private LearnedStates Learned => learned ?? LearnedStates.None;

    /// <summary>Where a card is; null where it cannot be asked, or nothing is known of anything.</summary>
    public CardState? StateOf(Card card) => HasLog ? CardState.Of(card, Learned.States, moment) : null;

    /// <summary>A state in a line.</summary>
    public string Line(CardState state) => CardStateText.Line(state, moment, new GradeScale(settings.HasTwoGrades));

    /// <summary>A state for the margin.</summary>
    public string Short(CardState state) => CardStateText.Short(state, moment);

    /// <summary>What answers say of a card; null where that is not known.</summary>
    /// <param name="path">The deck's file.</param>
    /// <param name="card">The card.</param>
    public CardFacts? FactsOf(string path, Card card) => facts?.GetValueOrDefault(path)?.Of(card);

    /// <summary>
    /// What a session of one deck without a limit of its own would ask now: how many items in all, and how many of them are
    /// new, which the day's limit allows.
    /// </summary>
    public (int All, int New) CountStudied(Deck deck) => counts.Of(deck, Learned, settings, moment);

    /// <summary>Whether the editor has panels.</summary>
    public bool HasPanels { get; init; }

    /// <summary>
    /// The quizzes on sheets, and in panels where there are such, that ask of a deck and are not at their end, the latest first.
    /// </summary>
    /// <param name="path">The deck's file.</param>
    public IEnumerable<SheetSession> BegunSheets(string path) =>
        learned is null
            ? []
            : learned
                .Sheets.Where(session =>
                    !session.IsFinished
                    && session.Answered < session.Items
                    && (HasPanels || !session.Place.IsPanel)
                    && session.Place.Decks.Contains(path, StringComparer.Ordinal)
                )
                .OrderByDescending(session => session.Began);
}
