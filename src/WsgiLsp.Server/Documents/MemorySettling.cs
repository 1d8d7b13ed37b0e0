namespace WsgiLsp.Server.Documents;

/// <summary>
/// Collects garbage once after a large deck was opened, while its author still looks at it. Otherwise the first keys would
/// pay for promoting all that the deck brought: tens of milliseconds each for 5,000 cards.
/// </summary>
internal static class MemorySettling
{
    private const int LargeLength = 256 * 1024;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    /// <summary>To be called when a document was opened.</summary>
    /// <param name="length">Its length in UTF-16 code units.</param>
    /// <param name="clock">Measures the pause before.</param>
    public static void Opened(int length, TimeProvider clock)
    {
        if (length >= LargeLength)
        {
            _ = SettleAsync(clock);
        }
    }

    private static async Task SettleAsync(TimeProvider clock)
    {
        await Task.Delay(Pause, clock);
        GC.Collect();
    }
}
