using WsgiLsp.Study.Grading;
using WsgiLsp.Study.Reviews;
using WsgiLsp.Study.Scheduling;

namespace WsgiLsp.Study.Tests.Reviews;

public class ItemFoldTests
{
    private const int Today = 100;

    private static readonly LearnerSchedulers Schedulers = new(LearnerFsrs.Default, new SchedulerOptions());

    [Fact]
    public void An_answer_that_was_taken_back_does_not_count()
    {
        var review = Change(ReviewEventKind.Review, Today);
        var undo = Change(ReviewEventKind.Undo, Today) with { Target = review.Id };

        Assert.False(After(review).IsNew);
        Assert.True(After(review).WasAnsweredOn(Today));
        Assert.Equal(ItemState.New, After(review, undo));
        Assert.False(After(Change(ReviewEventKind.Review, Today - 1), review, undo).IsNew);
    }

    [Fact]
    public void Another_grade_counts_in_the_place_of_the_first()
    {
        var review = Change(ReviewEventKind.Review, Today) with { Grade = Grade.Again };
        var regrade = Change(ReviewEventKind.Regrade, Today) with { Target = review.Id, Grade = Grade.Easy };
        var straight = After(review with { Grade = Grade.Easy });

        Assert.Equal(straight.Schedule, After(review, regrade).Schedule);
        Assert.Equal(Grade.Easy, After(review, regrade).LastGrade);
    }

    [Fact]
    public void A_suspended_item_comes_back_when_resumed()
    {
        var suspend = Change(ReviewEventKind.Suspend, Today - 50);
        var resume = Change(ReviewEventKind.Resume, Today);

        Assert.True(After(suspend).IsSuspended);
        Assert.False(After(suspend, resume).IsSuspended);
        Assert.True(After(resume, suspend).IsSuspended);
    }

    [Fact]
    public void A_buried_item_comes_back_on_the_next_study_day()
    {
        Assert.True(After(Change(ReviewEventKind.Bury, Today)).IsBuriedOn(Today));
        Assert.False(After(Change(ReviewEventKind.Bury, Today - 1)).IsBuriedOn(Today));
    }

    [Theory]
    [InlineData(ReviewEventKind.Reset)]
    [InlineData(ReviewEventKind.StartFresh)]
    public void A_history_that_is_void_makes_the_item_new(ReviewEventKind kind)
    {
        var review = Change(ReviewEventKind.Review, Today);

        Assert.True(After(review, Change(kind, Today)).IsNew);
        Assert.False(After(Change(kind, Today), review).IsNew);
    }

    [Fact]
    public void A_peek_is_no_answer() => Assert.True(After(Change(ReviewEventKind.Peek, Today)).IsNew);

    [Fact]
    public void A_lapse_is_a_miss_in_review_once_a_day()
    {
        var learned = Change(ReviewEventKind.Review, Today - 9) with { Grade = Grade.Easy };
        var missed = Change(ReviewEventKind.Review, Today) with { Grade = Grade.Again };
        var back = Change(ReviewEventKind.Review, Today) with { Grade = Grade.Good };

        Assert.Equal(0, After(learned).Lapses);
        Assert.Equal(1, After(learned, missed).Lapses);
        Assert.Equal(LearningPhase.Relearning, After(learned, missed).Schedule.Phase);
        Assert.Equal(1, After(learned, missed, back, missed).Lapses);
        Assert.Equal(0, After(missed, missed, missed).Lapses);
    }

    [Fact]
    public void Due_day_phase_and_step_are_those_of_the_row()
    {
        var review = Change(ReviewEventKind.Review, Today) with
        {
            Grade = Grade.Good,
            DueDay = Today + 77,
            Phase = LearningPhase.Learning,
            Step = 3,
            RawInterval = 0.5,
        };

        Assert.Equal(Today + 77, After(review).DueDay);
        Assert.Equal((LearningPhase.Learning, 3), (After(review).Schedule.Phase, After(review).Schedule.Step));
        Assert.Equal(review.Time + (12 * 3600 * 1000), After(review).DueTime);
    }

    [Fact]
    public void What_is_made_due_is_due_at_once()
    {
        var learned = Change(ReviewEventKind.Review, Today - 1) with { Grade = Grade.Easy };

        Assert.False(After(learned).IsDueOn(Today));
        Assert.True(After(learned, Change(ReviewEventKind.DueNow, Today)).IsDueOn(Today));
        var asked = After(Change(ReviewEventKind.DueNow, Today));
        Assert.True(asked.IsNew && asked.IsDueOn(Today) && !asked.WaitsAsNew);
        Assert.True(After(Change(ReviewEventKind.DueNow, Today) with { FormerAnswer = "old" }).WaitsAsNew);
    }

    private static ItemState After(params HistoryEvent[] changes) => ItemFold.Of(changes, Schedulers);

    private static HistoryEvent Change(ReviewEventKind kind, int day) =>
        new(Guid.NewGuid(), day * 86_400_000L, day, kind)
        {
            Grade = kind == ReviewEventKind.Review ? Grade.Good : null,
        };
}
