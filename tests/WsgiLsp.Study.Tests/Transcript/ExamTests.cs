using WsgiLsp.Decks.Model;
using WsgiLsp.Study.Grading;
using WsgiLsp.Study.Reviews;
using WsgiLsp.Study.Sessions;
using WsgiLsp.Study.Transcript;

namespace WsgiLsp.Study.Tests.Transcript;

public sealed class ExamTests
{
    private readonly World _world = new();

    [Theory]
    [InlineData("main-job", 1)]
    [InlineData("main-job reasons renders steps roles", 5)]
    [InlineData("port signal", 3)]
    [InlineData("serving", 4)]
    public void Each_kind_has_its_time(string ids, int minutes) =>
        Assert.Contains($" · {minutes} min left", Start(ids).Lines[^1], StringComparison.Ordinal);

    [Fact]
    public void After_the_time_no_line_counts()
    {
        var step = Feed(Start("main-job renders"), "b");
        _world.Pass(TimeSpan.FromSeconds(119));
        Assert.NotNull(Feed(step, "?").Warning);
        _world.Pass(TimeSpan.FromSeconds(1));
        step = Feed(step, "f");

        Assert.Empty(step.Effects);
        Assert.Contains("> The time is up.", step.Lines);
        Assert.Contains("> You got 1 of 2 (50 %): not passed, 80 % is needed.", step.Lines);
        Assert.Contains("> 1 not answered.", step.Lines);
        Assert.True(step.State.IsFinished);
    }

    [Fact]
    public void The_time_left_stands_in_the_ask_line()
    {
        var step = Start("main-job serving");
        _world.Pass(TimeSpan.FromSeconds(61));

        Assert.Equal("→ write, then two empty lines · ?? skip · 4 min left", Feed(step, "b").Lines[^1]);
    }

    [Theory]
    [InlineData("b f b b b", "passed.")]
    [InlineData("b f b b a", "passed.")]
    [InlineData("b f b a a", "not passed, 80 % is needed.")]
    public void Four_of_five_pass(string lines, string verdict)
    {
        var step = Start("main-job renders main-job main-job main-job");
        foreach (var line in lines.Split(' '))
        {
            step = Feed(step, line);
        }

        Assert.Contains(step.Lines, line => line.EndsWith(verdict, StringComparison.Ordinal));
    }

    [Fact]
    public void Shares_stand_by_level_and_by_tag()
    {
        var step = TranscriptMachine.Start(
            [
                Item("a", CardLevel.Advanced, "http", "wsgi"),
                Item("b", CardLevel.Beginner, "wsgi"),
                Item("c", null),
                Item("d", CardLevel.Beginner),
            ],
            "Anything",
            _world
        );
        foreach (var line in new[] { "b!", "a!", "b?", "b!" })
        {
            step = Feed(step, line);
        }

        Assert.Equal(
            [
                "> You got 2 of 4 (50 %): not passed, 80 % is needed.",
                ">",
                "> level beginner: 1 of 2 (50 %)",
                "> level advanced: 1 of 1 (100 %)",
                ">",
                "> tag http: 1 of 1 (100 %)",
                "> tag wsgi: 1 of 2 (50 %)",
                ">",
                "> sure: 3, 2 right · guessed: 1, 1 right",
                "> sure and wrong: 2",
                "",
                "→ 2 missed: due today? y n",
            ],
            step.Lines.SkipWhile(line => !line.StartsWith("> You got", StringComparison.Ordinal))
        );
    }

    [Fact]
    public void A_recall_card_cannot_be_in_it() =>
        Assert.Throws<ArgumentException>(() =>
            SessionPlan.Item(TestCards.ById["meaning"], "", ItemState.New, seed: 0, StudyMode.Exam)
        );

    [Fact]
    public void Another_round_after_it_is_no_exam()
    {
        var step = Feed(Feed(Feed(Start("main-job"), "a"), "n"), "again");
        _world.Pass(TimeSpan.FromHours(1));

        step = Feed(step, "b");
        var graded = Assert.IsType<AnswerGraded>(Assert.Single(step.Effects));
        Assert.False(graded.Item.IsExam || graded.Item.IsPractice);
        Assert.Contains("> ✓ Right. Exactly.", step.Lines);
    }

    private TranscriptStep Start(string ids) =>
        TranscriptMachine.Start(
            [
                .. ids.Split(' ')
                    .Select(id =>
                        SessionPlan.Item(
                            TestCards.ById[id],
                            TestCards.ById[id].Items[0],
                            ItemState.New,
                            seed: 0,
                            StudyMode.Exam
                        )
                    ),
            ],
            "Anything",
            _world
        );

    private TranscriptStep Feed(TranscriptStep step, string line) => TranscriptMachine.Step(step.State, line, _world);

    private static SessionItem Item(string id, CardLevel? level, params string[] tags) =>
        SessionPlan.Item(
            TestCards.Make(id, TestCards.ById["main-job"].Content, shuffle: false) with
            {
                Level = level,
                Tags = [.. tags],
            },
            "",
            ItemState.New,
            seed: 0,
            StudyMode.Exam
        );

    private sealed class World : IStudyView
    {
        public long Now { get; private set; }

        public TimeSpan? Wait(SessionItem item, Grade grade) => null;

        public TimeSpan? WaitInstead(SessionItem item, int number, Grade grade) => Wait(item, grade);

        public void Pass(TimeSpan time) => Now += (long)time.TotalMilliseconds;
    }
}
