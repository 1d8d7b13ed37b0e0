namespace WsgiLsp.Server.Documents;

/// <summary>
/// Collects garbage once after a large deck was opened and looked through, while its author still looks at it. Otherwise
/// the first keys would pay for promoting all that the deck brought: tens of milliseconds each for 5,000 cards.
/// </summary>
/// <param name="clock">Measures the pause before.</param>
internal sealed class MemorySettling(TimeProvider clock)
{
    private const int LargeLength = 256 * 1024;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);

    private bool isDue;

    /// <summary>To be called on the loop when a document was opened.</summary>
    /// <param name="length">Its length in UTF-16 code units.</param>
    public void Opened(int length) => isDue |= length >= LargeLength;

    /// <summary>To be called on the loop when its findings are out.</summary>
    public void Published()
    {
        if (isDue)
        {
            isDue = false;
            _ = SettleAsync();
        }
    }

    private async Task SettleAsync()
    {
        await Task.Delay(Pause, clock);

        // What lives on moves up by one generation at a time, and there are two above the first.
        GC.Collect();
        GC.Collect();
    }
}
