using System.Diagnostics.CodeAnalysis;
using BenchmarkDotNet.Attributes;
using Microsoft.Data.Sqlite;
using WsgiLsp.Study.Grading;
using WsgiLsp.Study.Reviews;
using WsgiLsp.Study.Sessions;

namespace WsgiLsp.Benchmarks.Reviews;

/// <summary>
/// The log of 100,000 cards and 1,000,000 answers: what is due when little has changed, and an answer beside a bare synced
/// commit of the same database library.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "What is made before a benchmark is disposed after it.")]
[MemoryDiagnoser]
public class LogBenchmarks
{
    private readonly LargeLog large = LargeLog.Shared;
    private ReviewLog log = null!;
    private SqliteConnection bare = null!;
    private long answered;

    [GlobalSetup]
    public void Make()
    {
        log = ReviewLog.Open(large.Path, large.Clock);
        bare = new SqliteConnection($"Data Source={large.BarePath};Pooling=False");
        bare.Open();
        Execute(
            "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE IF NOT EXISTS events (id INTEGER PRIMARY KEY, text TEXT)"
        );
        DuePage();
    }

    [GlobalCleanup]
    public void Remove()
    {
        bare.Dispose();
        log.Dispose();
    }

    /// <summary>The numbers of what is due, the states being known.</summary>
    [Benchmark]
    public int DuePage() => DueCounts.Of(large.Cards, log.ReadItemStates(), log.Now, new SessionOptions()).Due;

    /// <summary>An answer, planned, logged, folded and synced.</summary>
    [Benchmark]
    public LoggedEvent Answer() =>
        log.Append(
            new ReviewEvent
            {
                Kind = ReviewEventKind.Review,
                Item = large.Cards[(int)(answered++ * 7919 % large.Cards.Count)].Key,
                Grade = Grade.Good,
                AnswerFingerprint = "0123456789abcdef",
            }
        );

    /// <summary>What no answer can be faster than.</summary>
    [Benchmark(Baseline = true)]
    public int BareSyncedCommit() =>
        Execute("INSERT INTO events (text) VALUES ('an answer, about as long as one is in a log')");

    private int Execute(string sql)
    {
        using var command = bare.CreateCommand();
#pragma warning disable CA2100 // Both callers pass constants.
        command.CommandText = sql;
#pragma warning restore CA2100
        return command.ExecuteNonQuery();
    }
}
