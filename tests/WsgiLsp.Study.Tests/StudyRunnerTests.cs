using System.Collections.Immutable;
using WsgiLsp.Study.Grading;
using WsgiLsp.Study.Reviews;
using WsgiLsp.Study.Scheduling;
using WsgiLsp.Study.Sessions;
using WsgiLsp.Study.Transcript;

namespace WsgiLsp.Study.Tests;

public sealed class StudyRunnerTests : IDisposable
{
    private readonly TestFolder _folder = new();
    private readonly TestClock _clock = TestClock.At("2026-03-01T10:00:00+02:00");
    private readonly ReviewLog _log;

    public StudyRunnerTests() => _log = ReviewLog.Open(_folder.LogPath, _clock);

    private static readonly TranscriptOptions NothingReturns = new() { LearnAhead = TimeSpan.Zero };

    public void Dispose()
    {
        _log.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Answers_are_in_the_log_with_their_time_when_they_are_acknowledged()
    {
        var runner = Runner("main-job", "meaning", "serving");
        _clock.Pass(TimeSpan.FromSeconds(5));
        runner.Start();
        _clock.Pass(TimeSpan.FromSeconds(2));
        runner.Feed("?");
        _clock.Pass(TimeSpan.FromSeconds(1));
        runner.Feed("b!");
        Assert.Single(_log.ReadAll());
        _clock.Pass(TimeSpan.FromSeconds(4));
        runner.Feed("the gateway");
        runner.Feed("");
        runner.Feed("4");
        runner.Feed("master preforks");
        runner.Feed(":done");
        runner.Feed("+2");
        runner.Feed("2");

        var events = _log.ReadAll().Select(logged => logged.Event).ToList();
        Assert.Equal(
            new ReviewEvent
            {
                Kind = ReviewEventKind.Review,
                Item = "wsgi/main-job",
                Grade = Grade.Hard,
                Mode = "choice",
                Practice = false,
                Shown = "0,1,2",
                Given = "1",
                Correct = true,
                Hints = 1,
                Certainty = Certainty.Sure,
                MillisecondsSpent = 3000,
                AnswerFingerprint = AnswerFingerprint.Of(TestCards.ById["main-job"].Content),

                // A new card that was hard: the learning step, half as long again.
                RawInterval = 15.0 / (24 * 60),
                DueDay = _log.Today,
                Phase = LearningPhase.Learning,
                Step = 0,
                WeightsId = FsrsWeights.Default.Id,
            },
            events[0]
        );
        Assert.Equal(("recall", "the gateway", 4000L), (events[1].Mode, events[1].Given, events[1].MillisecondsSpent));
        Assert.Equal(
            ("explain", "+---", "++--"),
            (events[2].Mode, events[2].AutomaticConcepts, events[2].FinalConcepts)
        );
        Assert.True(runner.State.IsFinished);
    }

    [Fact]
    public void Undo_and_regrade_name_the_answer_that_they_change()
    {
        var runner = Runner("main-job", "renders");
        runner.Start();
        runner.Feed("a");
        runner.Feed("!2");
        runner.Feed("!u");
        runner.Feed("b");
        runner.Feed("!s");
        runner.Feed("!1");

        var events = _log.ReadAll();
        Assert.Equal(
            [
                (ReviewEventKind.Review, null),
                (ReviewEventKind.Regrade, events[0].Id),
                (ReviewEventKind.Undo, events[0].Id),
                (ReviewEventKind.Review, null),
                (ReviewEventKind.Suspend, null),
                (ReviewEventKind.Regrade, (Guid?)events[3].Id),
            ],
            events.Select(logged => (logged.Event.Kind, logged.Event.Target))
        );
        Assert.Equal(["renders"], Known().Where(id => _log.ReadItemStates()["wsgi/" + id].IsSuspended));
        Assert.False(_log.ReadItemStates()["wsgi/main-job"].IsNew);

        static IEnumerable<string> Known() => TestCards.ById.Keys;
    }

    [Fact]
    public void What_cannot_be_logged_is_not_acknowledged()
    {
        var inTheWay = Path.Join(_folder.Path, "data");
        File.WriteAllText(inTheWay, "");
        var runner = Runner("main-job", "renders");
        runner.Start();
        var before = runner.State;

        Assert.Throws<ReviewLogException>(() => runner.Feed("b"));
        Assert.Same(before, runner.State);
        File.Delete(inTheWay);
        Assert.Contains("> ✓ Right. Exactly.", runner.Feed("b").Lines);
        Assert.Single(_log.ReadAll());
    }

    [Fact]
    public void A_buried_item_is_not_in_the_next_session_of_the_day()
    {
        var runner = Runner("main-job", "renders");
        runner.Start();
        runner.Feed("!b");
        var cards = new[] { TestCards.ById["main-job"], TestCards.ById["renders"] };

        Assert.Equal([cards[1]], Next().Select(i => i.Card));
        _clock.Pass(TimeSpan.FromDays(1));
        Assert.Equal(2, Next().Length);

        ImmutableArray<SessionItem> Next() =>
            SessionPlan.Make(
                cards,
                _log.ReadItemStates(),
                _log.Now,
                new SessionOptions(),
                new Fsrs(FsrsWeights.Default)
            );
    }

    [Fact]
    public void The_time_of_another_round_begins_with_it()
    {
        var runner = Runner("main-job");
        runner.Start();
        runner.Feed("a");
        _clock.Pass(TimeSpan.FromHours(1));
        runner.Feed("again");
        _clock.Pass(TimeSpan.FromSeconds(1));
        runner.Feed("a");
        _clock.Pass(TimeSpan.FromHours(1));
        runner.Feed("again");
        _clock.Pass(TimeSpan.FromSeconds(2));
        runner.Feed("b");

        Assert.Equal([0L, 1000L, 2000L], _log.ReadAll().Select(logged => logged.Event.MillisecondsSpent));
        Assert.Equal([false, false, false], _log.ReadAll().Select(logged => logged.Event.Practice));
    }

    private StudyRunner Runner(params string[] ids)
    {
        ImmutableArray<SessionItem> items =
        [
            .. ids.Select(id => SessionPlan.Item(TestCards.ById[id], "", ItemState.New, seed: 0)),
        ];
        return new StudyRunner(items, "WSGI servers", _log, _clock, NothingReturns);
    }
}
