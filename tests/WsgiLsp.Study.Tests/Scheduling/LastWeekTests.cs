using FsCheck;
using FsCheck.Fluent;
using WsgiLsp.Decks.Model;
using WsgiLsp.Study.Grading;
using WsgiLsp.Study.Reviews;
using WsgiLsp.Study.Scheduling;
using WsgiLsp.Study.Sessions;
using WsgiLsp.Study.Statistics;

namespace WsgiLsp.Study.Tests.Scheduling;

/// <summary>A deck's day to be ready for: its cards are seen in the week before, and nothing else changes.</summary>
public class LastWeekTests
{
    private const string Item = "deck/card";
    private const int Today = 20_000;

    [Theory]
    [InlineData(8, 1, 7)]
    [InlineData(100, 93, 99)]
    public void What_is_answered_before_it_is_asked_in_it(int daysLeft, int first, int last) =>
        Assert.Equal((first, last), LastWeek.After(Today + daysLeft, Today));

    [Theory]
    [InlineData(7)]
    [InlineData(1)]
    [InlineData(0)]
    [InlineData(-30)]
    public void From_it_on_nothing_must_be(int daysLeft) => Assert.Null(LastWeek.After(Today + daysLeft, Today));

    [Fact]
    public void Without_a_date_nothing_must_be() => Assert.Null(LastWeek.After(null, Today));

    [Fact]
    public void No_interval_passes_it_and_memories_and_grades_stay()
    {
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(2000),
            Prop.ForAll(
                Arb.From(
                    from stability in Gen.Choose(1, 40_000)
                    from difficulty in Gen.Choose(10, 100)
                    from elapsed in Gen.Choose(1, 400)
                    from left in Gen.Choose(-20, 400)
                    from grade in Gen.Elements(Grade.Again, Grade.Hard, Grade.Good, Grade.Easy)
                    from busy in Gen.Choose(0, 5)
                    select (stability / 100.0, difficulty / 10.0, elapsed, left, grade, busy)
                ),
                one => Holds(one.Item1, one.Item2, one.elapsed, one.left, one.grade, one.busy)
            )
        );

        static bool Holds(double stability, double difficulty, int elapsed, int left, Grade grade, int busy)
        {
            var state = new ItemState
            {
                Schedule = new ItemSchedule(LearningPhase.Review, 0, new MemoryState(stability, difficulty)),
                DueDay = Today,
                LastDay = Today - elapsed,
                LastTime = TimeOf(Today - elapsed).ToUnixTimeMilliseconds(),
                Repetitions = 3,
            };
            var (free, cut) = (Plan(state, grade, by: null, busy), Plan(state, grade, Today + left, busy));
            var same = cut with { DueDay = free.DueDay };
            return same == free
                && (
                    free.After.IsOnStep || left <= 7 || free.DueDay < Today + left
                        ? cut.DueDay == free.DueDay
                        : cut.DueDay >= Today + left - 7 && cut.DueDay < Today + left
                );
        }
    }

    [Theory]
    [InlineData(10, 40, 30, true)]
    [InlineData(10, 30, 30, true)]
    [InlineData(10, 29, 30, false)] // It comes before the day as it is.
    [InlineData(23, 60, 30, false)] // It was answered in the last week.
    [InlineData(10, 60, 19, false)] // The day is past.
    [InlineData(10, 60, 20, true)] // It is today.
    public void What_was_planned_without_the_date_comes_in_the_week_before_it(int last, int due, int by, bool moves)
    {
        var state = new ItemState
        {
            Schedule = new ItemSchedule(LearningPhase.Review, 0, new MemoryState(20, 5)),
            LastDay = last,
            DueDay = due,
            Repetitions = 2,
        };

        var days = Enumerable.Range(1, 70).Select(n => LastWeek.Due($"deck/{n}", state, by, today: 20)).ToList();

        Assert.Equal(
            moves ? Enumerable.Range(by - 7, 7) : [due],
            days.Select(one => one.DueDay!.Value).Distinct().Order()
        );
        Assert.All(days, one => Assert.Equal(state, one with { DueDay = due }));
        Assert.Equal(days, Enumerable.Range(1, 70).Select(n => LastWeek.Due($"deck/{n}", state, by, today: 20)));
    }

    [Fact]
    public void New_items_and_those_on_a_step_are_not_brought_forward()
    {
        var onStep = new ItemState
        {
            Schedule = new ItemSchedule(LearningPhase.Learning, 0, new MemoryState(2, 5)),
            LastDay = 10,
            DueDay = 40,
        };

        Assert.Same(onStep, LastWeek.Due(Item, onStep, by: 30, today: 20));
        Assert.Same(ItemState.New, LastWeek.Due(Item, ItemState.New, by: 30, today: 20));
    }

    [Fact]
    public void All_who_ask_what_is_due_see_a_date_that_came_after_the_answer()
    {
        var card = new Card
        {
            DeckId = "deck",
            Id = "card",
            Content = new RecallContent
            {
                Prompt = "Q?",
                Title = "Q?",
                Body = "A",
            },
        };
        var ready = card with { By = DateOnly.FromDayNumber(new DateOnly(1970, 1, 1).DayNumber + Today + 20) };
        var states = ItemStates.Of([
            new(
                Item,
                new ItemState
                {
                    Schedule = new ItemSchedule(LearningPhase.Review, 0, new MemoryState(90, 5)),
                    FirstDay = Today - 10,
                    LastDay = Today - 10,
                    LastTime = TimeOf(Today - 10).ToUnixTimeMilliseconds(),
                    DueDay = Today + 80,
                    Repetitions = 2,
                }
            ),
        ]);
        var due = states.StateOf(ready, "", Today).DueDay!.Value;
        Assert.InRange(due, Today + 13, Today + 19);

        foreach (var (day, isDue) in new[] { (due - 1, 0), (due, 1), (Today + 20, 1), (Today + 21, 0) })
        {
            var moment = new StudyMoment(TimeOf(day), StudyDay.DefaultStart);
            Assert.Equal(isDue, DueCounts.Of([ready], states, moment, new SessionOptions()).Due);
            Assert.Equal(isDue, SessionPlan.Make([ready], states, moment, new SessionOptions()).Length);
            Assert.Equal(isDue, CardState.Of(ready, states, moment)!.Due);
            Assert.Equal(isDue, StudyStatistics.Of([ready], [], states, day, new SchedulerOptions()).Forecast[0]);
            Assert.Equal(0, DueCounts.Of([card], states, moment, new SessionOptions()).Due);
        }
    }

    [Fact]
    public void Replay_keeps_the_days_even_where_the_date_is_gone()
    {
        using var folder = new TestFolder();
        var clock = TestClock.At("2027-01-01T12:00:00+00:00");
        var aim = new DeckAim(null, StudyDate.DayOf(new DateOnly(2027, 2, 14)));
        using var log = ReviewLog.Open(folder.LogPath, clock);
        while (clock.Now < new DateTimeOffset(2027, 2, 7, 0, 0, 0, TimeSpan.Zero))
        {
            log.Append(
                new()
                {
                    Kind = ReviewEventKind.Review,
                    Item = Item,
                    Grade = Grade.Easy,
                    Mode = "recall",
                },
                aim
            );
            clock.Now = TimeOf(log.ReadItemStates()[Item].DueDay!.Value);
        }

        var state = log.ReadItemStates()[Item];
        Assert.InRange(state.DueDay!.Value, aim.By!.Value - 7, aim.By.Value - 1);
        Assert.True(log.Verify().IsSound);
        log.Rebuild();
        Assert.Equal(state, log.ReadItemStates()[Item]);
    }

    private static AnswerPlan Plan(ItemState state, Grade grade, int? by, int busy) =>
        AnswerPlan.Of(
            Item,
            state,
            grade,
            new StudyMoment(TimeOf(Today), StudyDay.DefaultStart),
            new LearnerSchedulers(LearnerFsrs.Default, new SchedulerOptions()).For(new DeckAim(null, by))[
                WeightsFamily.Production
            ],
            day => day % 7 == 0 ? busy : 0
        );

    private static DateTimeOffset TimeOf(int day) =>
        new DateTimeOffset(1970, 1, 1, 12, 0, 0, TimeSpan.Zero).AddDays(day);
}
