using System.Diagnostics.CodeAnalysis;
using BenchmarkDotNet.Attributes;
using Microsoft.Extensions.Logging.Abstractions;
using WsgiLsp.Decks.Model;
using WsgiLsp.Server.Features.Histories;
using WsgiLsp.Server.Features.Learning;
using WsgiLsp.Server.Workspace;
using WsgiLsp.Study.Grading;
using WsgiLsp.Study.Reviews;
using WsgiLsp.Study.Settings;

namespace WsgiLsp.Benchmarks.Histories;

/// <summary>
/// What an answer costs the server besides writing it down, with 100,000 cards in 2,000 decks in the workspace and in the
/// log: the look at the log that the next lens, hover or hint asks for, and what the lens itself counts anew after that.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "What is made before a benchmark is disposed after it.")]
[MemoryDiagnoser]
[WarmupCount(5)]
[IterationCount(30)]
[InvocationCount(1)]
public class AnsweredBenchmarks
{
    private readonly StudySettings settings = new();
    private readonly StudyCounts counts = new();
    private LearnedWorkspace workspace = null!;
    private LogQueue queue = null!;
    private HistoryWatch watch = null!;
    private ReviewLog log = null!;
    private Deck open = null!;
    private int answered;

    [GlobalSetup]
    public void Make()
    {
        workspace = new LearnedWorkspace();
        log = ReviewLog.Open(workspace.LogPath, TimeProvider.System);
        open = LearnedWorkspace.Read(workspace.Paths[0]).Deck;
        queue = new LogQueue(
            () => ReviewLog.Open(workspace.LogPath, TimeProvider.System),
            TimeProvider.System,
            NullLogger.Instance
        );
        watch = new HistoryWatch(
            queue,
            new ConfigLookup(),
            () => workspace.Paths,
            () => new HashSet<string>(workspace.Paths.Take(1), StringComparer.Ordinal),
            _ => { },
            _ => { }
        );
        watch.Update(keeps: false);
        watch.Done.GetAwaiter().GetResult();
    }

    /// <summary>Answers a card: each time another one of the first deck, which is open and whose facts are wanted.</summary>
    [IterationSetup(Target = nameof(Look))]
    public void Answer() =>
        log.Append(
            new ReviewEvent
            {
                Kind = ReviewEventKind.Review,
                Item = workspace.Keys[answered++ % open.Cards.Count()],
                Grade = Grade.Good,
            }
        );

    /// <summary>Answers one, and has that looked at.</summary>
    [IterationSetup(Target = nameof(Count))]
    public void AnswerAndLook()
    {
        Answer();
        Look();
    }

    [GlobalCleanup]
    public void Remove()
    {
        queue.EndAsync().GetAwaiter().GetResult();
        log.Dispose();
        workspace.Dispose();
    }

    /// <summary>The look in the background, from the question to its end.</summary>
    [Benchmark]
    public void Look()
    {
        watch.UpdateIfWritten(workspace.LogPath);
        watch.Done.GetAwaiter().GetResult();
    }

    /// <summary>The open deck's lens, after it.</summary>
    [Benchmark]
    public (int, int) Count() =>
        counts.Of(
            open,
            watch.Book.Learned!,
            settings,
            new StudyMoment(TimeProvider.System.GetLocalNow(), StudyDay.DefaultStart)
        );
}
