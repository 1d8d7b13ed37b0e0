using WsgiLsp.Study.Reviews;

namespace WsgiLsp.Study.Tests.Reviews;

public class ItemStatesTests
{
    private const int Today = 100;

    [Fact]
    public void An_unknown_item_is_new()
    {
        Assert.True(ItemStates.None["a"].IsNew);
        Assert.Equal(default, ItemStates.None["a"]);
    }

    [Fact]
    public void An_answer_that_was_taken_back_does_not_count()
    {
        var review = Change(ReviewEventKind.Review, Today);
        var undo = Change(ReviewEventKind.Undo, Today) with { Target = review.Id };

        Assert.False(After(review).IsNew);
        Assert.True(After(review).WasAnsweredToday);
        Assert.Equal(default, After(review, undo));
        Assert.False(After(Change(ReviewEventKind.Review, Today - 1), review, undo).IsNew);
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
        Assert.True(After(Change(ReviewEventKind.Bury, Today)).IsBuriedToday);
        Assert.False(After(Change(ReviewEventKind.Bury, Today - 1)).IsBuriedToday);
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
    public void A_peek_is_no_answer() => Assert.Equal(default, After(Change(ReviewEventKind.Peek, Today)));

    private static ItemState After(params StateChange[] changes) => ItemStates.Replay(changes, Today)["item"];

    private static StateChange Change(ReviewEventKind kind, int day) => new(Guid.NewGuid(), kind, "item", null, day);
}
