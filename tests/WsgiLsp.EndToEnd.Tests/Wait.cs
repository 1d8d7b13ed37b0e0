namespace WsgiLsp.EndToEnd.Tests;

/// <summary>Waits for what happens in another process.</summary>
internal static class Wait
{
    /// <summary>Returns as soon as the condition holds; fails, naming it, when it does not hold within the limit.</summary>
    public static async Task UntilAsync(string condition, TimeSpan limit, Func<Task<bool>> holds)
    {
        using var expiry = new CancellationTokenSource(limit);
        using var ticks = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (!await holds())
        {
            try
            {
                await ticks.WaitForNextTickAsync(expiry.Token);
            }
            catch (OperationCanceledException)
            {
                Assert.Fail($"Not within {limit.TotalSeconds} s: {condition}");
            }
        }
    }

    /// <inheritdoc cref="UntilAsync(string, TimeSpan, Func{Task{bool}})"/>
    public static Task UntilAsync(string condition, TimeSpan limit, Func<bool> holds) =>
        UntilAsync(condition, limit, () => Task.FromResult(holds()));
}
