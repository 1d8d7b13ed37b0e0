using WsgiLsp.Decks.Model;
using WsgiLsp.Server.Features.Learning;
using WsgiLsp.Study.Reviews;
using WsgiLsp.Study.Scheduling;
using WsgiLsp.Study.Settings;

namespace WsgiLsp.Server.Tests.Features.Learning;

/// <summary>What is kept of what sessions would ask is what would be counted anew.</summary>
public class StudyCountsTests
{
    private static readonly StudyMoment Noon = At(0);
    private readonly StudyCounts counts = new();
    private readonly StudySettings settings = new();
    private readonly Deck deck = Parse("# T\n\n## A?\n\nB.\n\n## C?\n\nD.\n\n## E?\n\nF.\n");
    private LearnedStates learned = Learned(dueMinute: 30, dueDay: 1);

    [Fact]
    public void Nothing_is_counted_again_while_nothing_changed()
    {
        Assert.Equal((1, 1), counts.Of(deck, learned, settings, Noon));
        var bytes = GC.GetAllocatedBytesForCurrentThread();
        Assert.Equal((1, 1), counts.Of(deck, learned, settings, At(29)));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - bytes, 0, 1_000);
    }

    [Theory]
    [InlineData("step", 2)]
    [InlineData("day", 3)]
    [InlineData("log", 2)]
    [InlineData("settings", 0)]
    [InlineData("deck", 2)]
    public void It_is_counted_again_where_something_changed(string what, int expected)
    {
        Assert.Equal((1, 1), counts.Of(deck, learned, settings, Noon));
        if (what == "log")
        {
            learned = Learned(dueMinute: 0, dueDay: 1);
        }

        var now = what switch
        {
            "step" => At(30),
            "day" => At(24 * 60),
            _ => Noon,
        };
        var other = what == "deck" ? Parse("# T\n\n## A?\n\nB.\n\n## G?\n\nH.\n\n## I?\n\nJ.\n") : deck;
        var set = what == "settings" ? settings with { NewPerDay = 0 } : settings;
        Assert.Equal(expected, counts.Of(other, learned, set, now).All);
    }

    [Fact]
    public void A_clock_that_was_set_back_is_believed()
    {
        Assert.Equal(2, counts.Of(deck, learned, settings, At(30)).All);
        Assert.Equal(1, counts.Of(deck, learned, settings, At(29)).All);
    }

    /// <summary>The first card is on a step, the second in review, the third new.</summary>
    private static LearnedStates Learned(int dueMinute, int dueDay) =>
        LearnedStates.None with
        {
            States = ItemStates.Of([
                KeyValuePair.Create(
                    "d/a",
                    new ItemState
                    {
                        Schedule = new ItemSchedule(LearningPhase.Learning, 0, new MemoryState(1, 5)),
                        DueDay = Noon.Day,
                        DueTime = At(dueMinute).Milliseconds,
                    }
                ),
                KeyValuePair.Create(
                    "d/c",
                    new ItemState
                    {
                        Schedule = new ItemSchedule(LearningPhase.Review, 0, new MemoryState(1, 5)),
                        DueDay = Noon.Day + dueDay,
                    }
                ),
            ]),
        };

    private static StudyMoment At(int minute) =>
        new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero).AddMinutes(minute), StudyDay.DefaultStart);

    private static Deck Parse(string text) => Deck.Parse(text, new DeckSettings { FileName = "d.deck.md" });
}
