using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace WsgiLsp.Protocol;

/// <summary>Our requests that the client has not answered, by their ids.</summary>
internal sealed class ClientRequests
{
    private readonly ConcurrentDictionary<long, ClientRequest> _pending = new();
    private long _lastId;
    private volatile bool _closed;

    public static JsonElement ToElement(long id) => JsonElement.Parse(id.ToString());

    /// <summary>A new request; after the end it has failed already.</summary>
    public ClientRequest<TResult> Add<TResult>(Func<JsonTypeInfo<TResult>> resultInfo)
    {
        var request = new ClientRequest<TResult>(Interlocked.Increment(ref _lastId), resultInfo);
        _pending[request.Id] = request;
        if (_closed)
        {
            FailAll();
        }

        return request;
    }

    /// <summary>Gives a request up; false if that or an answer came first.</summary>
    public bool Forget(long id) => _pending.TryRemove(id, out _);

    /// <summary>Completes the request that a response belongs to; false if there is none.</summary>
    public bool TryComplete(in Message response)
    {
        if (!long.TryParse(response.Id?.Raw, out var id) || !_pending.TryRemove(id, out var request))
        {
            return false;
        }

        if (response.Error.IsEmpty)
        {
            request.Succeed(response.Result);
        }
        else
        {
            request.Fail(response.ReadError());
        }

        return true;
    }

    /// <summary>Fails all requests, and those to come.</summary>
    public void Close()
    {
        _closed = true;
        FailAll();
    }

    private void FailAll()
    {
        foreach (var id in _pending.Keys)
        {
            if (_pending.TryRemove(id, out var request))
            {
                request.Fail(new RpcException(ErrorCodes.ConnectionClosed, "The connection to the client ended."));
            }
        }
    }
}

/// <summary>One of our requests.</summary>
internal abstract class ClientRequest(long id)
{
    public long Id { get; } = id;

    /// <summary>Completes with the client's result; a client that leaves it out means null.</summary>
    public abstract void Succeed(ReadOnlyMemory<byte> result);

    public abstract void Fail(RpcException exception);
}

/// <inheritdoc/>
internal sealed class ClientRequest<TResult>(long id, Func<JsonTypeInfo<TResult>> resultInfo) : ClientRequest(id)
{
    // The answer is set on the loop, which must not run what waits for it.
    private readonly TaskCompletionSource<TResult> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task<TResult> Answer => _answer.Task;

    public void Cancel(CancellationToken cancellationToken) => _answer.TrySetCanceled(cancellationToken);

    public override void Fail(RpcException exception) => _answer.TrySetException(exception);

    public override void Succeed(ReadOnlyMemory<byte> result)
    {
        try
        {
            _answer.TrySetResult(ParamsReader.ReadResult(result, resultInfo()));
        }
        catch (JsonException exception)
        {
            Fail(new(ErrorCodes.InvalidParams, "The client's answer does not fit: " + exception.Message, exception));
        }
    }
}
