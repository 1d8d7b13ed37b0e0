using WsgiLsp.Study.Optimizing;
using WsgiLsp.Study.Scheduling;

namespace WsgiLsp.Study.Tests.Optimizing;

/// <summary>On a real log we measure what others measure, and fit as well as they do.</summary>
public class RealLogTests
{
    [Theory]
    [InlineData("default")]
    [InlineData("pyFsrsExpected")]
    [InlineData("fsrsRsBinding050")]
    [InlineData("fsrsRsNoShortTerm")]
    public void Weights_are_as_good_as_others_find_them(string name)
    {
        var histories = RealLog.ReadHistories();
        var (logLoss, answers, weights) = RealLog.ReadFigures(name);

        Assert.Equal(answers, histories.Sum(history => history.CountTests()));
        Assert.Equal(logLoss, FitQuality.Of(weights, histories).LogLoss, 1e-5);
    }

    [Fact]
    public void Fitted_weights_are_no_worse_than_those_of_others()
    {
        var trial = WeightsTrial.Of(RealLog.ReadHistories(), FsrsWeights.Default)!;

        Assert.Equal(5329, trial.Answers);
        Assert.InRange(trial.After.LogLoss, 0.43, 0.4440);
        Assert.Equal(0.4472, trial.LaterBefore.LogLoss, 5e-5);

        // Others reach .4455 there.
        Assert.InRange(trial.LaterAfter.LogLoss, 0.4445, 0.4465);
        Assert.InRange(trial.After.BinError, 0, trial.Before.BinError);
    }

    [Fact]
    public void What_gains_too_little_on_later_answers_is_not_kept()
    {
        var trial = WeightsTrial.Of(RealLog.ReadHistories(), FsrsWeights.Default)!;

        Assert.InRange(trial.Gain, 0.001, 0.002);
        Assert.False(trial.IsBetter);
    }
}
