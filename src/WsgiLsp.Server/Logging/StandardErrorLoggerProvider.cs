using Microsoft.Extensions.Logging;

namespace WsgiLsp.Server.Logging;

/// <summary>Logs to standard error, a line each: standard output is the protocol's wire.</summary>
internal sealed class StandardErrorLoggerProvider(TextWriter error, Func<LogLevel> minimum) : ILoggerProvider
{
    private readonly Lock guard = new();

    private LogLevel Minimum => minimum();

    /// <inheritdoc/>
    public ILogger CreateLogger(string categoryName) => new Logger(this);

    /// <inheritdoc/>
    public void Dispose() { }

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

    private void Write(string line)
    {
        lock (guard)
        {
            error.WriteLine(line);
            error.Flush();
        }
    }
}
