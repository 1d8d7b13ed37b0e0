using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.Logging;
using WsgiLsp.Protocol.Handshake;
using WsgiLsp.Protocol.Types;

namespace WsgiLsp.Protocol;

/// <summary>
/// The server's end of an LSP connection. Register a handler per method, then <see cref="RunAsync"/>.
/// </summary>
/// <remarks>
/// <para>
/// One thread, the loop, reads messages and handles them strictly in order. Notification handlers run on it from
/// start to end: they are the single writer of state. Request handlers are called on it too, so that they can take a
/// snapshot of that state; what takes time they do elsewhere and return a task. Every request is answered once, with
/// the task's result or its error.
/// </para>
/// <para>
/// What blocks what: the loop waits for input, for handlers that do not return, and, while more than
/// <see cref="ConnectionOptions.MaxQueuedBytes"/> wait to be read by the client, for the client to read. It never waits for
/// an unanswered request in either direction, so that a handler may wait for the client's answer to a request of its own;
/// a handler must not do that on the loop itself. Requests beyond <see cref="ConnectionOptions.MaxRequestsInFlight"/> are
/// refused instead.
/// </para>
/// <para>
/// The connection itself handles <c>exit</c>, <c>$/cancelRequest</c> and <c>$/setTrace</c>, and answers <c>shutdown</c> where
/// nobody registered for it.
/// </para>
/// </remarks>
public sealed class Connection
{
    private const int MaxMessagesBetweenIdle = 64;

    private readonly ConnectionOptions _options;
    private readonly FrameReader _reader;
    private readonly FrameWriter _writer;
    private readonly ClientRequests _clientRequests = new();
    private readonly Dictionary<string, RequestHandler> _requestHandlers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, NotificationHandler> _notificationHandlers = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, RequestInFlight> _inFlight = new(StringComparer.Ordinal);
    private readonly Countdown _unanswered = new();
    private readonly TaskCompletionSource<int> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile State _state;
    private volatile string _trace = TraceValue.Off;
    private IDisposable? _clientWatch;

    /// <summary>A connection over a transport, which stays the caller's to dispose.</summary>
    public Connection(Transport transport, ConnectionOptions? options = null)
    {
        _options = options ?? new();
        _reader = new(transport.Input, _options.MaxMessageBytes);
        _writer = new(transport.Output, _options.MaxQueuedBytes, OutputFailed);
        OnNotification(Methods.Exit, _ => End());
        OnNotification(Methods.CancelRequest, Cancel);
        OnNotification(Methods.SetTrace, parameters => _trace = parameters.Value);
    }

    private delegate void RequestHandler(RequestInFlight request, ReadOnlyMemory<byte> parameters);

    private delegate void NotificationHandler(ReadOnlyMemory<byte> parameters);

    private enum State
    {
        Created,
        Running,
        ShutDown,
    }

    /// <summary>The <see cref="TraceValue"/> that the client wants.</summary>
    public string Trace => _trace;

    /// <summary>Whether <c>initialize</c> was received, so that the client expects messages.</summary>
    public bool IsInitialized => _state != State.Created;

    /// <summary>
    /// Whether more than <see cref="ConnectionOptions.MaxQueuedBytes"/> wait to be read by the client. Whoever notifies often from
    /// elsewhere than the loop or a request handler should leave things out then.
    /// </summary>
    public bool IsCongested => _writer.IsFull;

    /// <summary>The methods that have a handler.</summary>
    public IEnumerable<string> Handled => _requestHandlers.Keys.Concat(_notificationHandlers.Keys);

    /// <summary>
    /// Registers the handler of a request. It is called on the loop and must return soon; the task may end anywhere. To
    /// fail it throws <see cref="RpcException"/>, which is the answer, or anything else, which is logged and answered as
    /// an internal error. The token is cancelled when the client cancels or is gone.
    /// </summary>
    /// <exception cref="ArgumentException">The method has a handler.</exception>
    public void OnRequest<TParams, TResult>(
        RequestMethod<TParams, TResult> method,
        Func<TParams, CancellationToken, Task<TResult>> handler
    ) =>
        _requestHandlers.Add(
            method.Name,
            (RequestInFlight request, ReadOnlyMemory<byte> json) =>
            {
                TParams parameters;
                try
                {
                    parameters = Read(json, method.ParamsInfo());
                }
                catch (RpcException exception)
                {
                    Fail(request, exception.Code, exception.Message);
                    return;
                }

                _ = AnswerAsync(request, handler, parameters, method.ResultInfo);
            }
        );

    /// <summary>
    /// Registers the handler of <c>initialize</c>. It is called on the loop; what it throws is logged and answered as an error.
    /// </summary>
    /// <exception cref="ArgumentException">The method has a handler.</exception>
    public void OnInitialize(Func<InitializeParams, InitializeResult> handler) =>
        _requestHandlers.Add(
            Methods.Initialize.Name,
            (request, json) =>
            {
                try
                {
                    var parameters = InitializeParamsReader.Read(json);
                    Initialize(parameters);
                    Answer(request, OutgoingMessage.Result(request.Id, handler(parameters)));
                }
                catch (JsonException exception)
                {
                    Fail(request, ErrorCodes.InvalidParams, "The params do not fit: " + exception.Message);
                }
#pragma warning disable CA1031 // Whatever it throws is the request's answer.
                catch (Exception exception)
#pragma warning restore CA1031
                {
                    FailUnexpectedly(request, exception);
                }
            }
        );

    /// <summary>
    /// Registers the handler of a notification. It runs on the loop, before the next message is looked at. What it
    /// throws is logged.
    /// </summary>
    /// <exception cref="ArgumentException">The method has a handler.</exception>
    public void OnNotification<TParams>(NotificationMethod<TParams> method, Action<TParams> handler) =>
        _notificationHandlers.Add(method.Name, (ReadOnlyMemory<byte> json) => handler(Read(json, method.ParamsInfo())));

    /// <summary>Sends a notification. It never blocks; after the end it does nothing.</summary>
    public void Notify<TParams>(NotificationMethod<TParams> method, TParams parameters) =>
        _writer.Send(OutgoingMessage.Notification(method.Name, parameters, method.ParamsInfo()));

    /// <summary>
    /// Asks the client. Cancelling gives the request up, tells the client so, and ignores a late answer; for a time
    /// limit pass a token that has one. Must not be waited for on the loop.
    /// </summary>
    /// <exception cref="RpcException">
    /// The client answered with an error or something else than <typeparamref name="TResult"/>, or the connection ended
    /// (<see cref="ErrorCodes.ConnectionClosed"/>).
    /// </exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async Task<TResult> RequestAsync<TParams, TResult>(
        RequestMethod<TParams, TResult> method,
        TParams parameters,
        CancellationToken cancellationToken = default
    )
    {
        cancellationToken.ThrowIfCancellationRequested();
        var request = _clientRequests.Add(method.ResultInfo);
        try
        {
            _writer.Send(OutgoingMessage.Request(request.Id, method.Name, parameters, method.ParamsInfo()));
            await using var registration = cancellationToken.UnsafeRegister(
                _ =>
                {
                    if (_clientRequests.Forget(request.Id))
                    {
                        Notify(Methods.CancelRequest, new(ClientRequests.ToElement(request.Id)));
                        request.Cancel(cancellationToken);
                    }
                },
                state: null
            );
            return await request.Answer;
        }
        finally
        {
            _clientRequests.Forget(request.Id);
        }
    }

    /// <summary>Sends a line of trace if the client wants it; <paramref name="verbose"/> only if it wants details.</summary>
    public void LogTrace(string message, string? verbose = null)
    {
        if (_trace is TraceValue.Messages or TraceValue.Verbose)
        {
            Notify(Methods.LogTrace, new(message, _trace == TraceValue.Verbose ? verbose : null));
        }
    }

    /// <summary>
    /// Serves the client until it sends <c>exit</c>, closes its end, sends what cannot be read any further, or dies, or until
    /// <paramref name="cancellationToken"/> is cancelled. To be called once.
    /// </summary>
    /// <returns>The exit code: 0 after <c>shutdown</c>, else 1.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken = default)
    {
        if (!_requestHandlers.ContainsKey(Methods.Shutdown.Name))
        {
            OnRequest(Methods.Shutdown, static (_, _) => Task.FromResult(default(Nothing)));
        }

        await using var registration = cancellationToken.UnsafeRegister(_ => End(), state: null);
        new Thread(Loop) { IsBackground = true, Name = "lsp loop" }.Start();
        var exitCode = await _ended.Task;
        await FinishAsync();
        return exitCode;
    }

    private void Loop()
    {
        var handled = 0;
        try
        {
            while (!_ended.Task.IsCompleted)
            {
                switch (_reader.TryRead(out var body, out var length))
                {
                    case Frame.Body:
                        Handle(body);
                        handled++;
                        break;
                    case Frame.TooLarge:
                        var limit = _options.MaxMessageBytes;
                        Refuse(
                            RpcId.Null,
                            ErrorCodes.InvalidRequest,
                            $"A message of {length} bytes is over the limit of {limit}."
                        );
                        break;
                    default:
                        Idle(ref handled);
                        if (!_reader.Fill())
                        {
                            End();
                        }

                        break;
                }

                if (handled == MaxMessagesBetweenIdle)
                {
                    Idle(ref handled);
                }

                _writer.WhenRoom().GetAwaiter().GetResult();
            }
        }
        catch (InvalidDataException exception)
        {
            Refuse(RpcId.Null, ErrorCodes.ParseError, exception.Message + " The connection ends.");
            _ended.TrySetResult(1);
        }
#pragma warning disable CA1031 // The loop is the bottom of its thread: whatever ends it, a stream's failure above all, must end the connection in good order.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            // After the end the transport may be closed under a read.
            if (!_ended.Task.IsCompleted)
            {
                _options.Logger.LogError(exception, "Reading from the client failed");
            }

            End();
        }
    }

    private void Idle(ref int handled)
    {
        if (handled == 0 || _options.Idle is null)
        {
            return;
        }

        handled = 0;
        Guard("Idle", _options.Idle);
    }

    private void Handle(ReadOnlyMemory<byte> body)
    {
        Message message;
        try
        {
            message = Message.Parse(body);
        }
        catch (RpcException exception)
        {
            Refuse(RpcId.Null, exception.Code, exception.Message);
            return;
        }

        switch (message)
        {
            case { Method: not null, Id: { } id }:
                HandleRequest(id, message.Method, message.Params);
                break;
            case { Method: { } method, HasId: false }:
                HandleNotification(method, message.Params);
                break;
            case { Method: not null }:
                Refuse(RpcId.Null, ErrorCodes.InvalidRequest, "An id is a number or a string.");
                break;
            default:
                HandleResponse(message);
                break;
        }
    }

    private void HandleRequest(RpcId id, string method, ReadOnlyMemory<byte> parameters)
    {
        var isInitialize = method == Methods.Initialize.Name;
        if (_state == State.ShutDown)
        {
            Refuse(id, ErrorCodes.InvalidRequest, "The server is shut down.");
        }
        else if (isInitialize && _state != State.Created)
        {
            Refuse(id, ErrorCodes.InvalidRequest, "The server is initialized already.");
        }
        else if (!isInitialize && _state == State.Created)
        {
            Refuse(id, ErrorCodes.ServerNotInitialized, "The server is not initialized.");
        }
        else if (!_requestHandlers.TryGetValue(method, out var handler))
        {
            Refuse(id, ErrorCodes.MethodNotFound, $"There is no request {method}.");
        }
        else if (_inFlight.Count >= _options.MaxRequestsInFlight)
        {
            Refuse(id, ErrorCodes.ServerCancelled, "Too many requests are unanswered.");
        }
        else
        {
            var request = new RequestInFlight(id, method, _options.Time.GetTimestamp());
            if (!_inFlight.TryAdd(id.Key, request))
            {
                Refuse(id, ErrorCodes.InvalidRequest, $"The id {id} is that of an unanswered request.");
                return;
            }

            _state = method == Methods.Shutdown.Name ? State.ShutDown : State.Running;
            _unanswered.Add();
            if (_ended.Task.IsCompleted)
            {
                request.Cancel();
            }

            handler(request, parameters);
            if (isInitialize && _state == State.Running && _options.Initialized is { } initialized)
            {
                Guard("Initialized", initialized);
            }
        }
    }

    private void HandleNotification(string method, ReadOnlyMemory<byte> parameters)
    {
        var isDue = _state switch
        {
            State.Created => method == Methods.Exit.Name,
            State.ShutDown => method == Methods.Exit.Name || method == Methods.CancelRequest.Name,
            _ => true,
        };
        if (!isDue)
        {
            _options.Logger.LogDebug("{Method} came out of turn and is ignored", method);
        }
        else if (_notificationHandlers.TryGetValue(method, out var handler))
        {
            Guard(method, () => handler(parameters));
        }
        else if (!method.StartsWith("$/", StringComparison.Ordinal))
        {
            _options.Logger.LogDebug("There is no notification {Method}", method);
        }
    }

    private void HandleResponse(in Message message)
    {
        var isResponse = !message.Result.IsEmpty || !message.Error.IsEmpty;
        if (_clientRequests.TryComplete(message) || (isResponse && message.Id is not null))
        {
            return;
        }

        if (isResponse && message.HasId)
        {
            _options.Logger.LogWarning("The client could not read a message: {Error}", message.ReadError().Message);
            return;
        }

        Refuse(message.Id ?? RpcId.Null, ErrorCodes.InvalidRequest, "A message has a method, or an id and a result.");
    }

    private async Task AnswerAsync<TParams, TResult>(
        RequestInFlight request,
        Func<TParams, CancellationToken, Task<TResult>> handler,
        TParams parameters,
        Func<JsonTypeInfo<TResult>> resultInfo
    )
    {
        try
        {
            var result = await handler(parameters, request.Cancellation);
            await _writer.WhenRoom();
            Answer(request, OutgoingMessage.Result(request.Id, result, resultInfo()));
        }
        catch (OperationCanceledException) when (request.Cancellation.IsCancellationRequested)
        {
            Fail(request, ErrorCodes.RequestCancelled, "The request was cancelled.");
        }
        catch (RpcException exception)
        {
            Fail(request, exception.Code, exception.Message);
        }
#pragma warning disable CA1031 // Whatever a feature throws is its request's answer; the server lives.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            FailUnexpectedly(request, exception);
        }
    }

    private void Answer(RequestInFlight request, OutgoingMessage answer)
    {
        // Before it is sent: then the client may use the id again.
        _inFlight.TryRemove(request.Id.Key, out _);
        _writer.Send(answer);
        if (_trace != TraceValue.Off)
        {
            var elapsed = _options.Time.GetElapsedTime(request.Start).TotalMilliseconds;
            LogTrace($"{request.Method} ({request.Id}) answered in {elapsed:0.0} ms");
        }

        _unanswered.Signal();
    }

    private void Fail(RequestInFlight request, int code, string reason)
    {
        if (request.Method == Methods.Initialize.Name)
        {
            _state = State.Created;
        }

        Answer(request, OutgoingMessage.Error(request.Id, code, reason));
    }

    private void FailUnexpectedly(RequestInFlight request, Exception exception)
    {
        _options.Logger.LogError(exception, "{Method} failed", request.Method);
        Fail(request, ErrorCodes.InternalError, $"{request.Method} failed: {exception.Message}");
    }

    private void Refuse(RpcId id, int code, string reason)
    {
        _options.Logger.LogWarning("Refused a message: {Reason}", reason);
        _writer.Send(OutgoingMessage.Error(id, code, reason));
    }

    private void Guard(string name, Action action)
    {
        try
        {
            action();
        }
#pragma warning disable CA1031 // Whatever a feature throws, the server lives; there is nobody to answer to.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            _options.Logger.LogError(exception, "{Name} failed", name);
        }
    }

    private static T Read<T>(ReadOnlyMemory<byte> json, JsonTypeInfo<T> info)
    {
        try
        {
            return ParamsReader.Read(json, info);
        }
        catch (JsonException exception)
        {
            throw new RpcException(ErrorCodes.InvalidParams, "The params do not fit: " + exception.Message, exception);
        }
    }

    private void Initialize(InitializeParams parameters)
    {
        _trace = parameters.Trace ?? TraceValue.Off;
        if (parameters.ProcessId is { } processId)
        {
            _clientWatch = ClientProcess.Watch(
                processId,
                _options,
                () =>
                {
                    _options.Logger.LogWarning("The client's process {ProcessId} is gone", processId);
                    _ended.TrySetResult(1);
                }
            );
        }
    }

    private void Cancel(CancelParams parameters)
    {
        if (_inFlight.TryGetValue(RpcId.KeyOf(parameters.Id), out var request))
        {
            request.Cancel();
        }
    }

    private void OutputFailed(Exception exception)
    {
        _options.Logger.LogDebug(exception, "The client does not read any more");
        End();
    }

    private void End() => _ended.TrySetResult(_state == State.ShutDown ? 0 : 1);

    /// <summary>Lets what is under way come to an end, for as long as <see cref="ConnectionOptions.EndGrace"/>.</summary>
    private async Task FinishAsync()
    {
        _clientWatch?.Dispose();
        _clientRequests.Close();
        using var grace = new CancellationTokenSource(_options.EndGrace, _options.Time);
        try
        {
            foreach (var request in _inFlight.Values)
            {
                request.Cancel();
            }

            // Not those of the requests in flight only: an answer that is about to be sent is none of them any more.
            await _unanswered.WhenZero().WaitAsync(grace.Token);
            await _writer.CloseAsync().WaitAsync(grace.Token);
        }
        catch (OperationCanceledException)
        {
            _options.Logger.LogDebug("Ended with requests unanswered or answers unread");
            _ = _writer.CloseAsync();
        }
    }
}
