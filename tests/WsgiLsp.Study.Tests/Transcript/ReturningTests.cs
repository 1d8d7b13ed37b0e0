using System.Collections.Immutable;
using WsgiLsp.Study.Grading;
using WsgiLsp.Study.Reviews;
using WsgiLsp.Study.Sessions;
using WsgiLsp.Study.Transcript;

namespace WsgiLsp.Study.Tests.Transcript;

public class ReturningTests
{
    private readonly World _world = new();

    [Fact]
    public void A_missed_item_comes_back_after_five_others_when_it_is_due()
    {
        var asked = Play(8, (_, _) => _world.Pass(3), "4", "1");

        // The second is missed at minute 3 and due at 13: the sixth is answered at minute 15.
        Assert.Equal("1 2 3 4 5 6 7 2 8", asked);
    }

    [Fact]
    public void A_missed_item_that_is_not_due_comes_back_at_the_end() =>
        Assert.Equal("1 2 3 2", Play(3, (_, _) => { }, "4", "1"));

    [Fact]
    public void What_waits_longer_than_the_horizon_does_not_come_back()
    {
        _world.Step = TimeSpan.FromMinutes(21);

        Assert.Equal("1 2 3", Play(3, (_, _) => { }, "4", "1"));
    }

    [Fact]
    public void What_is_missed_again_comes_back_again() =>
        Assert.Equal("1 2 1 1", Play(2, (_, _) => { }, "1", "4", "1"));

    [Fact]
    public void A_result_tells_first_answers_and_no_item_twice()
    {
        Play(2, (_, _) => { }, "1", "4", "4");

        Assert.Contains("> You got 1 of 2.", _last!.Lines);
        Assert.Equal(1, _last.Lines.Count(line => line.StartsWith("> ✗ 1 ", StringComparison.Ordinal)));
        Assert.Equal(1, _last.Lines.Count(line => line.StartsWith("> ✓ 2 ", StringComparison.Ordinal)));
        Assert.DoesNotContain(_last.Lines, line => line.Contains(" 3 ", StringComparison.Ordinal));
    }

    [Fact]
    public void An_answer_that_is_taken_back_brings_nothing_back()
    {
        var state = Start(2);
        state = Answer(state, "1");
        state = Answer(state, "4");
        Assert.Equal("1", Id(state));
        state = TranscriptMachine.Step(state, "!u", _world).State;
        Assert.Equal("2", Id(state));
        state = TranscriptMachine.Step(state, "4", _world).State;
        Assert.Equal("1", Id(state));
        state = TranscriptMachine.Step(state, "!u", _world).State;
        state = TranscriptMachine.Step(state, "!u", _world).State;
        Assert.Equal("1", Id(state));
        state = TranscriptMachine.Step(state, "4", _world).State;
        Assert.Equal("2", Id(state));
        Assert.True(TranscriptMachine.Step(state, "4", _world).State.IsFinished);
    }

    /// <summary>What stands behind an item that goes away moves up, and all that is known of it.</summary>
    [Fact]
    public void Several_that_came_back_stay_apart_when_one_goes_away()
    {
        var state = Start(2);
        state = Answer(state, "2");
        state = Answer(state, "1");
        Assert.Equal("2", Id(state));
        state = Answer(state, "3");
        Assert.Equal("1", Id(state));
        state = Feed(Feed(state, "!u"), "!u");
        Assert.Equal("2", Id(state));

        state = Answer(state, "1");
        Assert.Equal("1", Id(state));
        state = Answer(state, "3");
        Assert.Equal("2", Id(state));
        state = Answer(state, "3");

        Assert.True(state.IsFinished);
        Assert.Contains("> You got 1 of 2.", _last!.Lines);
    }

    [Theory]
    [InlineData("3", "!1", "1 2 3 1")]
    [InlineData("1", "!3", "1 2 3")]
    [InlineData("1", "!2", "1 2 3 1")]
    [InlineData("3", "!4", "1 2 3")]
    public void Another_grade_brings_back_what_it_would_have_brought(string grade, string other, string expected)
    {
        var state = Feed(Answer(Start(3), grade), other);
        var asked = new List<string> { "1" };
        while (!state.IsFinished)
        {
            asked.Add(Id(state));
            state = Answer(state, "4");
        }

        Assert.Equal(expected, string.Join(' ', asked));
    }

    [Fact]
    public void What_is_open_because_of_a_grade_goes_away_with_it()
    {
        var state = Answer(Answer(Start(2), "1"), "1");
        Assert.Equal("1", Id(state));
        state = Answer(state, "4");
        Assert.Equal("2", Id(state));
        state = Answer(state, "1");
        Assert.Equal("2", Id(state));

        Assert.Equal("2", Id(Feed(state, "!2")));
        state = Feed(state, "!3");

        Assert.True(state.IsFinished);
        Assert.Equal("2", Id(Feed(state, "!1")));
    }

    [Fact]
    public void What_was_put_off_stays_so_whatever_brought_it()
    {
        var state = Feed(Answer(Start(1), "1"), "!b");
        Assert.True(state.IsFinished);

        Assert.True(Feed(state, "!3").IsFinished);
        Assert.True(Feed(state, "!2").IsFinished);
    }

    [Fact]
    public void After_the_end_another_grade_opens_nothing_that_was_left()
    {
        var state = Feed(Answer(Start(2), "3"), "!q");

        Assert.True(Feed(state, "!1").IsFinished);
    }

    [Theory]
    [InlineData(10)]
    [InlineData(30)]
    public void That_an_answer_changed_is_said_once(int minutes)
    {
        _world.Step = TimeSpan.FromMinutes(minutes);
        var state = TranscriptMachine
            .Start([Item("1") with { FormerAnswer = "another one" }], "Anything", _world)
            .State;
        Assert.Contains("> The answer changed since you learned it. It was: another one", Reveal());
        state = Feed(Feed(state, ""), "1");
        state = state.IsFinished ? Feed(state, "again") : state;

        Assert.DoesNotContain("> The answer changed since you learned it. It was: another one", Reveal());

        ImmutableArray<string> Reveal() => TranscriptMachine.Step(state, "", _world).Lines;
    }

    [Fact]
    public void After_the_time_nothing_new_is_opened()
    {
        var options = new TranscriptOptions { TimeLimit = TimeSpan.FromMinutes(15) };
        var state = Start(9, options);
        state = Answer(state, "4");
        _world.Pass(14);
        state = Answer(state, "4");
        Assert.Equal("3", Id(state));
        _world.Pass(1);
        state = Answer(state, "1");

        Assert.True(state.IsFinished);
        Assert.Contains("> The time is up.", _last!.Lines);
    }

    [Fact]
    public void Waits_stand_with_the_grades_and_with_what_was_recorded()
    {
        var state = Start(1);
        var step = TranscriptMachine.Step(state, "", _world);

        Assert.Contains("→ how well?  1 again (10 min) · 2 hard (15 min) · 3 good (1 d) · 4 easy (1 d)", step.Lines);
        Assert.Contains("> good → 1 d", TranscriptMachine.Step(step.State, "3", _world).Lines);
    }

    [Fact]
    public void There_may_be_two_grades()
    {
        var state = Start(1, new TranscriptOptions { HasTwoGrades = true });
        var step = TranscriptMachine.Step(state, "", _world);

        Assert.Contains("→ how well?  1 fail (10 min) · 2 pass (1 d)", step.Lines);
        Assert.NotNull(TranscriptMachine.Step(step.State, "3", _world).Warning);
        step = TranscriptMachine.Step(step.State, "2", _world);
        Assert.Equal(Grade.Good, Assert.IsType<AnswerGraded>(Assert.Single(step.Effects)).Answer.Grade);
        Assert.Contains("> pass → 1 d", step.Lines);
    }

    [Fact]
    public void Two_grades_are_two_when_an_answer_is_graded_again()
    {
        var state = Answer(Start(2, new TranscriptOptions { HasTwoGrades = true }), "1");
        Assert.Equal("Type !1 for fail or !2 for pass.", TranscriptMachine.Step(state, "!3", _world).Warning);
        var step = TranscriptMachine.Step(state, "!2", _world);

        Assert.Equal("> 1 · pass → 1 d instead of fail", step.Lines[0]);
        Assert.Equal(Grade.Good, Assert.IsType<AnswerRegraded>(Assert.Single(step.Effects)).Grade);
    }

    /// <summary>Three of four concepts are hard.</summary>
    [Fact]
    public void What_is_suggested_is_one_of_two_grades()
    {
        var card = TestCards.ById["serving"];
        var state = TranscriptMachine
            .Start(
                [SessionPlan.Item(card, "", ItemState.New, seed: 0)],
                "Anything",
                _world,
                new TranscriptOptions { HasTwoGrades = true }
            )
            .State;
        var step = TranscriptMachine.Step(
            TranscriptMachine
                .Step(
                    state,
                    "The master pre-forks the workers. Several worker processes load the application. Requests run in parallel.",
                    _world
                )
                .State,
            ":done",
            _world
        );

        Assert.StartsWith(
            "→ how well?  1 fail (10 min) · 2 pass (1 d, suggested) · ",
            step.Lines[^1],
            StringComparison.Ordinal
        );
    }

    private TranscriptStep? _last;

    /// <summary>Answers with the grades in turn, then with Easy; gives the ids in the order in which they were asked.</summary>
    private string Play(int cards, Action<int, string> before, params string[] grades)
    {
        var state = Start(cards);
        var asked = new List<string>();
        while (!state.IsFinished)
        {
            asked.Add(Id(state));
            before(asked.Count, asked[^1]);
            state = Answer(state, asked.Count <= grades.Length ? grades[asked.Count - 1] : "4");
            Assert.True(asked.Count < 100);
        }

        return string.Join(' ', asked);
    }

    private TranscriptState Start(int cards, TranscriptOptions? options = null) =>
        TranscriptMachine
            .Start([.. Enumerable.Range(1, cards).Select(n => Item($"{n}"))], "Anything", _world, options)
            .State;

    private TranscriptState Feed(TranscriptState state, string line) =>
        TranscriptMachine.Step(state, line, _world).State;

    private TranscriptState Answer(TranscriptState state, string grade)
    {
        _last = TranscriptMachine.Step(TranscriptMachine.Step(state, "", _world).State, grade, _world);
        return _last.State;
    }

    private static string Id(TranscriptState state) => state.Current!.Card.Id;

    private static SessionItem Item(string id) =>
        SessionPlan.Item(TestCards.Make(id, TestCards.ById["meaning"].Content), "", ItemState.New, seed: 0);

    /// <summary>A world in which a miss waits a step, what is hard half as long again, and everything else a day.</summary>
    private sealed class World : IStudyView
    {
        public TimeSpan Step { get; set; } = TimeSpan.FromMinutes(10);

        public long Now { get; private set; }

        public TimeSpan? Wait(SessionItem item, Grade grade) =>
            grade switch
            {
                Grade.Again => Step,
                Grade.Hard => 1.5 * Step,
                _ => TimeSpan.FromDays(1),
            };

        public TimeSpan? WaitInstead(SessionItem item, int number, Grade grade) => Wait(item, grade);

        public void Pass(int minutes) => Now += minutes * 60_000L;
    }
}
