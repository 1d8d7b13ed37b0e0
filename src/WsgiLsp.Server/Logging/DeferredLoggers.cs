using Microsoft.Extensions.Logging;
using WsgiLsp.Protocol;

namespace WsgiLsp.Server.Logging;

/// <summary>
/// Logs to the client's window and to standard error. What does so is made for the first line: most sessions start without one.
/// </summary>
internal sealed class DeferredLoggers : IDisposable
{
    private readonly WindowLoggerProvider window = new(LogLevel.Information);
    private readonly Lazy<LoggerFactory> factory;

    /// <summary>Nothing is logged to the window until a connection is attached.</summary>
    /// <param name="error">Opens standard error.</param>
    /// <param name="minimum">The least level that is written to it.</param>
    public DeferredLoggers(Func<TextWriter> error, Func<LogLevel> minimum)
    {
#pragma warning disable CA2000 // The factory disposes its providers.
        factory = new(() => new LoggerFactory([window, new StandardErrorLoggerProvider(error(), minimum)]));
#pragma warning restore CA2000
        Logger = new Deferred(new(() => factory.Value.CreateLogger("wsgilsp")));
    }

    /// <summary>The logger.</summary>
    public ILogger Logger { get; }

    /// <summary>Says where the client is.</summary>
    public void Attach(Connection connection) => window.Attach(connection);

    /// <inheritdoc/>
    public void Dispose()
    {
        if (factory.IsValueCreated)
        {
            factory.Value.Dispose();
        }

        window.Dispose();
    }

    private sealed class Deferred(Lazy<ILogger> logger) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => logger.Value.BeginScope(state);

        public bool IsEnabled(LogLevel logLevel) => logger.Value.IsEnabled(logLevel);

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        ) => logger.Value.Log(logLevel, eventId, state, exception, formatter);
    }
}
