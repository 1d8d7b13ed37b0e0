using WsgiLsp.Study.Grading;
using WsgiLsp.Study.Scheduling;

namespace WsgiLsp.Study.Optimizing;

/// <summary>
/// How long a memory lasts after the first answer, one number a grade: four fits of one number each, to the first answers on
/// later days. With few of these they stay near the published ones, and a better grade never lasts shorter.
/// </summary>
internal static class InitialStabilities
{
    private const int Grades = 4;

    // A rough look at so many places, evenly by their logarithm, and then a narrowing around the best of them.
    private const int Places = 25;
    private const int Narrowings = 25;
    private static readonly double GoldenPart = (Math.Sqrt(5) - 1) / 2;

    /// <summary>Puts them into weights.</summary>
    /// <param name="histories">What is learned from.</param>
    /// <param name="weights">21 weights; the first four are changed.</param>
    public static void Fit(IReadOnlyList<LearnedHistory> histories, double[] weights)
    {
        var byGrade = histories.Select(history => history.UpToFirst()).ToLookup(history => history.Answers[0].Grade);
        var logs = new double[Grades];
        var counts = new int[Grades];
        for (var i = 0; i < Grades; i++)
        {
            List<LearnedHistory> own = [.. byGrade[(Grade)(i + 1)]];
            counts[i] = own.Count;
            logs[i] = own.Count == 0 ? Math.Log(weights[i]) : FitOne(own, weights, i);
        }

        InOrder(logs, counts);
        for (var i = 0; i < Grades; i++)
        {
            weights[i] = Math.Exp(logs[i]);
        }
    }

    /// <summary>The logarithm of the stability that is likeliest, everything else as published.</summary>
    private static double FitOne(List<LearnedHistory> histories, double[] weights, int index)
    {
        var gradient = new MemoryGradient();
        var trial = (double[])weights.Clone();
        var published = Math.Log(weights[index]);
        var (least, most) = FsrsWeights.Bounds[index];
        var (from, to) = (Math.Log(least), Math.Log(most));
        var width = (to - from) / (Places - 1);
        var best = Enumerable.Range(0, Places).Select(place => from + (place * width)).MinBy(Loss);
        return Narrow(Math.Max(from, best - width), Math.Min(to, best + width), Loss);

        double Loss(double log)
        {
            trial[index] = Math.Exp(log);
            gradient.Use(trial);

            // To be off by a factor of e costs as much as an answer that nobody would have thought of.
            var loss = (log - published) * (log - published);
            foreach (var history in histories)
            {
                loss += gradient.Loss(history.Answers, history.Shares);
            }

            return loss;
        }
    }

    /// <summary>The place of the least loss between two, where there is one valley (golden section).</summary>
    private static double Narrow(double from, double to, Func<double, double> loss)
    {
        var (low, high) = (to - (GoldenPart * (to - from)), from + (GoldenPart * (to - from)));
        var (atLow, atHigh) = (loss(low), loss(high));
        for (var i = 0; i < Narrowings; i++)
        {
            if (atLow < atHigh)
            {
                (to, high, atHigh) = (high, low, atLow);
                low = to - (GoldenPart * (to - from));
                atLow = loss(low);
            }
            else
            {
                (from, low, atLow) = (low, high, atHigh);
                high = from + (GoldenPart * (to - from));
                atHigh = loss(high);
            }
        }

        return (from + to) / 2;
    }

    /// <summary>Where a better grade would last shorter, both last as long as their mean, by how many answers each has.</summary>
    private static void InOrder(double[] logs, int[] counts)
    {
        var blocks = new Stack<(double Log, double Count, int Length)>();
        for (var i = 0; i < logs.Length; i++)
        {
            // A grade that nobody gave says next to nothing.
            var block = (Log: logs[i], Count: Math.Max(counts[i], 1e-6), Length: 1);
            while (blocks.TryPeek(out var before) && before.Log > block.Log)
            {
                blocks.Pop();
                var count = before.Count + block.Count;
                block = (
                    ((before.Log * before.Count) + (block.Log * block.Count)) / count,
                    count,
                    before.Length + block.Length
                );
            }

            blocks.Push(block);
        }

        var end = logs.Length;
        foreach (var (log, _, length) in blocks)
        {
            logs.AsSpan((end - length)..end).Fill(log);
            end -= length;
        }
    }
}
