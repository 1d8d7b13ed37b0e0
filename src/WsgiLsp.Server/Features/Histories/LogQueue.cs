using Microsoft.Extensions.Logging;
using WsgiLsp.Study.Reviews;

namespace WsgiLsp.Server.Features.Histories;

/// <summary>
/// Work with the learner's log in the background, one piece after another, so that no request waits for the disk. The log is
/// opened for each piece of work. Safe to use from several threads.
/// </summary>
internal sealed class LogQueue
{
    private readonly Func<ReviewLog> open;
    private readonly ILogger logger;
    private readonly SerialQueue queue;
    private bool hasComplained;

    /// <param name="open">Opens the log.</param>
    /// <param name="clock">Measures the patience at the end.</param>
    /// <param name="logger">Told of what fails where nobody waits for it.</param>
    public LogQueue(Func<ReviewLog> open, TimeProvider clock, ILogger logger)
    {
        (this.open, this.logger) = (open, logger);
        queue = new SerialQueue(Complain, clock);
    }

    /// <summary>Ends when all work up to now is done. Never fails.</summary>
    public Task Done => queue.Done;

    /// <summary>Works with the log once all earlier work is done.</summary>
    /// <exception cref="ReviewLogException">The log cannot be used.</exception>
    /// <exception cref="ObjectDisposedException">The server ends.</exception>
    public Task<T> Run<T>(Func<ReviewLog, T> work) =>
        queue.Run(() =>
        {
            using var log = open();
            return Task.FromResult(work(log));
        });

    /// <summary>
    /// Works with the log, and nobody waits for it. What fails is told to the logger; that the log cannot be used once.
    /// </summary>
    public void Post(Action<ReviewLog> work) =>
        _ = queue.Post(() =>
        {
            using var log = open();
            work(log);
            Volatile.Write(ref hasComplained, value: false);
        });

    /// <summary>Ends: what runs is finished, what waits is not begun.</summary>
    public Task EndAsync() => queue.EndAsync(finishes: false);

    private void Complain(Exception exception)
    {
        if (exception is not ReviewLogException)
        {
            logger.LogError(exception, "Looking at the log failed");
        }
        else if (!Interlocked.Exchange(ref hasComplained, value: true))
        {
            logger.LogWarning("{Problem}", exception.Message);
        }
    }
}
