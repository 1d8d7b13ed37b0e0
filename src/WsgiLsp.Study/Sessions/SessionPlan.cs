using System.Collections.Immutable;
using WsgiLsp.Decks.Model;
using WsgiLsp.Study.Chance;
using WsgiLsp.Study.Reviews;
using WsgiLsp.Study.Scheduling;

namespace WsgiLsp.Study.Sessions;

/// <summary>Which items a session asks, in which order. Pure.</summary>
public static class SessionPlan
{
    /// <summary>Options are named by one letter each; a card with more of them is not asked.</summary>
    private const int MaxOptions = 26;

    /// <summary>
    /// Plans a session. Left out are notes, what the author or the learner suspended, what was buried today, cards that
    /// cannot be answered (the rules report them), cards whose requirements are not learned, further items of a card that
    /// was asked today, and explain cards of a group whose options were seen today.
    /// </summary>
    /// <param name="cards">All cards, in the decks' order: those of other decks may be required.</param>
    /// <param name="states">What the log knows of items.</param>
    /// <param name="moment">Now.</param>
    /// <param name="options">What is wanted.</param>
    public static ImmutableArray<SessionItem> Make(
        IReadOnlyCollection<Card> cards,
        ItemStates states,
        StudyMoment moment,
        SessionOptions options
    )
    {
        var asked = Askable(cards, states, moment, options).ToList();
        var chosen = SiblingRules.Apply(
            Ordered(asked, moment, options, states.Fsrs),
            cards,
            states,
            moment.Day,
            keepsOrder: options.Order == SessionOrder.Deck,
            options.Selection.NamesCards
        );
        return
        [
            .. Limited(chosen, states, moment.Day, options)
                .Select(candidate => Item(candidate.Card, candidate.Name, candidate.State, options.Seed, options.Mode))
                .Concat(options.Mode == StudyMode.Match ? Pairs(cards, states, moment, options) : [])
                .Take(options.Limit ?? int.MaxValue),
        ];
    }

    /// <summary>How many new items a session without a limit of its own would ask.</summary>
    /// <param name="holders">The cards that have new items.</param>
    /// <param name="cards">All cards.</param>
    /// <param name="states">What the log knows of items.</param>
    /// <param name="moment">Now.</param>
    /// <param name="options">What is wanted.</param>
    internal static int CountNew(
        IReadOnlyCollection<Card> holders,
        IReadOnlyCollection<Card> cards,
        ItemStates states,
        StudyMoment moment,
        SessionOptions options
    )
    {
        // As in any order that sessions have, what is due of a card goes before what is new of it.
        var asked = Askable(holders, cards, states, moment, options).OrderBy(candidate => candidate.State.WaitsAsNew);
        var chosen = SiblingRules.Apply(
            asked,
            cards,
            states,
            moment.Day,
            keepsOrder: true,
            options.Selection.NamesCards
        );
        return Limited(chosen, states, moment.Day, options).Count(candidate => candidate.State.WaitsAsNew);
    }

    /// <summary>An item, whatever the log or its author say of suspending it.</summary>
    /// <param name="card">The card.</param>
    /// <param name="name">Which of its items.</param>
    /// <param name="state">What the log knows of it.</param>
    /// <param name="seed">Decides the order of options.</param>
    /// <param name="mode">The session's mode; an exam's answers are practice until its end.</param>
    /// <exception cref="ArgumentException">
    /// The card cannot be asked, see <see cref="CanAsk"/>, or not by an exam, which needs a machine's verdict.
    /// </exception>
    public static SessionItem Item(
        Card card,
        string name,
        ItemState state,
        int seed,
        StudyMode mode = StudyMode.Mixed
    ) =>
        CanAsk(card) && (mode != StudyMode.Exam || mode.Has(card.Kind))
            ? new SessionItem
            {
                Card = card,
                Name = name,
                IsNew = state.IsNew,
                IsSuspended = state.IsSuspended,
                FormerAnswer = state.FormerAnswer,
                IsExam = mode == StudyMode.Exam,
                IsPractice = mode == StudyMode.Exam,
                ShownOrder = ShownOrder.Of(card, seed),
            }
            : throw new ArgumentException($"The card {card.Key} cannot be asked.", nameof(card));

    /// <summary>Number of recall cards among those wanted, which an exam leaves out: only their reader can grade them.</summary>
    /// <param name="cards">All cards.</param>
    /// <param name="selection">Which of them are wanted.</param>
    public static int CountRecall(IEnumerable<Card> cards, CardSelection selection) =>
        cards.Count(card => card.Kind == CardKind.Recall && !card.Suspended && CanAsk(card) && selection.Has(card));

    /// <summary>Whether a session can ask a card at all.</summary>
    public static bool CanAsk(Card card) =>
        card.Content switch
        {
            TrueFalseContent or ClozeContent or TypedContent => true,
            OrderContent order => order.Items.Length is > 1 and <= MaxOptions,
            MatchContent match => match.Pairs.Length is > 1 and <= MaxOptions,
            RecallContent recall => recall.Body.Length > 0,
            ChoiceContent choice => choice.Options.Length <= MaxOptions && choice.Options.Any(option => option.Correct),
            ExplainContent explain => explain.Concepts.Length > 0,
            PlannedContent planned => planned.CanAsk,
            _ => false,
        };

    /// <summary>Practice needs no item to be due.</summary>
    private static IEnumerable<SessionItem> Pairs(
        IReadOnlyCollection<Card> cards,
        ItemStates states,
        StudyMoment moment,
        SessionOptions options
    ) =>
        RecallPairs.Of(
            Askable(
                cards,
                states,
                moment,
                options with
                {
                    Mode = StudyMode.Recall,
                    Choice = options.Choice == ItemChoice.Default ? ItemChoice.All : options.Choice,
                }
            ),
            options.Seed
        );

    /// <summary>The items that are wanted, in the decks' order.</summary>
    internal static IEnumerable<Candidate> Askable(
        IReadOnlyCollection<Card> cards,
        ItemStates states,
        StudyMoment moment,
        SessionOptions options
    ) => Askable(cards, cards, states, moment, options);

    /// <summary>Those of some cards, where all may be required.</summary>
    private static IEnumerable<Candidate> Askable(
        IReadOnlyCollection<Card> some,
        IReadOnlyCollection<Card> cards,
        ItemStates states,
        StudyMoment moment,
        SessionOptions options
    )
    {
        var gate = new RequirementGate(cards, states);
        var position = 0;
        foreach (var card in some)
        {
            if (!options.Wants(card) || !CanAsk(card) || (card.Suspended && !options.Selection.NamesCards))
            {
                continue;
            }

            foreach (var name in card.Items)
            {
                var key = SessionItem.KeyOf(card, name);
                var state = states.StateOf(card, name, moment.Day);
                if (
                    IsChosen(key, state, moment, options)
                    && (
                        options.Selection.NamesCards
                        || (
                            !state.IsSuspended
                            && !state.IsBuriedOn(moment.Day)
                            && (
                                !state.WaitsAsNew
                                || options.Mode is StudyMode.Exam or StudyMode.CheatSheet
                                || gate.Lets(card)
                            )
                        )
                    )
                )
                {
                    yield return new Candidate(card, name, state, position++);
                }
            }
        }
    }

    private static bool IsChosen(string key, ItemState state, StudyMoment moment, SessionOptions options)
    {
        if (options.Choice == ItemChoice.Default)
        {
            return options.Selection.NamesCards
                || options.Mode is StudyMode.Exam or StudyMode.CheatSheet
                || state.IsNew
                || state.IsDueAt(moment.Day, moment.Milliseconds);
        }

        return (Wants(ItemChoice.Due) && state.IsDueAt(moment.Day, moment.Milliseconds))
            || (Wants(ItemChoice.New) && state.IsNew)
            || (Wants(ItemChoice.Leeches) && state.IsLeech)
            || (Wants(ItemChoice.Missed) && options.Missed.Contains(key))
            || Wants(ItemChoice.All);

        bool Wants(ItemChoice choice) => options.Choice.HasFlag(choice);
    }

    private static IEnumerable<Candidate> Ordered(
        List<Candidate> candidates,
        StudyMoment moment,
        SessionOptions options,
        LearnerFsrs fsrs
    )
    {
        var due = candidates.Count(candidate => !candidate.State.WaitsAsNew);
        var order =
            options.Order
            ?? (
                options.Mode == StudyMode.Exam ? SessionOrder.Random
                : due > options.Limit ? SessionOrder.Retrievability
                : SessionOrder.Due
            );
        return order switch
        {
            SessionOrder.Deck => candidates,
            SessionOrder.Random => SeededRandom.For(options.Seed, "order of cards").Shuffle(candidates),
            SessionOrder.Retrievability => candidates
                .OrderBy(c => c.State.WaitsAsNew)
                .ThenByDescending(c => c.State.SureAndWrongDay == moment.Day - 1)
                .ThenByDescending(c => Retrievability(c.State, moment, fsrs[c.Card.Kind])),
            _ => candidates
                .OrderBy(c => c.State.WaitsAsNew)
                .ThenByDescending(c => c.State.SureAndWrongDay == moment.Day - 1)
                .ThenBy(c => c.State.DueDay)
                .ThenBy(c => c.State.DueTime),
        };
    }

    /// <summary>The chance that an item is still remembered, 0…1; 1 for a new one, of which nothing is forgotten.</summary>
    internal static double Retrievability(ItemState state, StudyMoment moment, Fsrs fsrs) =>
        state.LastDay is { } last
            ? fsrs.Retrievability(state.Schedule.Memory.Stability, Math.Max(0, moment.Day - last))
            : 1;

    /// <summary>Takes new items, and items of decks with limits, only up to what the day has left.</summary>
    private static IEnumerable<Candidate> Limited(
        IEnumerable<Candidate> candidates,
        ItemStates states,
        int day,
        SessionOptions options
    )
    {
        var isLimited =
            options is { Choice: ItemChoice.Default, Selection.NamesCards: false, Mode: not StudyMode.Exam };
        if (!isLimited)
        {
            return candidates;
        }

        var left = new DayLimits(states, day, options);
        return candidates.Where(candidate => left.Take(candidate.Card.DeckId, candidate.State.WaitsAsNew));
    }
}

/// <summary>An item that may be asked.</summary>
/// <param name="Card">The card.</param>
/// <param name="Name">Which of its items.</param>
/// <param name="State">What the log knows of it.</param>
/// <param name="Position">Its place in the decks' order.</param>
internal sealed record Candidate(Card Card, string Name, ItemState State, int Position);
