using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using WsgiLsp.Study.Grading;
using WsgiLsp.Study.Optimizing;
using WsgiLsp.Study.Scheduling;

namespace WsgiLsp.Study.Tests.Optimizing;

public class WeightsOptimizerTests
{
    private static readonly ImmutableArray<double> Published = FsrsWeights.Default.Values;

    [Fact]
    public void Nothing_is_learned_from_nothing() => Assert.Equal(Published, WeightsOptimizer.Fit([]));

    [Fact]
    public void Nothing_is_learned_from_one_item() =>
        Assert.Equal(Published, WeightsOptimizer.Fit([History((Grade.Good, 0), (Grade.Again, 3))]));

    [Fact]
    public void Nothing_is_learned_from_answers_of_one_day() =>
        Assert.Equal(
            Published,
            WeightsOptimizer.Fit(Many(200, History((Grade.Again, 0), (Grade.Good, 0), (Grade.Good, 0))))
        );

    [Fact]
    public void Nothing_is_learned_from_answers_that_something_reminded_of()
    {
        var prompted = new AnswerHistory([
            new(Grade.Good, 0, 0),
            new HistoryAnswer(Grade.Again, 5, 1) { IsPrompted = true },
        ]);

        Assert.Equal(Published, WeightsOptimizer.Fit(Many(200, prompted)));
    }

    [Theory]
    [InlineData(7, 0, 0)]
    [InlineData(8, 1, 0)]
    [InlineData(63, 1, 0)]
    [InlineData(64, 1, 1)]
    public void The_more_answers_the_more_weights_are_fitted(int answers, int leastInitial, int leastOthers)
    {
        var fitted = WeightsOptimizer.Fit(Many(answers, History((Grade.Good, 0), (Grade.Again, 1))));

        var moved = Enumerable.Range(0, FsrsWeights.Count).Where(i => fitted[i] != Published[i]).ToList();
        Assert.InRange(moved.Count(i => i < 4), leastInitial, leastInitial == 0 ? 0 : 4);
        Assert.InRange(moved.Count(i => i >= 4), leastOthers, leastOthers == 0 ? 0 : 17);
    }

    [Theory]
    [InlineData(Grade.Again)]
    [InlineData(Grade.Easy)]
    public void Who_always_gives_one_grade_gets_weights_all_the_same(Grade grade)
    {
        var always = Many(
            50,
            new AnswerHistory([.. Enumerable.Range(0, 12).Select(i => new HistoryAnswer(grade, i * 9, i))])
        );

        var fitted = WeightsOptimizer.Fit(always);

        AssertWithinBounds(fitted);
        var (before, after) = (
            FitQuality.Of(FsrsWeights.Default, always).LogLoss,
            FitQuality.Of(FsrsWeights.Of("fitted", fitted), always).LogLoss
        );
        Assert.True(after < before, $"{before} became {after}");
    }

    [Fact]
    public void Any_histories_give_weights_within_bounds_and_better_grades_never_last_shorter() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(40).WithEndSize(40),
            Prop.ForAll(
                Arb.From(AnyHistories),
                histories =>
                {
                    var fitted = WeightsOptimizer.Fit(histories);
                    AssertWithinBounds(fitted);
                    Assert.Equal(FsrsWeights.Of("fitted", fitted).Values, fitted);
                    if (histories.Sum(history => history.CountTests()) < WeightsOptimizer.LeastForAll)
                    {
                        Assert.Equal(fitted[..4].Order(), fitted[..4]);
                    }
                }
            )
        );

    [Fact]
    public void The_same_histories_give_the_same_weights()
    {
        var histories = SimulatedLearner.Histories(SimulatedLearner.Forgetful, items: 60, answers: 6);

        Assert.Equal(WeightsOptimizer.Fit(histories), WeightsOptimizer.Fit(histories));
    }

    [Fact]
    public void A_known_memory_is_found_again()
    {
        var known = SimulatedLearner.Forgetful;
        var learned = SimulatedLearner.Histories(known, items: 600, answers: 8, seed: 1);
        var others = SimulatedLearner.Histories(known, items: 600, answers: 8, seed: 2);

        var fitted = FsrsWeights.Of("fitted", WeightsOptimizer.Fit(learned));

        var (best, found, before) = (Loss(known), Loss(fitted), Loss(FsrsWeights.Default));
        Assert.InRange(found - best, -0.005, (before - best) / 10);

        double Loss(FsrsWeights weights) => FitQuality.Of(weights, others).LogLoss;
    }

    [Fact]
    public void Whoever_guesses_knows_less_than_their_right_answers_say()
    {
        var knowing = Half(guess: 0);
        var guessing = Half(guess: 0.5);

        Assert.True(WeightsOptimizer.Fit(guessing)[2] < WeightsOptimizer.Fit(knowing)[2]);

        List<AnswerHistory> Half(double guess) =>
            [
                .. Enumerable
                    .Range(0, 40)
                    .Select(i => new AnswerHistory([
                        new(Grade.Good, 0, i),
                        new HistoryAnswer(i % 4 == 0 ? Grade.Again : Grade.Good, 5, i) { Guess = guess },
                    ])),
            ];
    }

    private static Gen<List<AnswerHistory>> AnyHistories =>
        (
            from grades in Gen.Choose(1, 4).ArrayOf()
            from days in Gen.Choose(0, 300).ArrayOf(grades.Length)
            from prompted in Gen.Choose(0, 9).ArrayOf(grades.Length)
            where grades.Length > 0
            select new AnswerHistory([
                .. grades.Select(
                    (grade, i) =>
                        new HistoryAnswer((Grade)grade, i == 0 ? 0 : days[i], i) { IsPrompted = prompted[i] == 0 }
                ),
            ])
        )
            .ListOf()
            .Select(histories => histories.ToList());

    private static void AssertWithinBounds(ImmutableArray<double> weights) =>
        Assert.All(
            weights.Zip(FsrsWeights.Bounds),
            pair => Assert.InRange(pair.First, pair.Second.Least, pair.Second.Most)
        );

    private static List<AnswerHistory> Many(int count, AnswerHistory history) => [.. Enumerable.Repeat(history, count)];

    private static AnswerHistory History(params (Grade Grade, int Days)[] answers) =>
        new([.. answers.Select((answer, i) => new HistoryAnswer(answer.Grade, answer.Days, i))]);
}
