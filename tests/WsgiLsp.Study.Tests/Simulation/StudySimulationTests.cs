using System.Collections.Immutable;
using WsgiLsp.Decks.Model;
using WsgiLsp.Study.Grading;
using WsgiLsp.Study.Reviews;
using WsgiLsp.Study.Scheduling;
using WsgiLsp.Study.Sessions;
using WsgiLsp.Study.Simulation;

namespace WsgiLsp.Study.Tests.Simulation;

public class StudySimulationTests
{
    private const int Days = 60;

    private static readonly StudyMoment Now = new(
        new DateTimeOffset(2027, 1, 1, 20, 0, 0, TimeSpan.FromHours(1)),
        StudyDay.DefaultStart
    );

    private static readonly ImmutableArray<Card> Cards =
    [
        .. Enumerable.Range(1, 2).Select(n => Recall("seas", n) with { By = new DateOnly(2027, 1, 9) }),
        .. Enumerable.Range(1, 20).Select(n => Recall("rivers", n)),
        .. Deck.Parse(
            "# Blanks\n\n"
                + string.Concat(Enumerable.Range(1, 6).Select(n => $"## Both {{{{a{n}}}}} and {{{{b{n}}}}} flow\n\n"))
                + string.Concat(Enumerable.Range(1, 6).Select(n => $"## Is it {n}?\n\n- [x] yes\n- [ ] no {n}\n\n")),
            new DeckSettings { FileName = "blanks.deck.md" }
        ).Cards,
        .. Enumerable
            .Range(1, 6)
            .Select(n => Recall("lakes", n) with { Retention = 0.95, By = new DateOnly(2027, 2, 20) }),
    ];

    private static readonly SimulatedLearner Learner = new(LearnerHabits.Default, seed: 1);

    [Theory]
    [InlineData(0.75)]
    [InlineData(0.9)]
    [InlineData(0.97)]
    public void It_agrees_with_days_that_are_lived_with_a_log(double retention)
    {
        var settings = new SchedulerOptions
        {
            Retention = retention,
            LearningSteps = [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(10)],
            MaxInterval = 40,
        };
        var limits = new SessionOptions
        {
            NewPerDay = 4,
            NewPerDayOfDeck = ImmutableDictionary<string, int>.Empty.Add("rivers", 2),
            ReviewsPerDayOfDeck = ImmutableDictionary<string, int>.Empty.Add("blanks", 3),
        };
        using var lived = new ReplayedDays(Cards, settings, limits, Learner);
        lived.Begin(Grade.Easy);
        var simulation = new StudySimulation(Cards, lived.Log.ReadItemStates(), settings, limits, Learner);

        var (workload, items) = simulation.Play(retention, Now, Days);
        Assert.Equal(retention < 0.95 ? 2 : 0, lived.BroughtForward(Now.Day));
        lived.Live(Days);

        Assert.All(items, item => Assert.Equal(Told(item.Key, lived.State(item.Key)), Told(item.Key, item.State)));
        Assert.Equal(lived.Answers, workload.Answers);
        Assert.Equal(lived.Spent, workload.Spent);
        Assert.Equal(lived.Known(), workload.Known, 1e-9);
        Assert.InRange(workload.Answers, Cards.Length * 3, int.MaxValue);
        Assert.Equal(46, items.Count);
    }

    [Fact]
    public void Whoever_wants_to_know_more_works_more()
    {
        ImmutableArray<Workload> runs = [.. new[] { 0.7, 0.8, 0.9, 0.97 }.Select(retention => Run(retention, seed: 1))];

        Assert.Equal(runs.Select(run => run.Answers).Order(), runs.Select(run => run.Answers));
        Assert.Equal(runs.Select(run => run.Known).Order(), runs.Select(run => run.Known));
        Assert.All(runs, run => Assert.Equal(300, run.Learned));
        Assert.All(runs, run => Assert.InRange(run.Known / run.Learned, run.Retention, 1));
    }

    [Fact]
    public void A_seed_gives_the_same_days_and_another_one_others()
    {
        Assert.Equal(Run(0.9, seed: 1), Run(0.9, seed: 1));
        Assert.NotEqual(Run(0.9, seed: 1), Run(0.9, seed: 2));
    }

    [Fact]
    public void Suspended_cards_are_left_out_and_limits_of_nothing_learn_nothing()
    {
        ImmutableArray<Card> cards = [.. Enumerable.Range(1, 4).Select(n => Recall("rivers", n))];
        var suspended = ItemStates.Of([new(cards[0].Key, ItemState.New with { IsSuspended = true })]);
        var limits = new SessionOptions { NewPerDay = 100 };

        var run = Simulation(cards, suspended, limits, seed: 1).Run(0.9, Now, 2);
        Assert.Equal(3, run.Learned);

        var nothing = Simulation(cards, ItemStates.None, limits with { NewPerDay = 0 }, seed: 1).Run(0.9, Now, 2);
        Assert.Equal((0, 0, null), (nothing.Learned, nothing.Answers, nothing.MinutesPerKnown));
    }

    [Fact]
    public void Each_day_is_told_of()
    {
        var told = 0;
        Simulation([Recall("rivers", 1)], ItemStates.None, new SessionOptions(), seed: 1)
            .Run(0.9, Now, 7, () => told++);
        Assert.Equal(7, told);
    }

    [Fact]
    public void The_highest_retention_that_costs_hardly_more_is_advised()
    {
        Assert.Equal(0.85, RetentionAdvice.Of([At(0.8, 100), At(0.85, 104), At(0.9, 120)])?.Retention);
        Assert.Null(RetentionAdvice.Of([At(0.8, 100) with { Known = 0 }]));

        // None but what may be advised counts.
        Assert.Equal(0.8, RetentionAdvice.Of([At(0.7, 10), At(0.79, 20), At(0.8, 100), At(0.9, 120)])?.Retention);
        Assert.Equal(0.95, RetentionAdvice.Of([At(0.95, 102), At(0.96, 101), At(0.97, 100)])?.Retention);
        Assert.Null(RetentionAdvice.Of([At(0.75, 100), At(0.97, 100)]));

        static Workload At(double retention, double minutes) =>
            new()
            {
                Retention = retention,
                Days = 10,
                Answers = 1,
                Spent = TimeSpan.FromMinutes(minutes),
                LongestDay = TimeSpan.Zero,
                Learned = 100,
                Known = 90,
            };
    }

    /// <summary>All of a state but the time of day, which an item shares with no other where days are lived.</summary>
    private static object Told(string item, ItemState state) =>
        (
            item,
            (state.Schedule, state.DueDay, state.FirstDay, state.LastDay, state.LastGrade),
            (state.Repetitions, state.Lapses, state.LapseDay, state.AgainDay)
        );

    private static Workload Run(double retention, int seed) =>
        Simulation(
                [.. Enumerable.Range(1, 300).Select(n => Recall("rivers", n))],
                ItemStates.None,
                new SessionOptions(),
                seed
            )
            .Run(retention, Now, 200);

    private static StudySimulation Simulation(
        ImmutableArray<Card> cards,
        ItemStates states,
        SessionOptions limits,
        int seed
    ) => new(cards, states, new SchedulerOptions(), limits, new SimulatedLearner(LearnerHabits.Default, seed));

    private static Card Recall(string deck, int number) =>
        new()
        {
            DeckId = deck,
            Id = $"n{number}",
            Content = new RecallContent
            {
                Prompt = $"Number {number}?",
                Title = $"Number {number}?",
                Body = $"{number}",
            },
        };
}
