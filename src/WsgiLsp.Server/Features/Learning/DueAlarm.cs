namespace WsgiLsp.Server.Features.Learning;

/// <summary>
/// Rings when something falls due by time alone, at most once a minute. Safe to use from several threads.
/// </summary>
internal sealed class DueAlarm : IDisposable
{
    private static readonly TimeSpan Rest = TimeSpan.FromMinutes(1);

    // A computer that slept, or whose clock was set, is noticed by then.
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    private readonly Lock guard = new();
    private readonly TimeProvider clock;
    private readonly Func<DateTimeOffset, DateTimeOffset?> next;
    private readonly Action ring;
    private readonly ITimer timer;
    private DateTimeOffset? target;
    private long? rang;
    private bool isEnded;

    /// <param name="clock">Tells the time.</param>
    /// <param name="next">The first moment after another one at which something falls due; null where nothing does.</param>
    /// <param name="ring">Called from any thread when it has come.</param>
    public DueAlarm(TimeProvider clock, Func<DateTimeOffset, DateTimeOffset?> next, Action ring)
    {
        this.clock = clock;
        this.next = next;
        this.ring = ring;
        timer = clock.CreateTimer(_ => Wake(), state: null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>To be called when something else may be the next to fall due.</summary>
    public void Set()
    {
        lock (guard)
        {
            var now = clock.GetUtcNow();

            // What has come and was not rung for yet is rung for first.
            if (target is null || target > now)
            {
                target = next(now);
            }

            Wait(now);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (guard)
        {
            isEnded = true;
        }

        timer.Dispose();
    }

    private void Wake()
    {
        lock (guard)
        {
            var now = clock.GetUtcNow();
            if (isEnded || target is null || target > now || LeftToRest() > TimeSpan.Zero)
            {
                Wait(now);
                return;
            }

            rang = clock.GetTimestamp();
            target = next(now);
            Wait(now);
        }

        ring();
    }

    private TimeSpan LeftToRest() => rang is { } last ? Rest - clock.GetElapsedTime(last) : TimeSpan.Zero;

    private void Wait(DateTimeOffset now)
    {
        if (isEnded)
        {
            return;
        }

        if (target is not { } due)
        {
            timer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            return;
        }

        // Timers count whole milliseconds, and must not be early.
        var wait = TimeSpan.FromMilliseconds(Math.Ceiling(Longer(due - now, LeftToRest()).TotalMilliseconds));
        timer.Change(Longer(TimeSpan.Zero, wait < LongestWait ? wait : LongestWait), Timeout.InfiniteTimeSpan);
    }

    private static TimeSpan Longer(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
