using WsgiLsp.Study.Scheduling;

namespace WsgiLsp.Study.Optimizing;

/// <summary>
/// Goes downhill (Adam, by Kingma and Ba): a step follows the mean of the slopes so far, and is the shorter the more they
/// differ. Steps become shorter towards the end, along half a cosine. Weights stay within their bounds.
/// </summary>
/// <param name="rounds">How many steps there will be.</param>
internal sealed class AdamDescent(int rounds)
{
    private const double FirstStep = 0.04;
    private const double MeanKept = 0.9;
    private const double SquareKept = 0.999;
    private const double Least = 1e-8;

    private readonly double[] _mean = new double[FsrsWeights.Count];
    private readonly double[] _square = new double[FsrsWeights.Count];
    private int _round;

    /// <summary>Goes one step.</summary>
    /// <param name="weights">What is moved.</param>
    /// <param name="gradient">How the loss changes with each weight there.</param>
    public void Step(Span<double> weights, ReadOnlySpan<double> gradient)
    {
        var length = FirstStep * (1 + Math.Cos(Math.PI * _round / rounds)) / 2;
        _round++;
        for (var i = 0; i < weights.Length; i++)
        {
            _mean[i] = (MeanKept * _mean[i]) + ((1 - MeanKept) * gradient[i]);
            _square[i] = (SquareKept * _square[i]) + ((1 - SquareKept) * gradient[i] * gradient[i]);
            var mean = _mean[i] / (1 - Math.Pow(MeanKept, _round));
            var square = _square[i] / (1 - Math.Pow(SquareKept, _round));
            var (least, most) = FsrsWeights.Bounds[i];
            weights[i] = Math.Clamp(weights[i] - (length * mean / (Math.Sqrt(square) + Least)), least, most);
        }
    }
}
