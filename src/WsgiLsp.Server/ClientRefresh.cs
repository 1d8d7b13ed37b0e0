using Microsoft.Extensions.Logging;
using WsgiLsp.Protocol;
using WsgiLsp.Protocol.Types;

namespace WsgiLsp.Server;

/// <summary>
/// Has the client ask again for what is shown of decks, where it understands that. Nothing waits for its answer, and at most
/// one request of each kind is open: what changes meanwhile is asked for once more afterwards. Safe to use from several threads.
/// </summary>
/// <param name="connection">The way to the client.</param>
/// <param name="client">What it understands.</param>
/// <param name="logger">Told of what it refuses.</param>
internal sealed class ClientRefresh(Connection connection, Func<ClientCapabilities> client, ILogger logger)
{
    // Who has not answered by then is asked again at the next change.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly Lock guard = new();
    private readonly Dictionary<string, bool> open = new(StringComparer.Ordinal);

    /// <summary>Whether the client understands any of what <see cref="Learned"/> asks for.</summary>
    public bool CanTellLearned =>
        client().Workspace is { CodeLens.RefreshSupport: true } or { InlayHint.RefreshSupport: true };

    /// <summary>What is told of the learner changed, or what of it is to be shown: lenses and inlay hints.</summary>
    public void Learned()
    {
        Lenses();
        Ask(Methods.Workspace.InlayHintRefresh, client().Workspace?.InlayHint?.RefreshSupport);
    }

    /// <summary>Lenses stand for something else, or elsewhere.</summary>
    public void Lenses() => Ask(Methods.Workspace.CodeLensRefresh, client().Workspace?.CodeLens?.RefreshSupport);

    /// <summary>Findings changed otherwise than by typing, of a client that asks for them.</summary>
    public void Findings() => Ask(Methods.Workspace.DiagnosticRefresh, client().Workspace?.Diagnostics?.RefreshSupport);

    private void Ask(RequestMethod<Nothing, Nothing> method, bool? isSupported)
    {
        if (isSupported != true)
        {
            return;
        }

        lock (guard)
        {
            var isOpen = open.ContainsKey(method.Name);
            open[method.Name] = isOpen;
            if (isOpen)
            {
                return;
            }
        }

        _ = AskAsync(method);
    }

    private async Task AskAsync(RequestMethod<Nothing, Nothing> method)
    {
        do
        {
            try
            {
                using var patience = new CancellationTokenSource(Patience);
                await connection.RequestAsync(method, default, patience.Token);
            }
            catch (Exception exception) when (exception is RpcException or OperationCanceledException)
            {
                logger.LogDebug("The client did not answer {Method}: {Reason}", method.Name, exception.Message);
                lock (guard)
                {
                    open.Remove(method.Name);
                }

                return;
            }
        } while (IsWantedAgain(method));
    }

    private bool IsWantedAgain(RequestMethod<Nothing, Nothing> method)
    {
        lock (guard)
        {
            if (open[method.Name])
            {
                open[method.Name] = false;
                return true;
            }

            open.Remove(method.Name);
            return false;
        }
    }
}
