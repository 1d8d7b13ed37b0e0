using System.Diagnostics.CodeAnalysis;
using BenchmarkDotNet.Attributes;
using WsgiLsp.Study.Grading;
using WsgiLsp.Study.Reviews;

namespace WsgiLsp.Benchmarks.Reviews;

/// <summary>An answer to a log that has few so far; <see cref="LogBenchmarks"/> has it with a million.</summary>
[SuppressMessage("Design", "CA1001", Justification = "What is made before the benchmark is disposed after it.")]
[MemoryDiagnoser]
public class AppendBenchmarks
{
    private readonly string folder = Directory.CreateTempSubdirectory("wsgilsp-benchmarks-").FullName;
    private ReviewLog log = null!;
    private int answered;

    [GlobalSetup]
    public void Open() => log = ReviewLog.Open(Path.Join(folder, "reviews.db"), TimeProvider.System);

    [GlobalCleanup]
    public void Remove()
    {
        log.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [Benchmark]
    public LoggedEvent Append() =>
        log.Append(
            new ReviewEvent
            {
                Kind = ReviewEventKind.Review,
                Item = $"deck#c{answered++ % 100}",
                Grade = Grade.Good,
            }
        );
}
