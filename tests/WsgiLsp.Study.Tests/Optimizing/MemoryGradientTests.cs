using FsCheck;
using FsCheck.Fluent;
using WsgiLsp.Study.Grading;
using WsgiLsp.Study.Optimizing;
using WsgiLsp.Study.Scheduling;

namespace WsgiLsp.Study.Tests.Optimizing;

/// <summary>The passes over a history, against the formulas themselves and against differences.</summary>
public class MemoryGradientTests
{
    private const double Nudge = 1e-6;

    private static readonly Gen<HistoryAnswer> Answers =
        from grade in Gen.Choose(1, 4)
        from days in Gen.Frequency((1, Gen.Constant(0)), (3, Gen.Choose(1, 60)))
        from guess in Gen.Elements(0, 0.25, 0.5)
        select new HistoryAnswer((Grade)grade, days, 0) { Guess = guess };

    private static readonly Gen<HistoryAnswer[]> Histories = Answers
        .ArrayOf()
        .Select(answers => answers is [] ? [new HistoryAnswer(Grade.Good, 0, 0)] : answers);

    /// <summary>Anywhere within the bounds, but not on them.</summary>
    private static readonly Gen<double[]> Weights = Gen.Choose(1, 999)
        .ArrayOf(FsrsWeights.Count)
        .Select(parts =>
            parts
                .Zip(FsrsWeights.Bounds, (part, bound) => bound.Least + ((bound.Most - bound.Least) * part / 1000))
                .ToArray()
        );

    private static readonly Arbitrary<(HistoryAnswer[] Answers, double[] Weights)> Cases = Arb.From(
        from answers in Histories
        from weights in Weights
        select (answers, weights)
    );

    [Fact]
    public void Chances_are_those_of_the_formulas() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(500),
            Prop.ForAll(
                Cases,
                one =>
                {
                    var fsrs = new Fsrs(FsrsWeights.Of("any", [.. one.Weights]));
                    var chances = new double[one.Answers.Length];
                    var gradient = new MemoryGradient();
                    gradient.Use(one.Weights);
                    gradient.Predict(one.Answers, chances);

                    var memory = fsrs.First(one.Answers[0].Grade);
                    for (var i = 1; i < one.Answers.Length; i++)
                    {
                        var answer = one.Answers[i];
                        if (answer.Days > 0)
                        {
                            var known = fsrs.Retrievability(memory.Stability, answer.Days);
                            Assert.Equal(answer.Guess + ((1 - answer.Guess) * known), chances[i], 1e-9);
                        }

                        memory = fsrs.Next(memory, answer.Grade, answer.Days);
                    }
                }
            )
        );

    [Fact]
    public void Slopes_are_those_of_small_differences()
    {
        var (compared, held) = (0, 0);
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(1000),
            Prop.ForAll(
                Cases,
                one =>
                {
                    var shares = one.Answers.Select((a, i) => i > 0 && a.Days > 0 ? 0.25 + (i % 4 / 4.0) : 0).ToArray();
                    var slopes = new double[FsrsWeights.Count];
                    var gradient = new MemoryGradient();
                    gradient.Use(one.Weights);
                    var loss = gradient.Add(one.Answers, shares, slopes);
                    Assert.Equal(gradient.Loss(one.Answers, shares), loss);
                    for (var i = 0; i < slopes.Length; i++)
                    {
                        // Where both sides differ, a bound or another branch lies between them: there is no one slope.
                        var (below, above) = (SlopeAt(i, -Nudge), SlopeAt(i, Nudge));
                        if (Math.Abs(above - below) > 1e-3 * (1 + Math.Abs(above)))
                        {
                            held++;
                            continue;
                        }

                        compared++;
                        Assert.Equal((above + below) / 2, slopes[i], 1e-4 * (1 + Math.Abs(slopes[i])));
                    }

                    double SlopeAt(int index, double nudge)
                    {
                        var moved = (double[])one.Weights.Clone();
                        moved[index] += nudge;
                        gradient.Use(moved);
                        return (gradient.Loss(one.Answers, shares) - loss) / nudge;
                    }
                }
            )
        );

        Assert.True(compared > 100 * held, $"{compared} slopes compared, {held} were none");
    }
}
