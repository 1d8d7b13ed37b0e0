using System.Collections.Immutable;
using WsgiLsp.Decks.Model;
using WsgiLsp.Study.Grading;
using WsgiLsp.Study.Reviews;
using WsgiLsp.Study.Scheduling;
using WsgiLsp.Study.Sessions;
using WsgiLsp.Study.Simulation;

namespace WsgiLsp.Study.Tests.Simulation;

/// <summary>
/// Days of study as they are lived: a log on disk, a clock, and each day sessions until nothing is left. What a simulation
/// must agree with.
/// </summary>
internal sealed class ReplayedDays : IDisposable
{
    private readonly TestFolder folder = new();
    private readonly TestClock clock = TestClock.At("2027-01-01T20:00:00+01:00");
    private readonly IReadOnlyList<Card> cards;
    private readonly SimulatedLearner learner;
    private readonly SessionOptions limits;

    public ReplayedDays(
        IReadOnlyList<Card> cards,
        SchedulerOptions settings,
        SessionOptions limits,
        SimulatedLearner learner
    )
    {
        (this.cards, this.learner) = (cards, learner);
        this.limits = limits with { Limit = null, Order = SessionOrder.Due };
        Log = ReviewLog.Open(folder.LogPath, clock, new ReviewLogOptions { Scheduler = settings });
    }

    public ReviewLog Log { get; }

    public int Answers { get; private set; }

    public TimeSpan Spent { get; private set; }

    public ItemState State(string item) => Log.ReadItemStates()[item];

    /// <summary>Answers once what is asked this evening, when the decks have no wishes yet.</summary>
    public void Begin(Grade grade)
    {
        foreach (var item in Ask())
        {
            Log.Append(Review(item, grade));
        }
    }

    /// <summary>Number of items that are due earlier than the log says, because of their decks' dates.</summary>
    public int BroughtForward(int day) =>
        cards.Count(card => Log.ReadItemStates().StateOf(card, card.Items[0], day).DueDay < State(card.Key).DueDay);

    public void Live(int days)
    {
        for (var ahead = 1; ahead <= days; ahead++)
        {
            var noon = clock.Now.Date.AddDays(1).AddHours(12);
            clock.Now = new DateTimeOffset(noon, clock.Now.Offset);
            foreach (var item in Ask())
            {
                Answer(item);
                while (State(item.Key) is { DueTime: { } due } state && state.IsDueOn(Log.Today))
                {
                    clock.Now = DateTimeOffset.FromUnixTimeMilliseconds(due).ToOffset(clock.Now.Offset);
                    Answer(item);
                }
            }

            Assert.Equal(noon.Date, clock.Now.Date);
        }
    }

    /// <summary>The sum of the chances of recall, on the day after the last.</summary>
    public double Known()
    {
        var states = Log.ReadItemStates();
        return cards
            .SelectMany(card => card.Items.Select(name => (card.Kind, State: states[SessionItem.KeyOf(card, name)])))
            .Where(item => !item.State.IsNew)
            .Sum(item =>
                states
                    .Fsrs[item.Kind]
                    .Retrievability(item.State.Schedule.Memory.Stability, Log.Today + 1 - item.State.LastDay!.Value)
            );
    }

    public void Dispose()
    {
        Log.Dispose();
        folder.Dispose();
    }

    private ImmutableArray<SessionItem> Ask() => SessionPlan.Make(cards, Log.ReadItemStates(), Log.Now, limits);

    private void Answer(SessionItem item)
    {
        var before = State(item.Key);
        var grade = learner.Answer(item.Key, before, Log.Now, Log.ReadItemStates().Fsrs[item.Card.Kind]);
        Log.Append(Review(item, grade), DeckAim.Of(item.Card));
        Answers++;
        Spent += learner.Habits.TimeOf(before.IsNew, grade);
    }

    private static ReviewEvent Review(SessionItem item, Grade grade) =>
        ReviewEvents.Review(item, new GradedAnswer { Grade = grade }, TimeSpan.FromSeconds(5));
}
