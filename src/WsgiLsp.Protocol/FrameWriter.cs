namespace WsgiLsp.Protocol;

/// <summary>
/// The only writer of the output. Messages are queued in the order in which they are sent and written by one thread of
/// its own, each with one write and one flush.
/// </summary>
/// <remarks>
/// The thread is what keeps a client that writes much before it reads from blocking us both: the loop goes on reading
/// while the thread is stuck in a write, up to <paramref name="maxQueuedBytes"/>. From there on <see cref="WhenRoom"/>
/// holds the loop and the answers of handlers back until the client reads, so that memory stays bounded.
/// </remarks>
internal sealed class FrameWriter(Stream output, long maxQueuedBytes, Action<Exception> onFailure)
{
    // A monitor: its thread sleeps at once, where a semaphore's would look around for as long as a key takes.
#pragma warning disable MA0158 // A Lock cannot be waited for.
    private readonly object _gate = new();
#pragma warning restore MA0158
    private readonly TaskCompletionSource _finished = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Queue<OutgoingMessage> _queue = new();
    private Queue<OutgoingMessage> _writing = new();
    private TaskCompletionSource? _room;
    private long _bytes;
    private bool _closed;
    private bool _started;

    /// <summary>Whether the client is slow to read and the queue is full.</summary>
    public bool IsFull
    {
        get
        {
            lock (_gate)
            {
                // Once full, it is so until half of it is written.
                return !_closed && (_room is not null || _bytes >= maxQueuedBytes);
            }
        }
    }

    /// <summary>Queues a message, whose buffer becomes the writer's. Never blocks; after the end it is dropped.</summary>
    public void Send(OutgoingMessage message)
    {
        lock (_gate)
        {
            if (_closed)
            {
                message.Dispose();
                return;
            }

            _queue.Enqueue(message);
            _bytes += message.Length;
            if (!_started)
            {
                _started = true;
                new Thread(Run) { IsBackground = true, Name = "lsp output" }.Start();
            }

            if (_queue.Count == 1)
            {
                Monitor.Pulse(_gate);
            }
        }
    }

    /// <summary>Ends when the queue has room again, or the output is closed.</summary>
    public Task WhenRoom()
    {
        lock (_gate)
        {
            if (_closed || _bytes < maxQueuedBytes)
            {
                return Task.CompletedTask;
            }

            _room ??= new(TaskCreationOptions.RunContinuationsAsynchronously);
            return _room.Task;
        }
    }

    /// <summary>Takes no more messages; ends when those that are queued are written.</summary>
    public Task CloseAsync()
    {
        lock (_gate)
        {
            _closed = true;
            _room?.TrySetResult();
            Monitor.Pulse(_gate);
            return _started ? _finished.Task : Task.CompletedTask;
        }
    }

    private void Run()
    {
        try
        {
            while (TakeAll())
            {
                while (_writing.Count > 0)
                {
                    var message = _writing.Dequeue();
                    output.Write(message.Bytes);
                    output.Flush();
                    Written(message);
                }
            }
        }
        // Whatever a stream throws, the client cannot be reached any more.
        catch (Exception exception)
            when (exception is IOException or ObjectDisposedException or InvalidOperationException)
        {
            Fail(exception);
        }
        finally
        {
            _finished.TrySetResult();
        }
    }

    /// <summary>Waits for messages; false when the output is closed and all is written.</summary>
    private bool TakeAll()
    {
        lock (_gate)
        {
            while (_queue.Count == 0)
            {
                if (_closed)
                {
                    return false;
                }

                Monitor.Wait(_gate);
            }

            (_queue, _writing) = (_writing, _queue);
            return true;
        }
    }

    private void Written(OutgoingMessage message)
    {
        lock (_gate)
        {
            _bytes -= message.Length;
            if (_bytes < maxQueuedBytes / 2)
            {
                _room?.TrySetResult();
                _room = null;
            }
        }

        message.Dispose();
    }

    private void Fail(Exception exception)
    {
        lock (_gate)
        {
            _closed = true;
            _room?.TrySetResult();
        }

        onFailure(exception);
    }
}
