using BenchmarkDotNet.Attributes;
using WsgiLsp.Study.Grading;
using WsgiLsp.Study.Scheduling;

namespace WsgiLsp.Benchmarks.Scheduling;

/// <summary>What an answer does to a memory, and when the card is due again.</summary>
[MemoryDiagnoser]
public class FsrsBenchmarks
{
    private const double Retention = .9;

    private readonly Fsrs fsrs = new(FsrsWeights.Default);
    private readonly MemoryState known = new(20, 5);

    [Benchmark]
    public MemoryState Answer() => fsrs.Next(known, Grade.Good, 21);

    [Benchmark]
    public double Due() => fsrs.RawInterval(known.Stability, Retention);
}
