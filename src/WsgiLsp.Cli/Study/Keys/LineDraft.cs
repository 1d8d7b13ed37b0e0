using WsgiLsp.Study;
using WsgiLsp.Study.Reviews;

namespace WsgiLsp.Cli.Study.Keys;

/// <summary>
/// Keeps what is typed of a line with its session, about once a second while keys come, so that a session whose process died
/// finds it again. Safe to use from several threads.
/// </summary>
internal sealed class LineDraft
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private readonly Lock guard = new();
    private readonly StudyRunner runner;
    private readonly ITimer timer;
    private string? text;
    private bool isWaiting;
    private bool isOver;

    /// <param name="clock">Says when a second has passed.</param>
    /// <param name="runner">The session.</param>
    public LineDraft(TimeProvider clock, StudyRunner runner)
    {
        this.runner = runner;
        timer = clock.CreateTimer(
            static draft => ((LineDraft)draft!).Keep(),
            this,
            Timeout.InfiniteTimeSpan,
            Timeout.InfiniteTimeSpan
        );
    }

    /// <summary>The line is now so.</summary>
    public void Change(string typed)
    {
        lock (guard)
        {
            text = typed;
            if (!isWaiting && !isOver)
            {
                isWaiting = timer.Change(Interval, Timeout.InfiniteTimeSpan);
            }
        }
    }

    /// <summary>The line has ended: whoever takes it keeps it.</summary>
    public void End()
    {
        lock (guard)
        {
            text = null;
        }
    }

    /// <summary>Keeps what is typed now.</summary>
    public void Keep()
    {
        lock (guard)
        {
            isWaiting = false;
            if (text is null || isOver)
            {
                return;
            }

            try
            {
                runner.KeepDraft(text);
            }
            catch (ReviewLogException)
            {
                // Whoever takes the line tells it.
            }
        }
    }

    /// <summary>From now on nothing is kept.</summary>
    public void Close()
    {
        lock (guard)
        {
            isOver = true;
        }

        timer.Dispose();
    }
}
