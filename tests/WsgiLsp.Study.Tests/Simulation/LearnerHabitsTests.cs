using WsgiLsp.Study.Grading;
using WsgiLsp.Study.Scheduling;
using WsgiLsp.Study.Simulation;
using WsgiLsp.Study.Statistics;

namespace WsgiLsp.Study.Tests.Simulation;

public class LearnerHabitsTests
{
    [Fact]
    public void Who_answered_nothing_has_the_defaults() => Assert.Equal(LearnerHabits.Default, LearnerHabits.Of([]));

    [Fact]
    public void Many_answers_are_what_counts()
    {
        var habits = LearnerHabits.Of([
            .. Many(LearningPhase.New, Grade.Good, seconds: 40),
            .. Many(LearningPhase.Review, Grade.Easy, seconds: 4),
            .. Many(LearningPhase.Review, Grade.Again, seconds: 30),
        ]);

        Assert.InRange(habits.First.Good, 0.98, 1);
        Assert.InRange(habits.Recalled.Easy, 0.97, 1);
        Assert.Equal(0, habits.Recalled.Again);
        Assert.InRange(habits.NewTime.TotalSeconds, 39.5, 40);
        Assert.InRange(habits.TimeOf(isNew: false, Grade.Good).TotalSeconds, 4, 4.2);
        Assert.InRange(habits.TimeOf(isNew: false, Grade.Again).TotalSeconds, 29.7, 30);
    }

    [Theory]
    [InlineData(1499, false)]
    [InlineData(1500, true)]
    public void Advice_needs_answers_on_later_days(int answers, bool isEnough)
    {
        var later = Many(LearningPhase.Review, Grade.Good, seconds: 4).First() with { ElapsedDays = 3 };
        var habits = LearnerHabits.Of([
            .. Enumerable.Repeat(later, answers),
            .. Enumerable.Repeat(later with { IsPractice = true }, 100),
            .. Enumerable.Repeat(later with { ElapsedDays = 0 }, 100),
        ]);

        Assert.Equal((answers, answers + 100), (habits.LaterAnswers, habits.Answers));
        Assert.Equal(isEnough, RetentionAdvice.IsFor(habits));
    }

    [Fact]
    public void Practice_and_what_was_just_looked_at_tell_nothing()
    {
        var answers = Many(LearningPhase.Review, Grade.Good, seconds: 4).ToList();

        Assert.Equal(
            LearnerHabits.Default,
            LearnerHabits.Of([
                .. answers.Select(answer => answer with { IsPractice = true }),
                .. answers.Select(answer => answer with { IsPrimed = true }),
            ])
        );
    }

    [Theory]
    [InlineData(0, Grade.Again)]
    [InlineData(0.19, Grade.Again)]
    [InlineData(0.21, Grade.Hard)]
    [InlineData(0.5, Grade.Good)]
    [InlineData(0.99, Grade.Easy)]
    public void A_number_falls_on_a_grade(double number, Grade grade) =>
        Assert.Equal(grade, new GradeShares(0.2, 0.2, 0.4, 0.2).At(number));

    private static IEnumerable<PastAnswer> Many(LearningPhase before, Grade grade, int seconds) =>
        Enumerable.Repeat(
            new PastAnswer
            {
                Day = 1,
                Grade = grade,
                PhaseBefore = before,
                Spent = TimeSpan.FromSeconds(seconds),
            },
            1000
        );
}
