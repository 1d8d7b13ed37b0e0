using System.Diagnostics.CodeAnalysis;
using BenchmarkDotNet.Attributes;
using WsgiLsp.Study.Reviews;

namespace WsgiLsp.Benchmarks.Reviews;

/// <summary>
/// All states of 100,000 cards made anew of 1,000,000 answers: of a copy of the log, since other benchmarks answer more. So
/// many seconds are measured a few times only.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "What is made before the benchmark is disposed after it.")]
[MemoryDiagnoser]
[WarmupCount(2)]
[IterationCount(15)]
public class RebuildBenchmarks
{
    private ReviewLog log = null!;

    [GlobalSetup]
    public void Open() => log = ReviewLog.Open(LargeLog.Shared.UntouchedPath, LargeLog.Shared.Clock);

    [GlobalCleanup]
    public void Close() => log.Dispose();

    [Benchmark]
    public void Rebuild() => log.Rebuild();
}
