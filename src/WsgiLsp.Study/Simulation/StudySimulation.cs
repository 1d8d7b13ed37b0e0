using WsgiLsp.Decks.Model;
using WsgiLsp.Study.Reviews;
using WsgiLsp.Study.Scheduling;
using WsgiLsp.Study.Sessions;

namespace WsgiLsp.Study.Simulation;

/// <summary>
/// Plays days of study to come: what is due is asked, and what is new within the day's limits, by the same plans and with the
/// same states as the log makes them. Everything is finished on its day, but for what limits leave to the next. The same
/// beginning and seed give the same days. Pure.
/// </summary>
/// <param name="cards">The cards, in the decks' order.</param>
/// <param name="states">Where the learner is.</param>
/// <param name="settings">The learner's schedulers; each deck's own retention and date hold.</param>
/// <param name="limits">What a day takes.</param>
/// <param name="learner">Who answers.</param>
public sealed class StudySimulation(
    IReadOnlyCollection<Card> cards,
    ItemStates states,
    SchedulerOptions settings,
    SessionOptions limits,
    SimulatedLearner learner
)
{
    // So long after a day begins, that clocks put forward or back do not matter, nor where the learner was the evening before.
    private static readonly TimeSpan Morning = TimeSpan.FromHours(8);

    /// <summary>Number of items that are asked, whatever a day takes.</summary>
    public int Count => Items(new LearnerSchedulers(states.Fsrs, settings)).Count;

    /// <summary>Plays the days that follow a moment's.</summary>
    /// <param name="retention">The chance of recall at which items are asked again, .7….99.</param>
    /// <param name="now">The moment.</param>
    /// <param name="days">Number of days, at least 1.</param>
    /// <param name="step">Called after each day; null for nobody.</param>
    public Workload Run(double retention, StudyMoment now, int days, Action? step = null) =>
        Play(retention, now, days, step).Workload;

    /// <summary>The same, with the items as they are in the end.</summary>
    internal (Workload Workload, IReadOnlyList<SimulatedItem> Items) Play(
        double retention,
        StudyMoment now,
        int days,
        Action? step = null
    )
    {
        var schedulers = new LearnerSchedulers(states.Fsrs, settings with { Retention = retention });
        var items = Items(schedulers);
        var study = new Study(items, states, now.Day, schedulers, limits, learner);
        var longest = TimeSpan.Zero;
        for (var ahead = 1; ahead <= days; ahead++)
        {
            var before = study.Spent;
            study.Day(DayStart(now, ahead) + Morning, now.DayStart);
            longest = study.Spent - before > longest ? study.Spent - before : longest;
            step?.Invoke();
        }

        var end = new StudyMoment(DayStart(now, days + 1), now.DayStart);
        var learned = items.FindAll(item => !item.State.IsNew);
        return (
            new Workload
            {
                Retention = retention,
                Days = days,
                Answers = study.Answers,
                Spent = study.Spent,
                LongestDay = longest,
                Learned = learned.Count,
                Known = learned.Sum(item => SessionPlan.Retrievability(item.State, end, item.Scheduler.Fsrs)),
            },
            items
        );
    }

    /// <summary>When a study day begins: the offset stays what it is now.</summary>
    private static DateTimeOffset DayStart(StudyMoment now, int ahead) =>
        new(
            DateTime.UnixEpoch.Ticks + ((now.Day + ahead) * TimeSpan.TicksPerDay) + now.DayStart.Ticks,
            now.Time.Offset
        );

    private List<SimulatedItem> Items(LearnerSchedulers schedulers)
    {
        var keys = new HashSet<string>(StringComparer.Ordinal);
        var items = new List<SimulatedItem>();
        var ofDecks = new Dictionary<DeckAim, LearnerSchedulers>();
        foreach (var card in cards.Where(card => !card.Suspended && limits.Wants(card) && SessionPlan.CanAsk(card)))
        {
            SimulatedItem? sibling = null;
            var scheduler = Of(DeckAim.Of(card))[WeightsFamilies.Of(card.Kind)];
            foreach (var key in card.Items.Select(name => SessionItem.KeyOf(card, name)))
            {
                var state = states[key];
                if (!state.IsSuspended && keys.Add(key))
                {
                    sibling = sibling is null
                        ? new SimulatedItem(key, card, scheduler, state, items.Count)
                        : new SimulatedItem(key, sibling, state, items.Count);
                    items.Add(sibling);
                }
            }
        }

        return items;

        LearnerSchedulers Of(DeckAim aim)
        {
            if (!ofDecks.TryGetValue(aim, out var found))
            {
                ofDecks[aim] = found = schedulers.For(aim);
            }

            return found;
        }
    }

    /// <summary>The days of one run.</summary>
    private sealed class Study
    {
        private readonly LearnerSchedulers _schedulers;
        private readonly SessionOptions _limits;
        private readonly SimulatedLearner _learner;
        private readonly DayLoad _load = new();
        private readonly PriorityQueue<SimulatedItem, (int Day, int Order)> _due = new();
        private readonly LinkedList<SimulatedItem> _new;

        public Study(
            IReadOnlyList<SimulatedItem> items,
            ItemStates states,
            int today,
            LearnerSchedulers schedulers,
            SessionOptions limits,
            SimulatedLearner learner
        )
        {
            (_schedulers, _limits, _learner) = (schedulers, limits, learner);
            foreach (var (_, state) in states.Known)
            {
                // Other decks' items keep their days.
                _load.Move(null, state.DueDay);
            }

            foreach (var item in items)
            {
                Wait(item, today);
            }

            _new = new LinkedList<SimulatedItem>(items.Where(item => item.State.WaitsAsNew));
        }

        public int Answers { get; private set; }

        public TimeSpan Spent { get; private set; }

        public void Day(DateTimeOffset time, TimeSpan dayStart)
        {
            var moment = new StudyMoment(time, dayStart);
            var left = new DayLimits(ItemStates.None, moment.Day, _limits);
            foreach (var item in Due(moment.Day))
            {
                if (item.TryAsk(moment.Day) && left.Take(item.Card.DeckId, isNew: false))
                {
                    Finish(item, moment);
                }

                Wait(item, moment.Day);
            }

            for (var node = _new.First; node is not null; )
            {
                var (item, next) = (node.Value, node.Next);
                if (item.TryAsk(moment.Day) && left.Take(item.Card.DeckId, isNew: true))
                {
                    Finish(item, moment);
                    Wait(item, moment.Day);
                    _new.Remove(node);
                }

                node = left.HasNew ? next : null;
            }
        }

        private List<SimulatedItem> Due(int day)
        {
            var due = new List<SimulatedItem>();
            while (_due.TryPeek(out var item, out var place) && place.Day <= day)
            {
                _due.Dequeue();
                if (item.DueDay(day) <= day)
                {
                    due.Add(item);
                }
                else
                {
                    // The day to be ready for has passed, and with it the haste.
                    Wait(item, day);
                }
            }

            return due;
        }

        private void Wait(SimulatedItem item, int today)
        {
            if (item.DueDay(today) is { } day)
            {
                _due.Enqueue(item, (day, item.Order));
            }
        }

        /// <summary>
        /// Asks an item, and again while it is on a step of the same day. Each item has the day for itself: what others take is
        /// left out, so that no day is too short.
        /// </summary>
        private void Finish(SimulatedItem item, StudyMoment moment)
        {
            Answer(item, moment);
            while (item.State is { DueTime: { } due } state && state.IsDueOn(moment.Day))
            {
                moment = moment with
                {
                    Time = DateTimeOffset.FromUnixTimeMilliseconds(due).ToOffset(moment.Time.Offset),
                };
                Answer(item, moment);
            }
        }

        private void Answer(SimulatedItem item, StudyMoment moment)
        {
            var before = item.State;
            var given = _learner.Answer(item.Key, before, moment, item.Scheduler.Fsrs);
            var plan = AnswerPlan.Of(item.Key, before, given, moment, item.Scheduler, _load.On);
            item.State = ItemFold.Next(
                before,
                new HistoryEvent(default, moment.Milliseconds, moment.Day, ReviewEventKind.Review)
                {
                    Grade = plan.Grade,
                    Practice = plan.Practice,
                    RawInterval = plan.RawInterval,
                    DueDay = plan.DueDay,
                    Phase = plan.After.Phase,
                    Step = plan.After.Step,
                    Family = WeightsFamilies.Of(item.Card.Kind),
                },
                _schedulers
            );
            _load.Move(before.DueDay, item.State.DueDay);
            Answers++;
            Spent += _learner.Habits.TimeOf(before.IsNew, given);
        }
    }
}
