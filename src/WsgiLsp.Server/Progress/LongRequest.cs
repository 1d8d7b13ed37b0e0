namespace WsgiLsp.Server.Progress;

/// <summary>One request about all decks, while it is answered.</summary>
/// <param name="Report">Told how much is done, and how much there is. From one thread or several.</param>
/// <param name="Cancellation">Cancelled when nobody wants the answer any more.</param>
internal sealed record LongRequest(Action<int, int> Report, CancellationToken Cancellation);
