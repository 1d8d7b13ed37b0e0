using WsgiLsp.Decks.Model;
using WsgiLsp.Study.Grading;
using WsgiLsp.Study.Reviews;
using WsgiLsp.Study.Sessions;

namespace WsgiLsp.Study.Statistics;

/// <summary>Where a card's items are at a moment: what of it is due, and how well it is remembered.</summary>
public sealed record CardState
{
    /// <summary>Number of its items that are studied: neither suspended nor buried today.</summary>
    public int Studied { get; private init; }

    /// <summary>How many of them were never answered and wait for their turn.</summary>
    public int New { get; private init; }

    /// <summary>How many of them are due at this moment.</summary>
    public int Due { get; private init; }

    /// <summary>The study day on which the next of them is due, which may be past; null where all are new.</summary>
    public int? DueDay { get; private init; }

    /// <summary>When that one is due, ms UTC, where it is on a step; else null.</summary>
    public long? DueTime { get; private init; }

    /// <summary>Whether its author or learner suspended all of it.</summary>
    public bool IsSuspended { get; private init; }

    /// <summary>Whether some of it is not asked today because the learner buried it, and the rest is suspended.</summary>
    public bool IsBuried { get; private init; }

    /// <summary>The chance that the most forgotten of its items is remembered, 0…1; null where none was answered.</summary>
    public double? Retrievability { get; private init; }

    /// <summary>The grade of the last answer with an effect on the schedule; null where there is none.</summary>
    public Grade? LastGrade { get; private init; }

    /// <summary>When that was, ms UTC.</summary>
    public long? LastTime { get; private init; }

    /// <summary>The longest of its intervals, in days; 0 where none waits days.</summary>
    public int Interval { get; private init; }

    /// <summary>How often the worst of its items was missed.</summary>
    public int Lapses { get; private init; }

    /// <summary>Whether it was missed so often that it should be changed.</summary>
    public bool IsLeech { get; private init; }

    /// <summary>Whether the log knows anything of it.</summary>
    public bool HasHistory => Retrievability is not null;

    /// <summary>The state of a card; null where it cannot be asked.</summary>
    /// <param name="card">The card.</param>
    /// <param name="states">What the log knows of items.</param>
    /// <param name="moment">Now.</param>
    public static CardState? Of(Card card, ItemStates states, StudyMoment moment)
    {
        if (!SessionPlan.CanAsk(card))
        {
            return null;
        }

        var (today, now) = (moment.Day, moment.Milliseconds);
        List<StudiedItem> items = [.. card.Items.Select(name => StudiedItem.Of(card, name, states, today))];
        var active = items.FindAll(item => !item.IsSuspended);
        var studied = active.FindAll(item => !item.State.IsBuriedOn(today));
        var answered = items.FindAll(item => item.State.LastTime is not null);
        var last = answered.MaxBy(item => item.State.LastTime)?.State;
        var next = studied
            .Where(item => item.State.DueDay is not null)
            .MinBy(item => (item.State.DueDay, item.State.DueTime ?? 0))
            ?.State;
        return new CardState
        {
            Studied = studied.Count,
            New = studied.Count(item => item.State.WaitsAsNew),
            Due = studied.Count(item => !item.State.WaitsAsNew && item.State.IsDueAt(today, now)),
            DueDay = next?.DueDay,
            DueTime = next?.DueTime,
            IsSuspended = active.Count == 0,
            IsBuried = studied.Count == 0 && active.Count > 0,
            Retrievability =
                answered.Count == 0
                    ? null
                    : answered.Min(item => SessionPlan.Retrievability(item.State, moment, states.Fsrs[card.Kind])),
            LastGrade = last?.LastGrade,
            LastTime = last?.LastTime,
            Interval = items.Max(item => item.Interval),
            Lapses = items.Max(item => item.State.Lapses),
            IsLeech = active.Exists(item => item.State.IsLeech),
        };
    }
}
