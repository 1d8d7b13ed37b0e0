using WsgiLsp.Study.Grading;
using WsgiLsp.Study.Reviews;

namespace WsgiLsp.Study.Tests.Sync;

/// <summary>A computer with a log and a clock of its own that exchanges through a folder.</summary>
internal sealed class SyncDevice : IDisposable
{
    public SyncDevice(string folder, string exchange, DateTimeOffset now)
    {
        Clock = new TestClock(now);
        LogPath = Path.Join(folder, "reviews.db");
        Log = ReviewLog.Open(LogPath, Clock, new ReviewLogOptions { SyncFolder = exchange });
    }

    public string LogPath { get; }

    public TestClock Clock { get; }

    public ReviewLog Log { get; }

    public LoggedEvent Answer(string item, Grade grade = Grade.Good, string? mode = null)
    {
        Clock.Pass(TimeSpan.FromSeconds(10));
        return Log.Append(
            new ReviewEvent
            {
                Kind = ReviewEventKind.Review,
                Item = item,
                Grade = grade,
                Mode = mode,
            }
        );
    }

    public void Dispose() => Log.Dispose();
}
