using System.Collections.Immutable;
using WsgiLsp.Decks.Model;
using WsgiLsp.Study.Reviews;
using WsgiLsp.Study.Scheduling;
using WsgiLsp.Study.Sessions;

namespace WsgiLsp.Study.Tests.Sessions;

public class SessionPlanTests
{
    private const int Today = 20_000;

    private static readonly StudyMoment Now = new(
        DateTimeOffset.UnixEpoch.AddDays(Today).AddHours(12),
        StudyDay.DefaultStart
    );

    private static readonly SessionOptions All = new()
    {
        Choice = ItemChoice.All,
        Order = SessionOrder.Deck,
        Limit = null,
    };

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
            [.. Plan(Cards, All with { Order = SessionOrder.Random, Seed = seed }).Select(item => item.Card.Id)];
    }

    [Fact]
    public void Every_order_comes_up()
    {
        var three = Cards.Take(3).ToList();
        var orders = Enumerable
            .Range(0, 600)
            .Select(seed => Plan(three, All with { Order = SessionOrder.Random, Seed = seed }))
            .CountBy(plan => string.Join(' ', plan.Select(item => item.Card.Id)))
            .ToList();

        Assert.Equal(6, orders.Count);
        Assert.All(orders, order => Assert.InRange(order.Value, 60, 140));
    }

    [Theory]
    [InlineData(2, 2)]
    [InlineData(9, 9)]
    public void A_limit_takes_the_first(int limit, int count) =>
        Assert.Equal(Cards.Take(count), Plan(Cards, All with { Limit = limit }).Select(item => item.Card));

    [Fact]
    public void A_limit_counts_what_is_asked()
    {
        Card[] cards = [Cards[0] with { Suspended = true }, Cards[1], Cards[2]];

        Assert.Equal([Cards[1]], Plan(cards, All with { Limit = 1 }).Select(item => item.Card));
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
        Assert.All(
            cards,
            card => Assert.Throws<ArgumentException>(() => SessionPlan.Item(card, "", ItemState.New, seed: 0))
        );
    }

    [Fact]
    public void Suspended_and_buried_items_are_left_out_and_known_ones_are_not_new()
    {
        var states = States(
            (Cards[0].Key, ItemState.New with { IsSuspended = true }),
            (Cards[1].Key, ItemState.New with { BuriedDay = Today }),
            (Cards[2].Key, ItemState.New with { BuriedDay = Today - 1 }),
            (Cards[3].Key, Due(Today + 9))
        );
        var plan = Plan(Cards, All, states);

        Assert.Equal(Cards.Skip(2), plan.Select(item => item.Card));
        Assert.Equal([true, false, true], plan.Take(3).Select(item => item.IsNew));
    }

    [Fact]
    public void What_is_due_comes_first_then_what_is_new_within_the_day_s_limit()
    {
        var cards = Recall("a", "b", "c", "d", "e", "f");
        var states = States(
            ("deck/b", Due(Today)),
            ("deck/c", Due(Today - 3)),
            ("deck/d", Due(Today + 1)),
            ("deck/other", Due(Today + 4) with { FirstDay = Today })
        );

        Assert.Equal("c b a", Ids(Plan(cards, new SessionOptions { NewPerDay = 2 }, states)));
        Assert.Equal("c b a e f", Ids(Plan(cards, new SessionOptions(), states)));
        Assert.Equal("c b", Ids(Plan(cards, new SessionOptions { Choice = ItemChoice.Due }, states)));
        Assert.Equal("a e f", Ids(Plan(cards, new SessionOptions { Choice = ItemChoice.New, NewPerDay = 0 }, states)));
    }

    [Fact]
    public void A_deck_has_limits_of_its_own()
    {
        var cards = Recall("a", "b", "c", "d");
        var states = States(("deck/a", Due(Today)), ("deck/b", Due(Today)));
        var options = new SessionOptions
        {
            NewPerDayOfDeck = ImmutableDictionary<string, int>.Empty.Add("deck", 1),
            ReviewsPerDayOfDeck = ImmutableDictionary<string, int>.Empty.Add("deck", 1),
        };

        Assert.Equal("a c", Ids(Plan(cards, options, states)));
    }

    [Fact]
    public void When_more_is_due_than_asked_the_best_remembered_come_first()
    {
        var cards = Recall("weak", "strong", "middle");
        var states = States(
            ("deck/weak", Due(Today - 1, stability: 1)),
            ("deck/strong", Due(Today - 1, stability: 90)),
            ("deck/middle", Due(Today - 1, stability: 9))
        );

        Assert.Equal("strong middle", Ids(Plan(cards, new SessionOptions { Limit = 2 }, states)));
        Assert.Equal("weak strong middle", Ids(Plan(cards, new SessionOptions { Limit = 3 }, states)));
    }

    [Fact]
    public void Who_was_sure_and_wrong_is_asked_first_the_next_day()
    {
        var cards = Recall("a", "b");
        var states = States(("deck/a", Due(Today - 5)), ("deck/b", Due(Today) with { SureAndWrongDay = Today - 1 }));

        Assert.Equal("b a", Ids(Plan(cards, new SessionOptions(), states)));
    }

    [Fact]
    public void A_step_is_due_at_its_minute()
    {
        var cards = Recall("a", "b");
        var soon = Now.Milliseconds + 60_000;
        var states = States(
            ("deck/a", Due(Today) with { DueTime = soon }),
            ("deck/b", Due(Today) with { DueTime = Now.Milliseconds })
        );

        Assert.Equal("b", Ids(Plan(cards, new SessionOptions(), states)));
    }

    [Fact]
    public void Blanks_of_one_card_are_not_asked_the_same_day()
    {
        Card[] cards = [Recall("a")[0] with { Items = ["c1", "c2", "c3"] }];

        Assert.Equal("deck/a/c1", Assert.Single(Plan(cards, new SessionOptions())).Key);
        var later = States(("deck/a/c1", Due(Today + 3)));
        Assert.Equal("deck/a/c2", Assert.Single(Plan(cards, new SessionOptions(), later)).Key);
        var sameDay = States(("deck/a/c1", Due(Today + 3) with { AnsweredDay = Today }));
        Assert.Empty(Plan(cards, new SessionOptions(), sameDay));
    }

    [Fact]
    public void In_a_group_options_wait_for_what_they_would_give_away()
    {
        Card[] cards =
        [
            TestCards.ById["main-job"] with
            {
                Path = ["Servers"],
            },
            TestCards.ById["serving"] with
            {
                Path = ["Servers"],
            },
            TestCards.ById["reasons"],
        ];

        Assert.Equal("serving main-job reasons", Ids(Plan(cards, new SessionOptions())));
        var seen = States(("wsgi/main-job", Due(Today + 2) with { AnsweredDay = Today }));
        Assert.Equal("reasons", Ids(Plan(cards, new SessionOptions(), seen)));
        var named = new SessionOptions { Selection = new CardSelection { Cards = ["serving"] } };
        Assert.Equal("serving", Ids(Plan(cards, named, seen)));
    }

    [Fact]
    public void A_card_waits_until_what_it_requires_is_learned()
    {
        var cards = Recall("first", "second", "third", "missing", "circle-a", "circle-b", "of-deck");
        cards[1] = cards[1] with { Requires = ["first"] };
        cards[2] = cards[2] with { Requires = ["deck/second"] };
        cards[3] = cards[3] with { Requires = ["nowhere"] };
        cards[4] = cards[4] with { Requires = ["circle-b"] };
        cards[5] = cards[5] with { Requires = ["circle-a"] };
        cards[6] = cards[6] with { DeckId = "other", RequiresDecks = ["deck"] };

        Assert.Equal("first missing circle-a circle-b", Ids(Plan(cards, new SessionOptions())));
        var learned = States(("deck/first", Due(Today + 5)));
        Assert.Equal("second missing circle-a circle-b", Ids(Plan(cards, new SessionOptions(), learned)));
        cards[0] = cards[0] with { Suspended = true };
        Assert.Equal("second missing circle-a circle-b", Ids(Plan(cards, new SessionOptions())));
        var named = new SessionOptions { Selection = new CardSelection { Cards = ["deck/third"] } };
        Assert.Equal("third", Ids(Plan(cards, named)));
    }

    [Theory]
    [InlineData(StudyMode.Recall, "command-less meaning")]
    [InlineData(StudyMode.Explain, "serving")]
    [InlineData(StudyMode.Choice, "main-job renders")]
    [InlineData(StudyMode.Exam, "main-job renders serving")]
    public void A_mode_takes_its_kinds(StudyMode mode, string ids)
    {
        Card[] cards =
        [
            Recall("command-less")[0],
            TestCards.ById["main-job"],
            TestCards.ById["meaning"],
            TestCards.ById["renders"],
            TestCards.ById["serving"],
        ];
        var plan = Plan(cards, new SessionOptions { Mode = mode, Order = SessionOrder.Deck });

        Assert.Equal(ids, Ids(plan));
        Assert.All(plan, item => Assert.Equal(mode == StudyMode.Exam, item.IsPractice));
    }

    [Fact]
    public void Cards_are_selected_by_what_they_say_of_themselves()
    {
        var cards = Recall("a", "b", "c");
        cards[0] = cards[0] with { Tags = ["Process"], Level = CardLevel.Beginner };
        cards[1] = cards[1] with { Path = ["Basics", "Workers"], Level = CardLevel.Advanced };

        Assert.Equal("a", Ids(Plan(cards, With(new CardSelection { Tags = ["process"] }))));
        Assert.Equal("b", Ids(Plan(cards, With(new CardSelection { Groups = ["workers", "else"] }))));
        Assert.Equal("b", Ids(Plan(cards, With(new CardSelection { Levels = [CardLevel.Advanced] }))));
        Assert.Equal("", Ids(Plan(cards, With(new CardSelection { Decks = ["else"] }))));
        Assert.Equal("", Ids(Plan(cards, With(new CardSelection { Kinds = [CardKind.Choice] }))));

        static SessionOptions With(CardSelection selection) => new() { Selection = selection };
    }

    [Fact]
    public void Leeches_and_what_an_exam_missed_are_asked_though_not_due()
    {
        var cards = Recall("a", "b", "c");
        var states = States(("deck/a", Due(Today + 9) with { Lapses = 8 }), ("deck/b", Due(Today + 9)));

        Assert.Equal("a", Ids(Plan(cards, new SessionOptions { Choice = ItemChoice.Leeches }, states)));
        var missed = new SessionOptions { Choice = ItemChoice.Missed, Missed = ImmutableHashSet.Create("deck/b") };
        Assert.Equal("b", Ids(Plan(cards, missed, states)));
    }

    [Fact]
    public void Options_are_shuffled_by_seed_and_item_unless_the_card_forbids()
    {
        var shuffled = TestCards.ById["shuffled"];
        var orders = Enumerable
            .Range(0, 50)
            .Select(seed => SessionPlan.Item(shuffled, "", ItemState.New, seed).ShownOrder)
            .ToList();

        Assert.All(orders, order => Assert.Equal(Enumerable.Range(0, 6), order.Order()));
        Assert.True(orders.DistinctBy(order => string.Join(',', order)).Count() > 40);
        Assert.Equal(orders[7], SessionPlan.Item(shuffled, "", ItemState.New, 7).ShownOrder);
        Assert.NotEqual(orders[7], SessionPlan.Item(shuffled with { Id = "other" }, "", ItemState.New, 7).ShownOrder);
        Assert.Equal([0, 1, 2], SessionPlan.Item(TestCards.ById["main-job"], "", ItemState.New, 7).ShownOrder);
    }

    [Fact]
    public void New_items_that_are_made_due_come_first_whatever_the_days_limit()
    {
        var cards = Recall("a", "b", "c");
        var states = States(("deck/c", ItemState.New with { DueDay = Today }), ("deck/b", Due(Today)));
        var options = new SessionOptions { NewPerDay = 0 };

        Assert.Equal("b c", Ids(Plan(cards, options, states)));
        var counts = DueCounts.Of(cards, states, Now, options);
        Assert.Equal((2, 1, 0), (counts.Due, counts.New, counts.NewToday));
    }

    [Fact]
    public void An_explain_card_that_was_answered_today_does_not_wait_for_tomorrow()
    {
        Card[] cards = [TestCards.ById["main-job"], TestCards.ById["serving"]];
        cards = [.. cards.Select(card => card with { Path = ["One group"] })];
        var options = new SessionOptions { Choice = ItemChoice.Due };
        var shown = Due(Today + 9) with { AnsweredDay = Today };
        Assert.Empty(Plan(cards, options, States((cards[0].Key, shown), (cards[1].Key, Due(Today)))));

        var examined = Due(Today) with { AnsweredDay = Today };
        Assert.Equal("serving", Ids(Plan(cards, options, States((cards[0].Key, shown), (cards[1].Key, examined)))));
    }

    [Theory]
    [InlineData(2, "")]
    [InlineData(3, "3")]
    [InlineData(6, "6")]
    [InlineData(7, "4 3")]
    [InlineData(13, "5 4 4")]
    public void Short_recall_cards_of_a_group_are_paired_in_match_mode(int cards, string sizes)
    {
        var plan = Plan(Pairable(cards), new SessionOptions { Mode = StudyMode.Match, Seed = 1 });

        Assert.Equal(sizes, string.Join(' ', plan.Select(item => item.Paired.Length)));
        Assert.All(plan, item => Assert.True(item.IsPractice));
        Assert.Equal(
            cards < 3 ? 0 : cards,
            plan.SelectMany(item => item.Paired).Select(item => item.Key).Distinct().Count()
        );
        Assert.All(
            plan,
            item =>
                Assert.Equal(
                    item.Paired.Select(one => (one.Card.Content.Prompt, one.Card.Content.Answer)),
                    ((MatchContent)item.Card.Content).Pairs.Select(pair => (pair.Left, pair.Right))
                )
        );
    }

    [Fact]
    public void Groups_are_paired_by_themselves_and_long_or_ambiguous_cards_not_at_all()
    {
        var cards = Pairable(4);
        Assert.Empty(Match([.. cards.Take(2), .. cards.Skip(2).Select(card => card with { Path = ["Else"] })]));
        Assert.Empty(Match([.. cards.Take(2), Long(cards[2]), cards[3] with { Suspended = true }]));
        Assert.Empty(
            Match([.. cards.Take(2), .. cards.Skip(2).Select(card => card with { Content = cards[0].Content })])
        );
        Assert.Single(Match(cards));

        static ImmutableArray<SessionItem> Match(IReadOnlyCollection<Card> cards) =>
            Plan(cards, new SessionOptions { Mode = StudyMode.Match });

        static Card Long(Card card) => card with { Content = (RecallContent)card.Content with { Body = "two\nlines" } };
    }

    private static Card[] Pairable(int count) =>
        [
            .. Enumerable
                .Range(1, count)
                .Select(n =>
                    TestCards.Make(
                        $"card-{n}",
                        new RecallContent
                        {
                            Prompt = $"Prompt {n}",
                            Title = $"Prompt {n}",
                            Body = $"Answer {n}",
                        }
                    ) with
                    {
                        Path = ["Numbers"],
                    }
                ),
        ];

    private static ImmutableArray<SessionItem> Plan(
        IReadOnlyCollection<Card> cards,
        SessionOptions? options = null,
        ItemStates? states = null
    ) => SessionPlan.Make(cards, states ?? ItemStates.None, Now, options ?? All);

    private static string Ids(IEnumerable<SessionItem> items) => string.Join(' ', items.Select(item => item.Card.Id));

    private static Card[] Recall(params string[] ids) =>
        [
            .. ids.Select(id =>
                TestCards.Make(id, TestCards.ById["meaning"].Content) with
                {
                    DeckId = "deck",
                    Path = [],
                }
            ),
        ];

    private static ItemStates States(params (string Key, ItemState State)[] states) =>
        ItemStates.Of(states.Select(pair => new KeyValuePair<string, ItemState>(pair.Key, pair.State)));

    private static ItemState Due(int day, double stability = 10) =>
        ItemState.New with
        {
            Schedule = new ItemSchedule(LearningPhase.Review, 0, new MemoryState(stability, 5)),
            DueDay = day,
            LastDay = Today - 10,
        };
}
