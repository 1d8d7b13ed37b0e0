using Microsoft.Extensions.Logging;
using WsgiLsp.Study.Reviews;

namespace WsgiLsp.Server.Sheets;

/// <summary>
/// Work on sheets: one piece after another, away from the connection's loop. What fails is said, since nobody waits for it.
/// Safe to use from several threads.
/// </summary>
/// <param name="say">Tells the person of a problem.</param>
/// <param name="clock">Measures the patience at the end.</param>
/// <param name="logger">Told of what fails.</param>
internal sealed class SheetTurns(Action<string> say, TimeProvider clock, ILogger logger)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly Lock guard = new();
    private Task last = Task.CompletedTask;
    private bool isEnding;

    /// <summary>Works once all earlier work is done.</summary>
    /// <returns>Ends with the work, and never fails.</returns>
    public Task Post(Action work) =>
        Post(() =>
        {
            work();
            return Task.CompletedTask;
        });

    /// <summary>Works once all earlier work is done.</summary>
    /// <returns>Ends with the work, and never fails.</returns>
    public Task Post(Func<Task> work)
    {
        lock (guard)
        {
            return isEnding ? Task.CompletedTask : last = RunAsync(last, work);
        }
    }

    /// <summary>Begins something that takes long, at once, and holds no turn until it has ended.</summary>
    /// <param name="work">Posts what is to be done with the result.</param>
    public void Start(Func<Task> work) => _ = GuardAsync(work);

    /// <summary>Ends: what waits is done while there is patience, and nothing more is taken.</summary>
    public async Task EndAsync()
    {
        Task running;
        lock (guard)
        {
            isEnding = true;
            running = last;
        }

        await Task.WhenAny(running, Task.Delay(Patience, clock));
    }

    private async Task RunAsync(Task before, Func<Task> work)
    {
        await before.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        await GuardAsync(work);
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
        catch (ReviewLogException exception)
        {
            say(exception.Message);
        }
#pragma warning disable CA1031 // Nobody waits for this task: what goes wrong in it must be said here.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            logger.LogError(exception, "The sheet failed");
            say("The sheet failed: " + exception.Message);
        }
    }
}
