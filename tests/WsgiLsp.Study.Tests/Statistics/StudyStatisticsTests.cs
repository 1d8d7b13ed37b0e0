using WsgiLsp.Study.Grading;
using WsgiLsp.Study.Reviews;
using WsgiLsp.Study.Scheduling;
using WsgiLsp.Study.Statistics;

namespace WsgiLsp.Study.Tests.Statistics;

public class StudyStatisticsTests
{
    private static readonly SchedulerOptions Options = new();

    [Theory]
    [InlineData("0g", 0, 0, 0, 0)]
    [InlineData("0a 1g", 0, 0, 0, 0)]
    [InlineData("0g>5 5g>20", 1, 1, 0, 0)]
    [InlineData("0g>20 20h", 1, 1, 0, 0)]
    [InlineData("0g>21 21g", 0, 0, 1, 1)]
    [InlineData("0g>30 30a", 0, 0, 0, 1)]
    [InlineData("0g>5 5a>6 6g>40 40g", 1, 2, 1, 1)]
    [InlineData("0g>5 5a>6 5g>9", 0, 1, 0, 0)]
    [InlineData("0g>5 k5g", 0, 0, 0, 0)]
    [InlineData("0g>5 K5g", 1, 1, 0, 0)]
    [InlineData("0g>5 p5g 5a", 0, 0, 0, 0)]
    [InlineData("0g>5 p5a", 0, 0, 0, 0)]
    [InlineData("0g>5 5gu 5a", 0, 1, 0, 0)]
    [InlineData("0g>5 5ar", 1, 1, 0, 0)]
    [InlineData("0g>5x 5g>9 9a", 0, 1, 0, 0)]
    [InlineData("0g>5x 5g", 0, 0, 0, 0)]
    public void True_retention_takes_first_answers_of_items_in_review(
        string script,
        int youngRight,
        int young,
        int matureRight,
        int mature
    )
    {
        var retention = Statistics(AnswerScript.Events(script), day: 40).Retention;

        Assert.Equal(new Share(youngRight, young), retention.Young);
        Assert.Equal(new Share(matureRight, mature), retention.Mature);
        Assert.Equal(new Share(youngRight + matureRight, young + mature), retention.All);
    }

    [Fact]
    public void Recent_retention_is_that_of_the_last_days()
    {
        var statistics = Statistics(AnswerScript.Events("0g>10 10a>11 11g>50 50g"), day: 79);

        Assert.Equal(new Share(2, 3), statistics.Retention.All);
        Assert.Equal(new Share(1, 1), statistics.RecentRetention.All);
        Assert.Equal(new Share(0, 0), Statistics(AnswerScript.Events("0g>50 50g"), day: 80).RecentRetention.All);
    }

    [Fact]
    public void An_attached_history_counts_for_its_heir_until_it_is_detached()
    {
        var events = AnswerScript.Events("0g>5", "old/card");
        var attach = AnswerScript.At(
            1,
            0,
            new()
            {
                Kind = ReviewEventKind.Attach,
                Item = AnswerScript.Item,
                Given = "old/card",
            }
        );
        events.Add(attach);
        events.AddRange(AnswerScript.Events("5a"));

        Assert.Equal(new Share(0, 1), Statistics(events, day: 6).Retention.Young);

        events.Add(
            AnswerScript.At(
                7,
                0,
                new()
                {
                    Kind = ReviewEventKind.Detach,
                    Item = AnswerScript.Item,
                    Target = attach.Id,
                }
            )
        );
        Assert.Equal(new Share(0, 0), Statistics(events, day: 7).Retention.Young);
    }

    [Fact]
    public void Answers_to_other_cards_do_not_count()
    {
        var statistics = Statistics(AnswerScript.Events("0g>5 5g>20", "other/card"), day: 5);

        Assert.Equal(0, statistics.Retention.All.Total);
        Assert.Equal(0, statistics.Work.Sum(day => day.Answers));
    }

    [Fact]
    public void Certainty_is_held_against_what_a_machine_found()
    {
        var events = new[]
        {
            Answer(true, Certainty.Sure),
            Answer(false, Certainty.Sure),
            Answer(true, Certainty.Guess),
            Answer(false, null),
            Answer(null, null),
        };

        var certainty = Statistics(events, day: 0).Certainty;

        Assert.Equal(new Share(1, 2), certainty.Sure);
        Assert.Equal(new Share(1, 1), certainty.Guessed);
        Assert.Equal(new Share(0, 1), certainty.Unmarked);

        static LoggedEvent Answer(bool? correct, Certainty? certainty) =>
            AnswerScript.At(
                0,
                0,
                new()
                {
                    Kind = ReviewEventKind.Review,
                    Item = AnswerScript.Item,
                    Grade = Grade.Again,
                    Correct = correct,
                    Certainty = certainty,
                }
            );
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(9)]
    [InlineData(400)]
    public void Predictions_are_put_into_the_range_of_the_expected_recall(int day)
    {
        var statistics = Statistics(AnswerScript.Events($"0g>{day} {day}a"), day);
        var fsrs = new Fsrs(FsrsWeights.Default);
        var expected = fsrs.Retrievability(fsrs.First(Grade.Good).Stability, day);

        var bin = Assert.Single(statistics.Predictions, bin => bin.Answers.Total > 0);

        Assert.Equal(new Share(0, 1), bin.Answers);
        Assert.Equal(expected, bin.Expected, 9);
        Assert.InRange(expected, bin.From, bin.To);
    }

    [Fact]
    public void Of_options_the_expected_share_allows_for_guessing()
    {
        var statistics = Statistics(
            AnswerScript
                .Events("0g>9 9a")
                .ConvertAll(logged => logged with { Event = logged.Event with { Mode = "choice", Shown = "1,0,3,2" } }),
            day: 9
        );
        var fsrs = new Fsrs(FsrsWeights.Default);
        var known = fsrs.Retrievability(fsrs.First(Grade.Good).Stability, 9);

        var bin = Assert.Single(statistics.Predictions, bin => bin.Answers.Total > 0);

        Assert.Equal(0.25 + (0.75 * known), bin.Expected, 9);
    }

    [Fact]
    public void Ranges_of_expected_recall_leave_no_gap()
    {
        var bins = Statistics([], day: 0).Predictions;

        Assert.Equal(0, bins[0].From);
        Assert.Equal(1, bins[^1].To);
        Assert.Equal(bins.Skip(1).Select(bin => bin.From), bins.SkipLast(1).Select(bin => bin.To));
    }

    [Theory]
    [InlineData(95, 0)]
    [InlineData(100, 0)]
    [InlineData(101, 1)]
    [InlineData(129, 29)]
    [InlineData(130, -1)]
    public void Forecast_counts_what_is_due_by_day(int dueDay, int ahead)
    {
        var forecast = With(new ItemState { DueDay = dueDay, LastDay = 90 }).Forecast;

        Assert.Equal(StudyStatistics.Days, forecast.Length);
        Assert.Equal(ahead, forecast.IndexOf(1));
    }

    [Fact]
    public void Forecast_leaves_out_the_suspended_and_puts_off_the_buried()
    {
        Assert.Equal(0, With(new ItemState { DueDay = 100, IsSuspended = true }).Forecast.Sum());
        Assert.Equal(1, With(new ItemState { DueDay = 99, BuriedDay = 100 }).Forecast[1]);
        Assert.Equal(1, With(new ItemState { DueDay = 99, BuriedDay = 99 }).Forecast[0]);
    }

    [Fact]
    public void Items_are_counted_once_each_by_where_they_are()
    {
        Assert.Equal(new ItemCounts(1, 0, 0, 0, 0, 0), With(ItemState.New).Items);
        Assert.Equal(new ItemCounts(0, 1, 0, 0, 0, 0), With(In(LearningPhase.Learning, 0)).Items);
        Assert.Equal(new ItemCounts(0, 0, 1, 0, 0, 0), With(In(LearningPhase.Review, 20)).Items);
        Assert.Equal(new ItemCounts(0, 0, 0, 1, 0, 0), With(In(LearningPhase.Review, 21)).Items);
        Assert.Equal(new ItemCounts(0, 0, 0, 0, 1, 0), With(In(LearningPhase.Relearning, 0)).Items);
        Assert.Equal(
            new ItemCounts(0, 0, 0, 0, 0, 1),
            With(In(LearningPhase.Review, 21) with { IsSuspended = true }).Items
        );

        static ItemState In(LearningPhase phase, int days) =>
            new()
            {
                Schedule = new ItemSchedule(phase, 0, default),
                LastDay = 90,
                DueDay = 90 + days,
            };
    }

    [Fact]
    public void Leeches_are_named()
    {
        Assert.Empty(With(new ItemState { Lapses = 7 }).Leeches);
        Assert.Equal(
            [new Leech(AnswerScript.Item, "What does WSGI stand for?", 8)],
            With(new ItemState { Lapses = 8 }).Leeches
        );
        Assert.Empty(With(new ItemState { Lapses = 9, IsSuspended = true }).Leeches);
    }

    [Fact]
    public void Work_is_told_day_by_day()
    {
        var work = Statistics(AnswerScript.Events("70g>71 71g 71gu p100g"), day: 100).Work;

        Assert.Equal(Enumerable.Range(71, 30), work.Select(day => day.Day));
        Assert.Equal(1, work[0].Answers);
        Assert.Equal(1, work[^1].Answers);
        Assert.Equal(2, work.Sum(day => day.Answers));
    }

    [Theory]
    [InlineData(1_500, "choice", false, 1.5)]
    [InlineData(61_000, "choice", false, 60)]
    [InlineData(61_000, "explain", false, 61)]
    [InlineData(3_600_000, "explain", false, 300)]
    [InlineData(3_600_000, "exam", true, 300)]
    [InlineData(-5, "choice", false, 0)]
    [InlineData(null, "recall", false, 0)]
    public void Time_is_capped(int? milliseconds, string mode, bool hasConcepts, double seconds) =>
        Assert.Equal(
            seconds,
            AnswerTime
                .Of(
                    new ReviewEvent
                    {
                        Kind = ReviewEventKind.Review,
                        MillisecondsSpent = milliseconds,
                        Mode = mode,
                        AutomaticConcepts = hasConcepts ? "+" : null,
                    }
                )
                .TotalSeconds
        );

    [Theory]
    [InlineData(0, 0, null)]
    [InlineData(19, 19, null)]
    [InlineData(10, 20, 0.5)]
    public void A_rate_needs_enough_answers(int right, int total, double? rate) =>
        Assert.Equal(rate, new Share(right, total).Rate);

    private static StudyStatistics Statistics(IReadOnlyCollection<LoggedEvent> events, int day) =>
        StudyStatistics.Of([TestCards.ById["meaning"]], events, ItemStates.None, day, Options);

    /// <summary>On day 100, with one item in that state.</summary>
    private static StudyStatistics With(ItemState state) =>
        StudyStatistics.Of(
            [TestCards.ById["meaning"]],
            [],
            ItemStates.Of([new(AnswerScript.Item, state)]),
            day: 100,
            Options
        );
}
