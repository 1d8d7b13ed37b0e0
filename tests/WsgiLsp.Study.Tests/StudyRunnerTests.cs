using System.Collections.Immutable;
using WsgiLsp.Decks.Model;
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
                Options = OptionMarks.Of((ChoiceContent)TestCards.ById["main-job"].Content),
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
    }

    [Theory]
    [InlineData("reasons", "a b c", "3/5")]
    [InlineData("reasons", "a c e", "5/5")]
    [InlineData("main-job", "b", "")]
    public void How_much_of_an_answer_with_parts_was_right_is_in_the_log(string card, string answer, string parts)
    {
        var runner = Runner(card);
        runner.Start();
        runner.Feed(answer);

        Assert.Equal(parts, $"{Assert.Single(_log.ReadAll()).Event.Parts}");
    }

    [Theory]
    [InlineData(6, null)]
    [InlineData(7, "> You missed it 8 times. Split the card in two, add a hint, or turn it around.")]
    [InlineData(8, null)]
    [InlineData(11, "> You missed it 12 times. Split the card in two, add a hint, or turn it around.")]
    public void A_leech_is_told_at_eight_misses_and_after_every_four_further_ones(int misses, string? said)
    {
        for (var answer = 0; answer <= misses * 2; answer++)
        {
            var grade = answer % 2 == 0 ? Grade.Easy : Grade.Again;
            _log.Append(
                new ReviewEvent
                {
                    Kind = ReviewEventKind.Review,
                    Item = TestCards.ById["meaning"].Key,
                    Grade = grade,
                }
            );
            _clock.Pass(TimeSpan.FromDays(30));
        }

        var runner = Runner("meaning", "main-job");
        runner.Start();
        runner.Feed("");

        Assert.Equal(
            said,
            runner.Feed("1").Lines.SingleOrDefault(line => line.Contains("missed", StringComparison.Ordinal))
        );
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

    [Theory]
    [InlineData("1", "!3", "> 1 · good → 2 d instead of again")]
    [InlineData("3", "!1", "> 1 · again → 10 min instead of good")]
    [InlineData("3", "!4", "> 1 · easy → 8 d instead of good")]
    public void Another_grade_waits_as_long_as_in_the_place_of_the_first(string grade, string other, string said)
    {
        var runner = Runner("meaning", "main-job");
        runner.Start();
        runner.Feed("");
        runner.Feed(grade);

        Assert.Equal(said, runner.Feed(other).Lines[0]);
        var regrade = _log.ReadAll()[^1].Event;
        var state = _log.ReadItemStates()["wsgi/meaning"];
        Assert.Equal((regrade.DueDay, regrade.Phase), (state.DueDay, state.Schedule.Phase));
    }

    [Fact]
    public void Another_grade_for_a_review_has_a_wait()
    {
        var runner = Runner("meaning", "main-job");
        runner.Start();
        runner.Feed("");
        runner.Feed("4");
        _clock.Pass(TimeSpan.FromDays(9));
        runner = Runner("meaning", "main-job");
        runner.Start();
        runner.Feed("");
        runner.Feed("3");

        Assert.Matches("^> 1 · hard → [0-9]+ d instead of good$", runner.Feed("!2").Lines[0]);
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
            SessionPlan.Make(cards, _log.ReadItemStates(), _log.Now, new SessionOptions());
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

    [Fact]
    public void An_exam_is_in_the_log_as_practice_answer_by_answer()
    {
        var runner = Exam("main-job", "renders", "port");
        _clock.Pass(TimeSpan.FromSeconds(3));
        runner.Feed("a");
        Assert.Single(_log.ReadAll());
        _clock.Pass(TimeSpan.FromSeconds(4));
        runner.Feed("t");
        _clock.Pass(TimeSpan.FromSeconds(5));
        runner.Feed(":!1 b");
        _clock.Pass(TimeSpan.FromSeconds(6));
        runner.Feed("80");

        var events = _log.ReadAll();
        var first = events[0].Id;
        Assert.Equal(
            [
                (ReviewEventKind.Review, "wsgi/main-job", null, 3000),
                (ReviewEventKind.Review, "wsgi/renders", first, 4000),
                (ReviewEventKind.Review, "wsgi/main-job", first, 3000),
                (ReviewEventKind.Undo, "wsgi/main-job", first, null),
                (ReviewEventKind.Review, "wsgi/port", (Guid?)first, (long?)11_000),
            ],
            events.Select(one => (one.Event.Kind, one.Event.Item!, one.Event.Target, one.Event.MillisecondsSpent))
        );
        Assert.All(
            events.Where(one => one.Event.Kind == ReviewEventKind.Review),
            one => Assert.Equal((true, "exam"), (one.Event.Practice, one.Event.Mode))
        );
        Assert.All(TestCards.ById.Values, card => Assert.True(_log.ReadItemStates()[card.Key].WaitsAsNew));
        Assert.Equal(["wsgi/port", "wsgi/renders"], _log.ReadExamMisses().Order());
    }

    [Theory]
    [InlineData("", "renders port")]
    [InlineData("y", "renders port")]
    [InlineData("n", "")]
    [InlineData("!q", "")]
    public void What_an_exam_missed_is_due_if_its_taker_likes(string answer, string due)
    {
        var runner = Exam("main-job", "renders", "port");
        runner.Feed("b");
        runner.Feed("t");
        runner.Feed("80");
        runner.Feed(answer);

        Assert.True(runner.State.IsFinished);
        Assert.Equal(due, string.Join(' ', Plan(ItemChoice.Due)));
        Assert.Equal("port renders", string.Join(' ', Plan(ItemChoice.Missed).Order()));
        Assert.True(_log.Verify().IsSound);
    }

    [Fact]
    public void Only_the_last_exam_of_a_day_is_asked_for()
    {
        var runner = Exam("main-job", "renders");
        runner.Feed("a");
        runner.Feed("t");
        runner.Feed("n");
        Assert.Equal(2, _log.ReadExamMisses().Count);

        runner = Exam("port", "main-job");
        runner.Feed("80");
        runner.Feed("b");
        Assert.Equal(["wsgi/port"], _log.ReadExamMisses());
    }

    [Fact]
    public void A_look_of_less_than_a_minute_ago_was_a_moment_ago()
    {
        _log.Append(ReviewEvents.Peek("wsgi/main-job"));
        _clock.Pass(TimeSpan.FromSeconds(59));
        var runner = Runner("main-job");
        runner.Start();
        Assert.Contains("> hard → 15 min (you looked at it a moment ago)", runner.Feed("b").Lines);
    }

    [Fact]
    public void Who_has_looked_at_the_answer_gets_hard_at_most()
    {
        _log.Append(ReviewEvents.Peek("wsgi/main-job"));
        _log.Append(ReviewEvents.Peek("wsgi/meaning"));
        _clock.Pass(TimeSpan.FromMinutes(3));
        var runner = Runner("main-job", "meaning", "shuffled");
        runner.Start();
        Assert.Contains("> hard → 15 min (you looked at it 3 min ago)", runner.Feed("b").Lines);
        Assert.Contains("4 easy (15 min)", runner.Feed("").Lines[^1], StringComparison.Ordinal);
        Assert.Contains("> hard → 15 min (you looked at it 3 min ago)", runner.Feed("4").Lines);
        Assert.Contains("> 2 · hard → 15 min instead of hard (you looked at it 3 min ago)", runner.Feed("!3").Lines);
        Assert.Contains("> again → 10 min", runner.Feed("??").Lines);

        Assert.Equal(
            [Grade.Hard, Grade.Hard, Grade.Hard, Grade.Again],
            _log.ReadAll().Select(one => one.Event.Grade).OfType<Grade>()
        );
    }

    [Theory]
    [InlineData(10, Grade.Hard)]
    [InlineData(11, Grade.Good)]
    public void A_look_helps_for_ten_minutes_whatever_the_face(int minutes, Grade recorded)
    {
        _log.Append(ReviewEvents.Peek("wsgi/main-job"));
        _clock.Pass(TimeSpan.FromMinutes(minutes) - TimeSpan.FromMilliseconds(1));
        var item = SessionPlan.Item(TestCards.ById["main-job"], "", ItemState.New, seed: 0);

        var answer = new GradedAnswer { Grade = Grade.Good, Correct = true };
        Assert.Equal(recorded, _log.Append(ReviewEvents.Review(item, answer, TimeSpan.Zero)).Event.Grade);
    }

    [Fact]
    public void Pairs_of_recall_cards_are_practice_of_each()
    {
        Card[] cards = [.. "abc".Select(id => TestCards.Make($"{id}", Recall($"p{id}", $"q{id}")))];
        foreach (var card in cards)
        {
            var item = SessionPlan.Item(card, "", ItemState.New, seed: 0);
            _log.Append(ReviewEvents.Review(item, RecallGrading.SelfGrade(Grade.Good, "", default), TimeSpan.Zero));
        }

        _clock.Pass(TimeSpan.FromDays(9));
        var before = _log.ReadItemStates();
        var options = new SessionOptions { Mode = StudyMode.Match };
        var pairs = Assert.Single(SessionPlan.Make(cards, before, _log.Now, options));
        var runner = new StudyRunner([pairs], "Letters", _log, _clock);
        Assert.Contains("## 1 · Match", runner.Start().Lines);
        _clock.Pass(TimeSpan.FromSeconds(9));
        Assert.NotNull(runner.Feed("!b").Warning);

        // Two of them for each other.
        var letters = Enumerable.Range(0, 3).Select(index => pairs.ShownOrder.IndexOf(index)).ToArray();
        var line = string.Concat(
            new[] { 1, 0, 2 }.Select((right, left) => $"{left + 1}{(char)('a' + letters[right])}")
        );
        Assert.Contains("> ~ 1 of 3 pairs.", runner.Feed(line).Lines);

        var reviews = _log.ReadAll().Select(one => one.Event).Skip(3).ToList();
        Assert.Equal(pairs.Paired.Select(item => item.Key), reviews.Select(review => review.Item));
        Assert.Equal([Grade.Again, Grade.Again, Grade.Good], reviews.Select(review => review.Grade));
        Assert.All(
            reviews,
            review => Assert.Equal(("match", true, 3000), (review.Mode, review.Practice, review.MillisecondsSpent))
        );
        Assert.All(
            cards,
            card => Assert.Equal(before[card.Key] with { AnsweredDay = _log.Today }, _log.ReadItemStates()[card.Key])
        );
        Assert.NotNull(runner.Feed("!4").Warning);
        runner.Feed("!u");
        Assert.Equal(3, _log.ReadAll().Count(one => one.Event.Kind == ReviewEventKind.Undo));
        Assert.All(cards, card => Assert.Equal(before[card.Key], _log.ReadItemStates()[card.Key]));

        static RecallContent Recall(string prompt, string body) =>
            new()
            {
                Prompt = prompt,
                Title = prompt,
                Body = body,
            };
    }

    private IEnumerable<string> Plan(ItemChoice choice) =>
        SessionPlan
            .Make(
                [.. TestCards.ById.Values],
                _log.ReadItemStates(),
                _log.Now,
                new SessionOptions { Choice = choice, Missed = _log.ReadExamMisses() }
            )
            .Select(item => item.Card.Id)
            .OrderDescending();

    private StudyRunner Exam(params string[] ids)
    {
        var runner = new StudyRunner(
            [.. ids.Select(id => SessionPlan.Item(TestCards.ById[id], "", ItemState.New, seed: 0, StudyMode.Exam))],
            "WSGI servers",
            _log,
            _clock
        );
        runner.Start();
        return runner;
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
