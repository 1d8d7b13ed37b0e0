using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using WsgiLsp.Protocol;
using WsgiLsp.Protocol.Types;

namespace WsgiLsp.Server.Progress;

/// <summary>
/// What requests about all decks have in common: the client can see how far they are, end them, and have their results in
/// parts. Safe to use from several threads.
/// </summary>
/// <param name="connection">The way to the client.</param>
/// <param name="clock">Tells what takes long.</param>
internal sealed class LongRequests(Connection connection, TimeProvider clock)
{
    /// <summary>How many things there are in a part of a result.</summary>
    public const int Part = 256;

    private readonly ConcurrentDictionary<string, CancellationTokenSource> underWay = new(StringComparer.Ordinal);

    /// <summary>Ends the request that reports under a token, if there is one.</summary>
    public void Cancel(WorkDoneProgressCancelParams parameters)
    {
        if (underWay.TryGetValue(parameters.Token.GetRawText(), out var source))
        {
            _ = source.CancelAsync();
        }
    }

    /// <summary>Answers a request away from the loop.</summary>
    /// <param name="parameters">Its params.</param>
    /// <param name="title">What is done, as a progress bar says it.</param>
    /// <param name="work">Does it.</param>
    /// <param name="cancellation">Cancelled when the client cancels the request.</param>
    /// <exception cref="RpcException">The client cancelled the progress.</exception>
    public async Task<TResult> RunAsync<TResult>(
        IWorkDoneProgressParams parameters,
        string title,
        Func<LongRequest, Task<TResult>> work,
        CancellationToken cancellation
    )
    {
        var key = parameters.WorkDoneToken?.GetRawText() ?? "";
        using var source = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var isKnown = key.Length > 0 && underWay.TryAdd(key, source);
        using var bar = new ProgressBar(connection, clock, parameters.WorkDoneToken, title, isCancellable: true);
        var request = new LongRequest(bar.Report, source.Token);
        try
        {
            return await Task.Run(() => work(request), source.Token);
        }
        catch (OperationCanceledException)
            when (source.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            throw new RpcException(ErrorCodes.RequestCancelled, "The request was cancelled.");
        }
        finally
        {
            if (isKnown)
            {
                underWay.TryRemove(key, out _);
            }
        }
    }

    /// <summary>
    /// A list as the answer, or ahead of an empty answer where the client takes parts.
    /// </summary>
    /// <param name="parameters">The request's params.</param>
    /// <param name="whole">The list; null stays null.</param>
    /// <param name="info">How a part is written.</param>
    /// <param name="cancellation">Ends the request.</param>
    public IReadOnlyList<T>? InParts<T>(
        IPartialResultParams parameters,
        IReadOnlyList<T>? whole,
        Func<JsonTypeInfo<IReadOnlyList<T>>> info,
        CancellationToken cancellation
    )
    {
        if (parameters.PartialResultToken is not { } token || whole is null)
        {
            return whole;
        }

        foreach (var part in whole.Chunk(Part))
        {
            cancellation.ThrowIfCancellationRequested();
            Send(token, part, info());
        }

        return [];
    }

    /// <summary>Sends a part of a result.</summary>
    public void Send<T>(JsonElement token, T part, JsonTypeInfo<T> info) =>
        connection.Notify(Methods.Progress, new ProgressParams(token, JsonSerializer.SerializeToElement(part, info)));
}
