using WsgiLsp.Decks.Model;
using WsgiLsp.Study.Grading;
using WsgiLsp.Study.Reviews;
using WsgiLsp.Study.Scheduling;
using WsgiLsp.Study.Statistics;
using WsgiLsp.Study.Transcript;

namespace WsgiLsp.Study.Tests.Statistics;

public class CardStateTests
{
    private const string Deck =
        "# T\n\n## A?\n\nB.\n\n## Two blanks\n<!-- card: kind=cloze -->\n\n{{One}} and {{two}}.\n";

    private static readonly StudyMoment Now = new(
        new DateTimeOffset(2027, 2, 14, 12, 0, 0, TimeSpan.Zero),
        TimeSpan.FromHours(4)
    );

    private static int Today => Now.Day;

    public static TheoryData<string, int, string, string> Said =>
        new()
        {
            { "", 0, "new", "new" },
            { "a: due=0 last=10", 0, "due now · remembered 90 % · last good 10 d ago", "due now · 90 %" },
            { "a: due=-40 last=50", 0, "due now · remembered 76 % · last good 50 d ago", "due now · 76 %" },
            { "a: due=1 last=0", 0, "due tomorrow · remembered 99 % · last good 1 min ago", "due tomorrow · 99 %" },
            { "a: due=12 last=3", 0, "due in 12 days · remembered 96 % · last good 3 d ago", "due in 12 days · 96 %" },
            {
                "a: due=0 last=0 in=8",
                0,
                "due in 8 min · remembered 99 % · last good 1 min ago",
                "due in 8 min · 99 %"
            },
            { "a: due=0 last=0 in=-1", 0, "due now · remembered 99 % · last good 1 min ago", "due now · 99 %" },
            { "a: due=0 last=10 suspended", 0, "suspended · remembered 90 % · last good 10 d ago", "suspended · 90 %" },
            { "a: suspended", 0, "suspended", "suspended" },
            {
                "a: due=0 last=10 buried=0",
                0,
                "buried today · remembered 90 % · last good 10 d ago",
                "buried today · 90 %"
            },
            { "a: due=0 last=10 buried=-1", 0, "due now · remembered 90 % · last good 10 d ago", "due now · 90 %" },
            {
                "a: due=0 last=10 lapses=9",
                0,
                "due now · remembered 90 % · last good 10 d ago · missed 9 times",
                "due now · 90 %"
            },
            {
                "two-blanks/one: due=0 last=10",
                1,
                "1 of 2 due now · remembered 90 % · last good 10 d ago",
                "1 of 2 due now · 90 %"
            },
            {
                "two-blanks/one: due=3 last=10; two-blanks/two: due=7 last=50",
                1,
                "due in 3 days · remembered 76 % · last good 10 d ago",
                "due in 3 days · 76 %"
            },
            {
                "two-blanks/one: suspended; two-blanks/two: due=7 last=10",
                1,
                "due in 7 days · remembered 90 % · last good 10 d ago",
                "due in 7 days · 90 %"
            },
        };

    [Theory]
    [MemberData(nameof(Said))]
    public void A_card_s_state_is_said(string known, int card, string line, string brief)
    {
        var state = Of(known, card)!;
        Assert.Equal(line, CardStateText.Line(state, Now, new GradeScale(HasTwo: false)));
        Assert.Equal(brief, CardStateText.Short(state, Now));
    }

    [Fact]
    public void What_cannot_be_asked_has_no_state() =>
        Assert.Null(CardState.Of(TestDeck("# T\n\n## A?\n\n- [ ] b\n- [ ] c\n")[0], ItemStates.None, Now));

    [Fact]
    public void A_card_is_remembered_by_the_weights_of_its_family()
    {
        var cards = TestDeck("# T\n\n## A?\n\nB.\n\n## C?\n\n- [x] d\n- [ ] e\n");
        var slower = new Fsrs(FsrsWeights.Of("slower", [.. FsrsWeights.Default.Values.SetItem(20, 0.8)]));
        var states = ItemStates.Read(
            cards.Select(card => KeyValuePair.Create(card.Key, With(With(ItemState.New, "due=0"), "last=50"))),
            default,
            new LearnerFsrs(new Fsrs(FsrsWeights.Default), slower)
        );

        var (recall, choice) = (CardState.Of(cards[0], states, Now)!, CardState.Of(cards[1], states, Now)!);

        Assert.Equal(states.Fsrs[WeightsFamily.Production].Retrievability(10, 50), recall.Retrievability!.Value, 1e-9);
        Assert.Equal(slower.Retrievability(10, 50), choice.Retrievability!.Value, 1e-9);
    }

    private static CardState? Of(string known, int card)
    {
        var states = known
            .Split("; ", StringSplitOptions.RemoveEmptyEntries)
            .Select(one => one.Split(": "))
            .Select(one => KeyValuePair.Create("d/" + one[0], one[1].Split(' ').Aggregate(ItemState.New, With)));
        return CardState.Of(TestDeck(Deck)[card], ItemStates.Of(states), Now);
    }

    private static Card[] TestDeck(string text) =>
        [.. Decks.Model.Deck.Parse(text, new DeckSettings { FileName = "d.deck.md" }).Cards];

    private static ItemState With(ItemState state, string part)
    {
        var number = part.Contains('=', StringComparison.Ordinal)
            ? int.Parse(
                part[(part.IndexOf('=', StringComparison.Ordinal) + 1)..],
                System.Globalization.CultureInfo.InvariantCulture
            )
            : 0;
        return part.Split('=')[0] switch
        {
            "due" => state with { DueDay = Today + number },
            "in" => state with { DueTime = Now.Milliseconds + (number * 60_000) },
            "last" => state with
            {
                LastDay = Today - number,
                LastTime = Now.Milliseconds - (number * 86_400_000L),
                LastGrade = Grade.Good,
                Schedule = new ItemSchedule(LearningPhase.Review, 0, new MemoryState(10, 5)),
            },
            "lapses" => state with { Lapses = number },
            "buried" => state with { BuriedDay = Today + number },
            "suspended" => state with { IsSuspended = true },
            _ => throw new ArgumentOutOfRangeException(nameof(part), part, message: null),
        };
    }
}
