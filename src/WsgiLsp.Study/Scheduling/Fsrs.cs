using WsgiLsp.Study.Grading;

namespace WsgiLsp.Study.Scheduling;

/// <summary>
/// The formulas of FSRS-6 (Free Spaced Repetition Scheduler, open-spaced-repetition): how a memory fades, and what an answer
/// does to it. Pure.
/// </summary>
public sealed class Fsrs
{
    /// <summary>The longest interval, in days.</summary>
    public const int MaxInterval = 36500;

    internal const double LeastStability = 0.001;
    internal const double MostStability = 36500;
    internal const double LeastDifficulty = 1;
    internal const double MostDifficulty = 10;

    private readonly FsrsWeights _w;
    private readonly double _decay;
    private readonly double _factor;

    /// <summary>The formulas with some weights.</summary>
    public Fsrs(FsrsWeights weights)
    {
        _w = weights;
        _decay = -weights[20];
        _factor = Math.Pow(0.9, 1 / _decay) - 1;
    }

    /// <summary>The weights.</summary>
    public FsrsWeights Weights => _w;

    /// <summary>The chance that a memory is recalled.</summary>
    /// <param name="stability">Its stability, in days.</param>
    /// <param name="days">Days since the last answer, at least 0.</param>
    /// <returns>0…1; .9 after as many days as the stability says.</returns>
    public double Retrievability(double stability, double days) => Math.Pow(1 + (_factor * days / stability), _decay);

    /// <summary>Days until the chance of recall has fallen to what is wanted, not rounded.</summary>
    /// <param name="stability">The stability, in days.</param>
    /// <param name="retention">The chance that is wanted, above 0 and below 1.</param>
    public double RawInterval(double stability, double retention) =>
        stability / _factor * (Math.Pow(retention, 1 / _decay) - 1);

    /// <summary>An interval in whole days, half a day rounded up: 1…<see cref="MaxInterval"/>.</summary>
    public static int Round(double interval) => (int)Math.Clamp(Math.Floor(interval + 0.5), 1, MaxInterval);

    /// <summary>The memory after the first answer.</summary>
    public MemoryState First(Grade grade) =>
        new(
            Math.Clamp(_w[(int)grade - 1], LeastStability, MostStability),
            Math.Clamp(FirstDifficulty(grade), LeastDifficulty, MostDifficulty)
        );

    /// <summary>The memory after another answer.</summary>
    /// <param name="before">The memory before.</param>
    /// <param name="grade">The answer's grade.</param>
    /// <param name="days">Study days since the answer before, at least 0; 0 is the same day.</param>
    public MemoryState Next(MemoryState before, Grade grade, int days)
    {
        var stability =
            days == 0 ? AfterSameDay(before.Stability, grade)
            : grade == Grade.Again ? AfterFailure(before, Retrievability(before.Stability, days))
            : AfterSuccess(before, Retrievability(before.Stability, days), grade);
        return new MemoryState(
            Math.Clamp(stability, LeastStability, MostStability),
            NextDifficulty(before.Difficulty, grade)
        );
    }

    private double FirstDifficulty(Grade grade) => _w[4] - Math.Exp(_w[5] * ((int)grade - 1)) + 1;

    private double NextDifficulty(double difficulty, Grade grade)
    {
        var moved = difficulty - (_w[6] * ((int)grade - 3) * (10 - difficulty) / 9);
        return Math.Clamp(
            (_w[7] * FirstDifficulty(Grade.Easy)) + ((1 - _w[7]) * moved),
            LeastDifficulty,
            MostDifficulty
        );
    }

    private double AfterSuccess(MemoryState before, double retrievability, Grade grade) =>
        before.Stability
        * (
            1
            + (
                Math.Exp(_w[8])
                * (11 - before.Difficulty)
                * Math.Pow(before.Stability, -_w[9])
                * (Math.Exp(_w[10] * (1 - retrievability)) - 1)
                * (grade == Grade.Hard ? _w[15] : 1)
                * (grade == Grade.Easy ? _w[16] : 1)
            )
        );

    private double AfterFailure(MemoryState before, double retrievability) =>
        Math.Min(
            _w[11]
                * Math.Pow(before.Difficulty, -_w[12])
                * (Math.Pow(before.Stability + 1, _w[13]) - 1)
                * Math.Exp(_w[14] * (1 - retrievability)),
            before.Stability / Math.Exp(_w[17] * _w[18])
        );

    private double AfterSameDay(double stability, Grade grade)
    {
        var factor = Math.Exp(_w[17] * ((int)grade - 3 + _w[18])) * Math.Pow(stability, -_w[19]);
        return stability * (grade == Grade.Again ? factor : Math.Max(1, factor));
    }
}
