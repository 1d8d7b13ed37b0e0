namespace WsgiLsp.Server;

/// <summary>
/// Work in the background, one piece after another, away from the connection's loop. A piece that fails holds up none of the
/// others. Safe to use from several threads.
/// </summary>
/// <param name="failed">Told of what fails where nobody waits for it, but not that the queue has ended.</param>
/// <param name="clock">Measures the patience at the end.</param>
internal sealed class SerialQueue(Action<Exception> failed, TimeProvider clock)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly Lock guard = new();
    private Task last = Task.CompletedTask;
    private bool isClosed;
    private bool isAbandoned;

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

    /// <summary>Works once all earlier work is done.</summary>
    /// <returns>What the work returns; or it fails as the work does.</returns>
    /// <exception cref="ObjectDisposedException">The queue has ended: the work was not begun.</exception>
    public Task<T> Run<T>(Func<Task<T>> work)
    {
        lock (guard)
        {
            if (isClosed)
            {
                return Task.FromException<T>(new ObjectDisposedException(nameof(SerialQueue)));
            }

            var next = RunAsync(last, work);
            last = next;
            return next;
        }
    }

    /// <summary>Works once all earlier work is done, if the queue has not ended by then.</summary>
    /// <returns>Ends with the work, and never fails.</returns>
    public Task Post(Func<Task> work) =>
        GuardAsync(() =>
            Run(async () =>
            {
                await work();
                return true;
            })
        );

    /// <inheritdoc cref="Post(Func{Task})"/>
    public Task Post(Action work) =>
        Post(() =>
        {
            work();
            return Task.CompletedTask;
        });

    /// <summary>Begins something that takes long, at once, and holds no turn until it has ended.</summary>
    /// <param name="work">Posts what is to be done with the result.</param>
    public void Start(Func<Task> work) => _ = GuardAsync(work);

    /// <summary>Ends: nothing more is taken, and what runs is finished while there is patience.</summary>
    /// <param name="finishes">Whether what waits is done as well; else it is not begun.</param>
    public async Task EndAsync(bool finishes)
    {
        Task running;
        lock (guard)
        {
            isClosed = true;
            Volatile.Write(ref isAbandoned, !finishes);
            running = last;
        }

        await Task.WhenAny(running, Task.Delay(Patience, clock));
    }

    private async Task<T> RunAsync<T>(Task before, Func<Task<T>> work)
    {
        await before.ConfigureAwait(ConfigureAwaitOptions.ForceYielding | ConfigureAwaitOptions.SuppressThrowing);
        ObjectDisposedException.ThrowIf(Volatile.Read(ref isAbandoned), this);
        return await work();
    }

    private async Task GuardAsync(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (ObjectDisposedException)
        {
            // The server ends.
        }
#pragma warning disable CA1031 // Nobody waits for this task: what goes wrong in it must be said here.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            failed(exception);
        }
    }
}
