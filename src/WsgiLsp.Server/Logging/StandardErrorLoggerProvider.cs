using Microsoft.Extensions.Logging;

namespace WsgiLsp.Server.Logging;

/// <summary>
/// Logs to standard error, a line each: standard output is the protocol's wire. Lines are written by a thread of their own,
/// since a client need not read them, and a full pipe must not stop the server. Where more wait than a client is likely to
/// want, the rest is left out and counted.
/// </summary>
internal sealed class StandardErrorLoggerProvider(TextWriter error, Func<LogLevel> minimum) : ILoggerProvider
{
    /// <summary>How many lines may wait to be written.</summary>
    internal const int MostWaiting = 1000;

    // At the end nobody waits longer for a client that does not read.
    private static readonly TimeSpan LastWords = TimeSpan.FromSeconds(1);

#pragma warning disable MA0158 // A Lock cannot be waited for.
    private readonly object gate = new();
#pragma warning restore MA0158
    private readonly Queue<string> waiting = new();
    private Thread? writer;
    private int leftOut;
    private bool isClosed;

    private LogLevel Minimum => minimum();

    /// <inheritdoc/>
    public ILogger CreateLogger(string categoryName) => new Logger(this);

    /// <summary>Writes what waits, if somebody reads it.</summary>
    public void Dispose()
    {
        lock (gate)
        {
            isClosed = true;
            Monitor.Pulse(gate);
        }

        writer?.Join(LastWords);
    }

    private void Write(string line)
    {
        lock (gate)
        {
            if (isClosed)
            {
                return;
            }

            if (waiting.Count == MostWaiting)
            {
                leftOut++;
                return;
            }

            waiting.Enqueue(line);
            if (writer is null)
            {
                writer = new Thread(Run) { IsBackground = true, Name = "standard error" };
                writer.Start();
            }

            Monitor.Pulse(gate);
        }
    }

    private void Run()
    {
        try
        {
            while (Take() is { } line)
            {
                error.WriteLine(line);
                error.Flush();
            }
        }
        // Nobody reads any more, and there is no other place to say so.
        catch (Exception exception) when (exception is IOException or ObjectDisposedException)
        {
            lock (gate)
            {
                isClosed = true;
                waiting.Clear();
            }
        }
    }

    /// <summary>Waits for the next line; null at the end.</summary>
    private string? Take()
    {
        lock (gate)
        {
            while (waiting.Count == 0)
            {
                if (leftOut > 0)
                {
                    var count = leftOut;
                    leftOut = 0;
                    return $"warning: {count} lines were left out, since standard error was not read";
                }

                if (isClosed)
                {
                    return null;
                }

                Monitor.Wait(gate);
            }

            return waiting.Dequeue();
        }
    }

    private sealed class Logger(StandardErrorLoggerProvider provider) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= provider.Minimum && logLevel != LogLevel.None;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        )
        {
            if (!IsEnabled(logLevel))
            {
                return;
            }

            var text = $"{logLevel.ToString().ToLowerInvariant()}: {formatter(state, exception)}";
            provider.Write(exception is null ? text : $"{text}\n{exception}");
        }
    }
}
