using WsgiLsp.Study.Grading;
using WsgiLsp.Study.Scheduling;

namespace WsgiLsp.Study.Optimizing;

/// <summary>
/// How the log loss of histories changes with each weight: a pass forwards, which keeps what each step was made of, and one
/// back, which adds up what each weight had to do with it. The formulas are those of <see cref="Fsrs"/>; where these hold a
/// value within bounds it does not move, and so nothing passes through it. Not for several threads at once.
/// </summary>
internal sealed class MemoryGradient
{
    private readonly double[] _w = new double[FsrsWeights.Count];
    private double _factor;
    private double _factorSlope;
    private double _easiest;
    private double _easiestSlope;
    private Step[] _steps = new Step[16];

    /// <summary>The weights that hold from now on.</summary>
    /// <param name="weights">21 weights within their bounds.</param>
    public void Use(ReadOnlySpan<double> weights)
    {
        weights.CopyTo(_w);
        var power = Math.Pow(0.9, -1 / _w[20]);
        _factor = power - 1;
        _factorSlope = power * Math.Log(0.9) / (_w[20] * _w[20]);
        _easiestSlope = Math.Exp(3 * _w[5]);
        _easiest = _w[4] - _easiestSlope + 1;
    }

    /// <summary>Adds what a history has to do with the loss.</summary>
    /// <param name="answers">The history, or its beginning.</param>
    /// <param name="shares">How much each answer's loss counts; 0 for those that do not.</param>
    /// <param name="gradient">What is added to: 21 slopes.</param>
    /// <returns>The loss of these answers, each times its share.</returns>
    public double Add(ReadOnlySpan<HistoryAnswer> answers, ReadOnlySpan<double> shares, Span<double> gradient)
    {
        var loss = Remember(answers, shares);
        double stability = 0;
        double difficulty = 0;
        for (var i = answers.Length - 1; i > 0; i--)
        {
            GoBack(_steps[i], answers[i].Grade, gradient, ref stability, ref difficulty);
        }

        var first = answers[0].Grade;
        gradient[(int)first - 1] += stability;
        if (IsWithin(FirstDifficulty(first), Fsrs.LeastDifficulty, Fsrs.MostDifficulty))
        {
            gradient[4] += difficulty;
            gradient[5] -= difficulty * ((int)first - 1) * Math.Exp(_w[5] * ((int)first - 1));
        }

        return loss;
    }

    /// <summary>The loss of a history's answers, each times its share.</summary>
    /// <param name="answers">The history, or its beginning.</param>
    /// <param name="shares">How much each answer's loss counts; 0 for those that do not.</param>
    public double Loss(ReadOnlySpan<HistoryAnswer> answers, ReadOnlySpan<double> shares) => Remember(answers, shares);

    /// <summary>The chance that each answer but the first is right.</summary>
    /// <param name="answers">The history, or its beginning.</param>
    /// <param name="chances">Takes them; as long as the history.</param>
    public void Predict(ReadOnlySpan<HistoryAnswer> answers, Span<double> chances)
    {
        chances.Clear();
        _ = Remember(answers, chances);
        for (var i = 1; i < answers.Length; i++)
        {
            chances[i] = Guessing.ChanceOfRight(_steps[i].Retrievability, answers[i].Guess);
        }
    }

    private double Remember(ReadOnlySpan<HistoryAnswer> answers, ReadOnlySpan<double> shares)
    {
        if (_steps.Length < answers.Length)
        {
            _steps = new Step[answers.Length * 2];
        }

        var loss = 0.0;
        var stability = Math.Clamp(_w[(int)answers[0].Grade - 1], Fsrs.LeastStability, Fsrs.MostStability);
        var difficulty = Math.Clamp(FirstDifficulty(answers[0].Grade), Fsrs.LeastDifficulty, Fsrs.MostDifficulty);
        for (var i = 1; i < answers.Length; i++)
        {
            ref var step = ref _steps[i];
            step = new Step
            {
                Stability = stability,
                Difficulty = difficulty,
                Days = answers[i].Days,
            };
            if (step.Days > 0)
            {
                step.Base = 1 + (_factor * step.Days / stability);
                step.Retrievability = Math.Pow(step.Base, -_w[20]);
            }

            if (shares[i] > 0)
            {
                var chance = Guessing.ChanceOfRight(step.Retrievability, answers[i].Guess);
                loss += shares[i] * LogLoss.Of(chance, answers[i].IsGot);
                step.Slope = shares[i] * LogLoss.Slope(chance, answers[i].IsGot) * (1 - answers[i].Guess);
            }

            GoOn(ref step, answers[i].Grade);
            stability = Math.Clamp(step.NextStability, Fsrs.LeastStability, Fsrs.MostStability);
            difficulty = Math.Clamp(step.NextDifficulty, Fsrs.LeastDifficulty, Fsrs.MostDifficulty);
        }

        return loss;
    }

    private double FirstDifficulty(Grade grade) => _w[4] - Math.Exp(_w[5] * ((int)grade - 1)) + 1;

    private void GoOn(ref Step step, Grade grade)
    {
        var (s, d, r) = (step.Stability, step.Difficulty, step.Retrievability);
        var g = (int)grade;
        if (step.Days == 0)
        {
            step.Gain = Math.Exp(_w[17] * (g - 3 + _w[18])) * Math.Pow(s, -_w[19]);
            step.IsHeld = grade != Grade.Again && step.Gain < 1;
            step.NextStability = step.IsHeld ? s : s * step.Gain;
        }
        else if (grade == Grade.Again)
        {
            step.Scale = Math.Pow(d, -_w[12]) * Math.Exp(_w[14] * (1 - r));
            step.Power = Math.Pow(s + 1, _w[13]);
            var forgotten = _w[11] * step.Scale * (step.Power - 1);
            var most = s / Math.Exp(_w[17] * _w[18]);
            step.IsHeld = most < forgotten;
            step.NextStability = step.IsHeld ? most : forgotten;
        }
        else
        {
            step.Power = Math.Exp(_w[10] * (1 - r));
            step.Scale = Math.Exp(_w[8]) * (11 - d) * Math.Pow(s, -_w[9]) * s;
            step.Gain = Bonus(grade) * step.Scale * (step.Power - 1);
            step.NextStability = s + step.Gain;
        }

        step.Moved = d - (_w[6] * (g - 3) * (10 - d) / 9);
        step.NextDifficulty = (_w[7] * _easiest) + ((1 - _w[7]) * step.Moved);
    }

    /// <summary>From how the loss changes with the memory after a step to how it changes with the one before.</summary>
    private void GoBack(in Step step, Grade grade, Span<double> gradient, ref double stability, ref double difficulty)
    {
        var after = IsWithin(step.NextStability, Fsrs.LeastStability, Fsrs.MostStability) ? stability : 0;
        var harder = IsWithin(step.NextDifficulty, Fsrs.LeastDifficulty, Fsrs.MostDifficulty) ? difficulty : 0;
        var g = (int)grade;
        var retrievability = step.Slope;
        (stability, difficulty) = (0, 0);
        if (step.Days == 0)
        {
            GoBackSameDay(step, g, after, gradient, ref stability);
        }
        else if (grade == Grade.Again)
        {
            GoBackFailure(step, after, gradient, ref stability, ref difficulty, ref retrievability);
        }
        else
        {
            GoBackSuccess(step, grade, after, gradient, ref stability, ref difficulty, ref retrievability);
        }

        if (step.Days > 0)
        {
            var perBase = -_w[20] * step.Retrievability / step.Base * retrievability;
            var days = step.Days / step.Stability;
            stability -= perBase * _factor * days / step.Stability;
            gradient[20] +=
                (perBase * days * _factorSlope) - (retrievability * step.Retrievability * Math.Log(step.Base));
        }

        gradient[4] += harder * _w[7];
        gradient[5] -= harder * _w[7] * 3 * _easiestSlope;
        gradient[6] -= harder * (1 - _w[7]) * (g - 3) * (10 - step.Difficulty) / 9;
        gradient[7] += harder * (_easiest - step.Moved);
        difficulty += harder * (1 - _w[7]) * (1 + (_w[6] * (g - 3) / 9));
    }

    private void GoBackSameDay(in Step step, int grade, double after, Span<double> gradient, ref double stability)
    {
        if (step.IsHeld)
        {
            stability += after;
            return;
        }

        stability += after * step.Gain * (1 - _w[19]);
        gradient[17] += after * step.NextStability * (grade - 3 + _w[18]);
        gradient[18] += after * step.NextStability * _w[17];
        gradient[19] -= after * step.NextStability * Math.Log(step.Stability);
    }

    private void GoBackFailure(
        in Step step,
        double after,
        Span<double> gradient,
        ref double stability,
        ref double difficulty,
        ref double retrievability
    )
    {
        if (step.IsHeld)
        {
            stability += after * step.NextStability / step.Stability;
            gradient[17] -= after * step.NextStability * _w[18];
            gradient[18] -= after * step.NextStability * _w[17];
            return;
        }

        var all = after * step.NextStability;
        gradient[11] += all / _w[11];
        gradient[12] -= all * Math.Log(step.Difficulty);
        gradient[13] += after * _w[11] * step.Scale * step.Power * Math.Log(step.Stability + 1);
        gradient[14] += all * (1 - step.Retrievability);
        stability += after * _w[11] * step.Scale * _w[13] * step.Power / (step.Stability + 1);
        difficulty -= all * _w[12] / step.Difficulty;
        retrievability -= all * _w[14];
    }

    private void GoBackSuccess(
        in Step step,
        Grade grade,
        double after,
        Span<double> gradient,
        ref double stability,
        ref double difficulty,
        ref double retrievability
    )
    {
        var gain = after * step.Gain;
        var perPower = after * Bonus(grade) * step.Scale * step.Power;
        gradient[8] += gain;
        gradient[9] -= gain * Math.Log(step.Stability);
        gradient[10] += perPower * (1 - step.Retrievability);
        if (grade is Grade.Hard or Grade.Easy)
        {
            gradient[grade == Grade.Hard ? 15 : 16] += after * step.Scale * (step.Power - 1);
        }

        stability += after + (gain * (1 - _w[9]) / step.Stability);
        difficulty -= gain / (11 - step.Difficulty);
        retrievability -= perPower * _w[10];
    }

    private double Bonus(Grade grade) =>
        grade switch
        {
            Grade.Hard => _w[15],
            Grade.Easy => _w[16],
            _ => 1,
        };

    private static bool IsWithin(double value, double least, double most) => value > least && value < most;

    /// <summary>What a step forwards was made of.</summary>
    private struct Step
    {
        public double Stability;
        public double Difficulty;
        public int Days;

        /// <summary>One plus the part of the stability that has passed, by the curve's factor.</summary>
        public double Base;
        public double Retrievability;

        /// <summary>How the loss changes with the retrievability.</summary>
        public double Slope;

        /// <summary>Whether a bound of the formula took the place of the formula.</summary>
        public bool IsHeld;

        /// <summary>Days that a success adds, or the factor of the same day.</summary>
        public double Gain;
        public double Scale;
        public double Power;
        public double Moved;
        public double NextStability;
        public double NextDifficulty;
    }
}
