using Compare.Measuring;
using Compare.Pages;
using Compare.Wire;

namespace Compare.Soaking;

/// <summary>A tenth of the run: what the server has after it, and how long it took in it, in milliseconds and MiB.</summary>
internal sealed record Sample(
    double Memory,
    double Handles,
    double Threads,
    double Key,
    double SlowKey,
    double Answer,
    double SlowAnswer
)
{
    public static Sample Of(ProcessTree tree, List<double> keys, List<double> answers) =>
        new(
            tree.Memory,
            tree.Handles,
            tree.Threads,
            Statistics.Percentile(keys, .5),
            Statistics.Percentile(keys, .99),
            Statistics.Percentile(answers, .5),
            Statistics.Percentile(answers, .99)
        );

    public override string ToString() =>
        $"memory {Format.Number(Memory)} MiB, handles {Handles}, threads {Threads}, key p50 {Format.Number(Key)} p99 {Format.Number(SlowKey)} ms, "
        + $"answer p50 {Format.Number(Answer)} p99 {Format.Number(SlowAnswer)} ms";
}
