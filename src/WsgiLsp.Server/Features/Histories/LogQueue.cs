using Microsoft.Extensions.Logging;
using WsgiLsp.Study.Reviews;

namespace WsgiLsp.Server.Features.Histories;

/// <summary>
/// Work with the learner's log in the background, one piece after another, so that no request waits for the disk. The log is
/// opened for each piece of work. Safe to use from several threads.
/// </summary>
/// <param name="open">Opens the log.</param>
/// <param name="logger">Told of what fails where nobody waits for it.</param>
internal sealed class LogQueue(Func<ReviewLog> open, ILogger logger)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly Lock guard = new();
    private Task last = Task.CompletedTask;
    private bool isEnding;
    private bool hasComplained;

    /// <summary>Ends when all work up to now is done. Never fails.</summary>
    public Task Done
    {
        get
        {
            lock (guard)
            {
                return Task.WhenAny(last);
            }
        }
    }

    /// <summary>Works with the log once all earlier work is done.</summary>
    /// <exception cref="ReviewLogException">The log cannot be used.</exception>
    /// <exception cref="ObjectDisposedException">The server ends.</exception>
    public Task<T> Run<T>(Func<ReviewLog, T> work)
    {
        lock (guard)
        {
            var next = last.ContinueWith(
                _ =>
                {
                    ObjectDisposedException.ThrowIf(Volatile.Read(ref isEnding), this);
                    using var log = open();
                    return work(log);
                },
                CancellationToken.None,
                TaskContinuationOptions.DenyChildAttach,
                TaskScheduler.Default
            );
            last = next;
            return next;
        }
    }

    /// <summary>
    /// Works with the log, and nobody waits for it. What fails is told to the logger; that the log cannot be used once.
    /// </summary>
    public void Post(Action<ReviewLog> work) => _ = PostAsync(work);

    /// <summary>Ends: what runs is finished, what waits is not begun.</summary>
    public async Task EndAsync()
    {
        Task running;
        lock (guard)
        {
            Volatile.Write(ref isEnding, value: true);
            running = last;
        }

        await Task.WhenAny(running, Task.Delay(Patience));
    }

    private async Task PostAsync(Action<ReviewLog> work)
    {
        try
        {
            await Run(log =>
            {
                work(log);
                return true;
            });
            Volatile.Write(ref hasComplained, value: false);
        }
        catch (ObjectDisposedException)
        {
            // The server ends.
        }
        catch (ReviewLogException exception)
        {
            if (!Interlocked.Exchange(ref hasComplained, value: true))
            {
                logger.LogWarning("{Problem}", exception.Message);
            }
        }
#pragma warning disable CA1031 // Nobody waits for this task: what goes wrong in it must be said here.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            logger.LogError(exception, "Looking at the log failed");
        }
    }
}
