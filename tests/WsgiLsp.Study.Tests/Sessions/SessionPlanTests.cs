using System.Collections.Immutable;
using WsgiLsp.Decks.Model;
using WsgiLsp.Study.Reviews;
using WsgiLsp.Study.Scheduling;
using WsgiLsp.Study.Sessions;

namespace WsgiLsp.Study.Tests.Sessions;

public class SessionPlanTests
{
    private static readonly ImmutableArray<Card> Cards = [.. TestCards.ById.Values.OrderBy(card => card.Id)];

    [Fact]
    public void Deck_order_is_the_order_of_the_cards() => Assert.Equal(Cards, Plan(Cards).Select(item => item.Card));

    [Fact]
    public void Random_order_is_the_seed_s()
    {
        var first = Order(1);

        Assert.Equal(first, Order(1));
        Assert.NotEqual(first, Order(2));
        Assert.Equal(first.Order(), Cards.Select(card => card.Id).Order());

        string[] Order(int seed) =>
            [.. Plan(Cards, new SessionOptions(SessionOrder.Random, Seed: seed)).Select(item => item.Card.Id)];
    }

    [Fact]
    public void Every_order_comes_up()
    {
        var three = Cards.Take(3).ToList();
        var orders = Enumerable
            .Range(0, 600)
            .Select(seed => Plan(three, new SessionOptions(SessionOrder.Random, Seed: seed)))
            .CountBy(plan => string.Join(' ', plan.Select(item => item.Card.Id)))
            .ToList();

        Assert.Equal(6, orders.Count);
        Assert.All(orders, order => Assert.InRange(order.Value, 60, 140));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(2, 2)]
    [InlineData(100, 9)]
    public void A_limit_takes_the_first(int limit, int count) =>
        Assert.Equal(Cards.Take(count), Plan(Cards, new SessionOptions(Limit: limit)).Select(item => item.Card));

    [Fact]
    public void A_limit_counts_what_is_asked()
    {
        Card[] cards = [Cards[0] with { Suspended = true }, Cards[1], Cards[2]];

        Assert.Equal([Cards[1]], Plan(cards, new SessionOptions(Limit: 1)).Select(item => item.Card));
    }

    [Fact]
    public void What_cannot_be_answered_is_not_asked()
    {
        var choice = (ChoiceContent)TestCards.ById["main-job"].Content;
        var explain = (ExplainContent)TestCards.ById["serving"].Content;
        Card[] cards =
        [
            TestCards.Make(
                "note",
                new NoteContent
                {
                    Prompt = "Sources",
                    Title = "Sources",
                    Body = "PEP 3333",
                }
            ),
            TestCards.Make(
                "empty",
                new RecallContent
                {
                    Prompt = "p",
                    Title = "p",
                    Body = "",
                }
            ),
            TestCards.Make("no-key", choice with { Options = [.. choice.Options.Where(option => !option.Correct)] }),
            TestCards.Make("no-option", choice with { Options = [] }),
            TestCards.Make("too-many", choice with { Options = [.. Enumerable.Repeat(choice.Options[1], 27)] }),
            TestCards.Make("no-concept", explain with { Concepts = [] }),
        ];

        Assert.Empty(Plan(cards));
        Assert.All(cards, card => Assert.Throws<ArgumentException>(() => SessionPlan.Item(card, ItemState.New, seed: 0)));
    }

    [Fact]
    public void Suspended_and_buried_items_are_left_out_and_known_ones_are_not_new()
    {
        const int today = 20_000;
        var learned = new ItemState { Schedule = new ItemSchedule(LearningPhase.Review, 0, default) };
        var states = ItemStates.Of([
            new(Cards[0].Key, ItemState.New with { IsSuspended = true }),
            new(Cards[1].Key, ItemState.New with { BuriedDay = today }),
            new(Cards[2].Key, ItemState.New with { BuriedDay = today - 1 }),
            new(Cards[3].Key, learned),
        ]);
        var plan = SessionPlan.Make(Cards, states, today, new SessionOptions());

        Assert.Equal(Cards.Skip(2), plan.Select(item => item.Card));
        Assert.Equal([true, false, true], plan.Take(3).Select(item => item.IsNew));
    }

    [Fact]
    public void Options_are_shuffled_by_seed_and_item_unless_the_card_forbids()
    {
        var shuffled = TestCards.ById["shuffled"];
        var orders = Enumerable
            .Range(0, 50)
            .Select(seed => SessionPlan.Item(shuffled, ItemState.New, seed).OptionOrder)
            .ToList();

        Assert.All(orders, order => Assert.Equal(Enumerable.Range(0, 6), order.Order()));
        Assert.True(orders.DistinctBy(order => string.Join(',', order)).Count() > 40);
        Assert.Equal(orders[7], SessionPlan.Item(shuffled, ItemState.New, 7).OptionOrder);
        Assert.NotEqual(orders[7], SessionPlan.Item(shuffled with { Id = "other" }, ItemState.New, 7).OptionOrder);
        Assert.Equal([0, 1, 2], SessionPlan.Item(TestCards.ById["main-job"], ItemState.New, 7).OptionOrder);
    }

    private static ImmutableArray<SessionItem> Plan(IEnumerable<Card> cards, SessionOptions? options = null) =>
        SessionPlan.Make(cards, ItemStates.None, today: 0, options ?? new SessionOptions());

}
