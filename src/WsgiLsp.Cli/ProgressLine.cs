namespace WsgiLsp.Cli;

/// <summary>
/// One line on standard error that counts what is done while people wait, where that is a terminal. It comes after half a second, and
/// is erased in the end. Safe to use from several threads.
/// </summary>
internal sealed class ProgressLine : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    private readonly Lock guard = new();
    private readonly Terminal terminal;
    private readonly int total;
    private readonly string what;
    private readonly ITimer? timer;

    private int done;
    private bool isShown;
    private bool isOver;

    /// <param name="terminal">Where to write, and the clock.</param>
    /// <param name="total">How much there is to do.</param>
    /// <param name="what">What that is, such as <c>decks</c>.</param>
    public ProgressLine(Terminal terminal, int total, string what)
    {
        this.terminal = terminal;
        this.total = total;
        this.what = what;
        if (terminal.ShowsProgress)
        {
            timer = terminal.Clock.CreateTimer(static line => ((ProgressLine)line!).Show(), this, Patience, Interval);
        }
    }

    /// <summary>One more is done.</summary>
    public void Step() => Interlocked.Increment(ref done);

    public void Dispose()
    {
        timer?.Dispose();
        lock (guard)
        {
            // A tick that is on its way comes too late.
            isOver = true;
            if (isShown)
            {
                terminal.Error.Write("\r\e[K");
            }
        }
    }

    private void Show()
    {
        lock (guard)
        {
            if (!isOver)
            {
                isShown = true;
                terminal.Error.Write($"\r\e[K{Volatile.Read(ref done)} of {total} {what}");
            }
        }
    }
}
