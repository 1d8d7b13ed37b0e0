using Microsoft.Extensions.Logging;
using WsgiLsp.Protocol.Types;

namespace WsgiLsp.Protocol;

/// <summary>
/// Sends log lines to the client's log by <c>window/logMessage</c>, once a connection is attached and initialized.
/// While the client is slow to read they are dropped.
/// </summary>
/// <param name="minimum">The least level that is sent.</param>
public sealed class WindowLoggerProvider(LogLevel minimum) : ILoggerProvider
{
    private readonly LogLevel _minimum = minimum;
    private Connection? _connection;

    /// <summary>Says where to send lines. The connection is made after the logger, which it needs.</summary>
    public void Attach(Connection connection) => Volatile.Write(ref _connection, connection);

    /// <inheritdoc/>
    public ILogger CreateLogger(string categoryName) => new WindowLogger(this);

    /// <inheritdoc/>
    public void Dispose() => Volatile.Write(ref _connection, null);

    private sealed class WindowLogger(WindowLoggerProvider provider) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= provider._minimum && logLevel != LogLevel.None;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        )
        {
            var connection = Volatile.Read(ref provider._connection);
            if (!IsEnabled(logLevel) || connection is not { IsInitialized: true, IsCongested: false })
            {
                return;
            }

            var text = formatter(state, exception);
            connection.Notify(
                Methods.Window.LogMessage,
                new(ToMessageType(logLevel), exception is null ? text : $"{text}: {exception.Message}")
            );
        }

        private static MessageType ToMessageType(LogLevel level) =>
            level switch
            {
                LogLevel.Critical or LogLevel.Error => MessageType.Error,
                LogLevel.Warning => MessageType.Warning,
                LogLevel.Information => MessageType.Info,
                _ => MessageType.Log,
            };
    }
}
