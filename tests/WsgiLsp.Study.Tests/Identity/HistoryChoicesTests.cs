using WsgiLsp.Decks.Model;
using WsgiLsp.Study.Grading;
using WsgiLsp.Study.Identity;
using WsgiLsp.Study.Reviews;

namespace WsgiLsp.Study.Tests.Identity;

/// <summary>What a learner decides about a card that was split in two equal halves, each of which may be the old one.</summary>
public sealed class HistoryChoicesTests : IDisposable
{
    private const string Whole = "## What is a worker?\n\nLoads modules eagerly. Writes logs lazily.\n";
    private const string Halves =
        "## What is a worker?\n\nLoads modules eagerly.\n\n## What is a worker?\n\nWrites logs lazily.\n";
    private const string First = "deck/what-is-a-worker";
    private const string Second = "deck/what-is-a-worker-1";
    private const string File = "/decks/deck.deck.md";

    private readonly TestFolder _folder = new();
    private readonly TestClock _clock = TestClock.At("2026-03-01T10:00:00+02:00");
    private readonly ReviewLog _log;

    public HistoryChoicesTests()
    {
        _log = ReviewLog.Open(_folder.LogPath, _clock);
        Keep(Whole);
        _log.Append(
            new ReviewEvent
            {
                Kind = ReviewEventKind.Review,
                Item = First,
                Grade = Grade.Good,
            }
        );
    }

    public void Dispose()
    {
        _log.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData(0, First, Second)]
    [InlineData(1, Second, First)]
    public void An_attached_history_is_the_card_s_and_nobody_is_asked_again(int chosen, string heir, string other)
    {
        var doubt = Keep(Halves).Doubtful[chosen];
        HistoryChoices.Attach(_log, doubt.Item, File, doubt.Candidates[0].Known);

        Assert.Equal(1, _log.ReadItemStates()[heir].Repetitions);
        Assert.True(_log.ReadItemStates()[other].IsNew);
        var kept = Keep(Halves);
        Assert.Empty(kept.Doubtful);
        Assert.Equal(0, kept.Attached);
        Assert.True(_log.Verify().IsSound);
    }

    [Fact]
    public void An_attached_history_whose_answer_is_another_one_is_due()
    {
        var doubt = Keep(Halves).Doubtful[0];
        var item = doubt.Item with { Answer = ["Forks 12 processes."] };
        HistoryChoices.Attach(_log, item, File, doubt.Candidates[0].Known);

        Assert.Contains("modules", _log.ReadItemStates()[First].FormerAnswer, StringComparison.Ordinal);
    }

    [Fact]
    public void A_detached_history_is_an_orphan_again_and_is_not_attached_a_second_time()
    {
        var doubt = Keep(Halves).Doubtful[0];
        var attached = HistoryChoices.Attach(_log, doubt.Item, File, doubt.Candidates[0].Known);
        HistoryChoices.Detach(_log, [attached]);

        Assert.True(_log.ReadItemStates()[First].IsNew);
        Assert.Equal(1, _log.ReadItemStates()[doubt.Candidates[0].Known.Id].Repetitions);
        Assert.Equal(0, Keep(Halves).Attached);
        Assert.True(_log.ReadItemStates()[First].IsNew);
        Assert.True(_log.Verify().IsSound);
    }

    [Fact]
    public void An_attachment_by_itself_can_be_taken_back()
    {
        var reworded = Whole.Replace("What is a worker?", "What does a worker do?", StringComparison.Ordinal);
        var attached = Assert.Single(Keep(reworded).Attachments);
        Assert.Equal((First, "deck/what-does-a-worker-do"), (attached.Known.Id, attached.Item.Key));
        HistoryChoices.Detach(_log, [attached]);

        Assert.True(_log.ReadItemStates()["deck/what-does-a-worker-do"].IsNew);
        Assert.Equal(1, _log.ReadItemStates()[First].Repetitions);
        Assert.Equal(0, Keep(reworded).Attached);
    }

    [Fact]
    public void Who_starts_fresh_is_not_asked_again_and_the_old_history_stays()
    {
        foreach (var doubt in Keep(Halves).Doubtful)
        {
            HistoryChoices.StartFresh(_log, doubt.Item, File);
        }

        Assert.Empty(Keep(Halves).Doubtful);
        Assert.True(_log.ReadItemStates()[First].IsNew);
        Assert.Single(_log.ReadItemStates().Known, known => known.Value.Repetitions == 1);
        Assert.Equal(2, _log.ReadAll().Count(one => one.Event.Kind == ReviewEventKind.StartFresh));
    }

    [Fact]
    public void Answers_given_while_in_doubt_stay_when_the_card_starts_fresh()
    {
        var doubt = Keep(Halves).Doubtful[1];
        _log.Append(
            new ReviewEvent
            {
                Kind = ReviewEventKind.Review,
                Item = Second,
                Grade = Grade.Easy,
            }
        );
        HistoryChoices.StartFresh(_log, doubt.Item, File);

        Assert.Equal(Grade.Easy, _log.ReadItemStates()[Second].LastGrade);
    }

    private KeptHistories Keep(string text)
    {
        _clock.Pass(TimeSpan.FromMinutes(1));
        var deck = Deck.Parse(text, new DeckSettings { FileName = "deck.deck.md" });
        return HistoryKeeper.Keep(_log, [new DeckAt(File, deck)], _ => true);
    }
}
