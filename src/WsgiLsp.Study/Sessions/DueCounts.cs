using System.Collections.Immutable;
using WsgiLsp.Decks.Model;
using WsgiLsp.Study.Reviews;

namespace WsgiLsp.Study.Sessions;

/// <summary>How much there is to study. Suspended cards and notes do not count, nor what was buried today.</summary>
/// <param name="Due">Items due at this moment.</param>
/// <param name="Later">Items due later today: on steps.</param>
/// <param name="New">New items.</param>
/// <param name="NewToday">New items that the day's limit leaves.</param>
/// <param name="Next">The study day on which the next items are due after today, or null.</param>
/// <param name="OnNext">How many are due on that day.</param>
public sealed record DueCounts(int Due, int Later, int New, int NewToday, int? Next, int OnNext)
{
    /// <summary>Whether new items wait for nothing but another day, because today's limit is reached.</summary>
    public bool IsLimitReached { get; init; }

    /// <summary>Counts the items of some cards.</summary>
    /// <param name="cards">The cards.</param>
    /// <param name="states">What the log knows of items.</param>
    /// <param name="moment">Now.</param>
    /// <param name="options">Selection, mode and limits.</param>
    public static DueCounts Of(
        IReadOnlyCollection<Card> cards,
        ItemStates states,
        StudyMoment moment,
        SessionOptions options
    )
    {
        var (today, now) = (moment.Day, moment.Milliseconds);
        var (due, later, fresh) = (0, 0, 0);
        var holders = new List<Card>();
        var (next, onNext) = (default(int?), 0);
        foreach (var card in cards)
        {
            bool? isWanted = null;
            foreach (var name in card.Items)
            {
                // Most items are due some day after the next: what their cards say need not even be looked at.
                var state = states.StateOf(card, name, today);
                if (
                    state.IsSuspended
                    || state.IsBuriedOn(today)
                    || (!state.WaitsAsNew && (state.DueDay is null || state.DueDay > next))
                )
                {
                    continue;
                }

                if (!(isWanted ??= IsWanted(card, options)))
                {
                    break;
                }

                if (state.WaitsAsNew)
                {
                    fresh++;
                    if (holders is not [.., var last] || !ReferenceEquals(last, card))
                    {
                        holders.Add(card);
                    }
                }
                else if (state.IsDueAt(today, now))
                {
                    due++;
                }
                else if (state.IsDueOn(today))
                {
                    later++;
                }
                else if (state.DueDay is { } day)
                {
                    onNext = day == next ? onNext + 1 : 1;
                    next = day;
                }
            }
        }

        var newToday =
            fresh == 0
                ? 0
                : SessionPlan.CountNew(holders, cards, states, moment, options with { Choice = ItemChoice.Default });
        return new DueCounts(due, later, fresh, newToday, next, onNext)
        {
            IsLimitReached =
                newToday == 0
                && fresh > 0
                && SessionPlan.CountNew(holders, cards, states, moment, Unlimited(options)) > 0,
        };
    }

    private static SessionOptions Unlimited(SessionOptions options) =>
        options with
        {
            Choice = ItemChoice.Default,
            NewPerDay = int.MaxValue,
            NewPerDayOfDeck = ImmutableDictionary<string, int>.Empty,
        };

    private static bool IsWanted(Card card, SessionOptions options) =>
        !card.Suspended && options.Wants(card) && SessionPlan.CanAsk(card);
}
