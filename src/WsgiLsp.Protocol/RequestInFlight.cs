namespace WsgiLsp.Protocol;

/// <summary>A request of the client that has no answer yet.</summary>
/// <param name="id">Its id.</param>
/// <param name="method">Its method.</param>
/// <param name="start">When it came, as <see cref="TimeProvider.GetTimestamp"/> counts.</param>
#pragma warning disable CA1001 // The source has neither timer nor handle, and may be cancelled while its request is being answered.
internal sealed class RequestInFlight(RpcId id, string method, long start)
#pragma warning restore CA1001
{
    private readonly CancellationTokenSource _cancellation = new();

    public RpcId Id { get; } = id;

    public string Method { get; } = method;

    public long Start { get; } = start;

    public CancellationToken Cancellation => _cancellation.Token;

    /// <summary>Cancels without running the handler's continuations on the caller's thread.</summary>
    public void Cancel() => _ = _cancellation.CancelAsync();
}
