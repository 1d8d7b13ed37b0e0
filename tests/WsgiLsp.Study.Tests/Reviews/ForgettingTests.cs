using WsgiLsp.Study.Grading;
using WsgiLsp.Study.Reviews;

namespace WsgiLsp.Study.Tests.Reviews;

public sealed class ForgettingTests : IDisposable
{
    private readonly TestFolder _folder = new();
    private readonly TestClock _clock = TestClock.At("2026-03-01T10:00:00+02:00");
    private readonly ReviewLog _log;

    public ForgettingTests() => _log = ReviewLog.Open(_folder.LogPath, _clock);

    public void Dispose()
    {
        _log.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void What_is_forgotten_is_gone_but_for_the_backup()
    {
        Answer("deck/a");
        Answer("deck/b");
        Answer("deck/a");

        var (events, backup) = _log.Forget(["deck/a"]);

        Assert.Equal(2, events);
        Assert.Equal("deck/b", Assert.Single(_log.ReadAll()).Event.Item);
        Assert.True(_log.ReadItemStates()["deck/a"].IsNew);
        Assert.False(_log.ReadItemStates()["deck/b"].IsNew);
        Assert.True(_log.Verify().IsSound);
        using var copy = ReviewLog.Open(backup, _clock);
        Assert.Equal(3, copy.ReadAll().Length);
    }

    [Fact]
    public void A_history_that_was_taken_over_is_forgotten_with_the_item_that_has_it()
    {
        Answer("deck/old");
        Pass();
        _log.Append(
            new ReviewEvent
            {
                Kind = ReviewEventKind.Attach,
                Item = "deck/new",
                Given = "deck/old",
            }
        );
        Answer("deck/new");
        Assert.Equal(3, _log.CountHistory(["deck/new"]));

        _log.Forget(["deck/new"]);

        Assert.Empty(_log.ReadAll());
        Assert.True(_log.ReadItemStates()["deck/old"].IsNew);
        Assert.True(_log.Verify().IsSound);
    }

    [Fact]
    public void An_item_whose_history_was_taken_over_leaves_it_where_it_is()
    {
        Answer("deck/old");
        Pass();
        _log.Append(
            new ReviewEvent
            {
                Kind = ReviewEventKind.Attach,
                Item = "deck/new",
                Given = "deck/old",
            }
        );
        Pass();
        Answer("deck/old");
        var before = _log.ReadItemStates()["deck/new"];

        Assert.Equal(1, _log.Forget(["deck/old"]).Events);
        Assert.Equal(before, _log.ReadItemStates()["deck/new"]);
        Assert.False(before.IsNew);
    }

    [Fact]
    public void An_import_brings_back_what_was_forgotten()
    {
        Answer("deck/a");
        var before = _log.ReadAll();
        var state = _log.ReadItemStates()["deck/a"];
        _log.Forget(["deck/a"]);

        Assert.Equal(0, _log.TakeIn(before));
        Assert.Equal(1, _log.Import(before));
        Assert.Equal(before, _log.ReadAll());
        Assert.Equal(state, _log.ReadItemStates()["deck/a"]);
    }

    /// <summary>Another process forgets it between the reading of the sync folder and the writing of the log.</summary>
    [Fact]
    public void What_is_forgotten_while_it_is_taken_in_stays_forgotten()
    {
        Answer("deck/a");
        var before = _log.ReadAll();
        using var exchanging = ReviewLog.Open(
            _folder.LogPath,
            new ClockThatIsLookedAt(_clock, () => _log.Forget(["deck/a"]))
        );

        Assert.Equal(0, exchanging.TakeIn(before));
        Assert.Empty(_log.ReadAll());
    }

    [Fact]
    public void A_reset_makes_items_new_and_keeps_their_answers()
    {
        Answer("deck/a");
        Answer("deck/b");
        Pass();

        _log.Reset(["deck/a", "deck/b"]);

        Assert.All(_log.ReadItemStates().Known, known => Assert.True(known.Value.IsNew));
        Assert.Equal(4, _log.ReadAll().Length);
        Assert.True(_log.Verify().IsSound);
    }

    [Fact]
    public void A_kept_state_that_is_not_what_the_events_make_is_found_and_made_anew()
    {
        Answer("deck/a");
        Answer("deck/b");
        _log.Dispose();
        using (var connection = ReviewLogFile.Open(_folder.LogPath, new ReviewLogOptions()))
        {
            connection.Execute("UPDATE items SET stability = 99 WHERE item = 'deck/b'");
            connection.Execute("CREATE TEMPORARY TABLE stray AS SELECT * FROM items WHERE item = 'deck/a'");
            connection.Execute("UPDATE stray SET item = 'deck/c'");
            connection.Execute("INSERT INTO items SELECT * FROM stray");
        }

        Assert.Equal(["deck/b", "deck/c"], _log.Verify().Different.Order());
        _log.Rebuild();
        Assert.True(_log.Verify().IsSound);
    }

    private void Answer(string item) =>
        _log.Append(
            new ReviewEvent
            {
                Kind = ReviewEventKind.Review,
                Item = item,
                Grade = Grade.Good,
            }
        );

    private void Pass() => _clock.Pass(TimeSpan.FromMinutes(1));

    /// <summary>Does something when it is first asked for the time.</summary>
    private sealed class ClockThatIsLookedAt(TestClock clock, Action act) : TimeProvider
    {
        private bool wasAsked;

        public override TimeZoneInfo LocalTimeZone => clock.LocalTimeZone;

        public override DateTimeOffset GetUtcNow()
        {
            if (!wasAsked)
            {
                wasAsked = true;
                act();
            }

            return clock.GetUtcNow();
        }
    }
}
