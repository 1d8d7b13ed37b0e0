using WsgiLsp.Study.Grading;
using WsgiLsp.Study.Optimizing;
using WsgiLsp.Study.Scheduling;

namespace WsgiLsp.Study.Tests.Optimizing;

public class WeightsTrialTests
{
    [Theory]
    [InlineData(1499, false)]
    [InlineData(1500, true)]
    public void Few_answers_are_not_tried(int answers, bool isTried) =>
        Assert.Equal(
            isTried,
            WeightsTrial.Of(
                SimulatedLearner.Histories(FsrsWeights.Default, items: answers, answers: 2),
                FsrsWeights.Default
            )
                is not null
        );

    [Fact]
    public void Who_remembers_as_most_do_keeps_the_published_weights()
    {
        var trial = WeightsTrial.Of(
            SimulatedLearner.Histories(FsrsWeights.Default, items: 400, answers: 6),
            FsrsWeights.Default
        )!;

        Assert.InRange(trial.Gain, -0.05, WeightsTrial.LeastGain);
        Assert.False(trial.IsBetter);
    }

    [Fact]
    public void Who_forgets_faster_gets_other_weights_once()
    {
        var rounds = 0;
        var histories = SimulatedLearner.Histories(SimulatedLearner.Forgetful, items: 400, answers: 6);

        var first = WeightsTrial.Of(histories, FsrsWeights.Default, () => rounds++)!;
        var second = WeightsTrial.Of(histories, FsrsWeights.Of("first", first.Fitted))!;

        Assert.True(first.IsBetter);
        Assert.True(first.After.LogLoss < first.Before.LogLoss);
        Assert.Equal(WeightsTrial.Rounds, rounds);
        Assert.False(second.IsBetter);
        Assert.Equal(first.Fitted, second.Fitted);
    }

    [Fact]
    public void Weights_are_tried_on_answers_that_they_have_not_seen()
    {
        // Whoever forgot nothing in four fifths, and then everything: what was learned first is wrong later.
        var steady = SimulatedLearner.Histories(FsrsWeights.Default, items: 400, answers: 6);
        var last = steady.SelectMany(history => history.Answers).Select(answer => answer.Time).Order().ToList()[
            (int)(2400 * 0.83)
        ];
        List<AnswerHistory> broken =
        [
            .. steady.Select(history => new AnswerHistory([
                .. history.Answers.Select(answer =>
                    answer with
                    {
                        Grade = answer.Time < last ? Grade.Good : Grade.Again,
                    }
                ),
            ])),
        ];

        var trial = WeightsTrial.Of(broken, FsrsWeights.Default)!;

        Assert.True(trial.After.LogLoss < trial.Before.LogLoss);
        Assert.True(trial.Gain < 0);
        Assert.False(trial.IsBetter);
    }

    [Theory]
    [InlineData(1499, null, null)]
    [InlineData(1500, null, 1500)]
    [InlineData(1874, 1500, null)]
    [InlineData(1875, 1500, 375)]
    [InlineData(1600, 100, 1500)]
    [InlineData(1000, 2000, null)]
    public void It_is_offered_again_after_a_quarter_more(int answers, int? fitted, int? offered) =>
        Assert.Equal(offered, WeightsOffer.Of(WeightsFamily.Production, answers, fitted)?.Answers);
}
