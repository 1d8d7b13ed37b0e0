using System.Runtime.InteropServices;

namespace WsgiLsp.Cli;

/// <summary>The wishes of the outside that the program end, so that it can do so in good order.</summary>
internal sealed class Interrupts : IDisposable
{
    private readonly CancellationTokenSource interrupted = new();
    private readonly List<PosixSignalRegistration> signals = [];

    /// <summary>From now on they end nothing by themselves.</summary>
    /// <returns>Cancelled by the first.</returns>
    public CancellationToken Catch()
    {
        signals.Add(PosixSignalRegistration.Create(PosixSignal.SIGINT, Cancel));
        signals.Add(PosixSignalRegistration.Create(PosixSignal.SIGTERM, Cancel));
        return interrupted.Token;

        void Cancel(PosixSignalContext signal)
        {
            signal.Cancel = true;
            interrupted.Cancel();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        signals.ForEach(signal => signal.Dispose());
        interrupted.Dispose();
    }
}
