using WsgiLsp.Protocol;
using WsgiLsp.Protocol.Types;
using WsgiLsp.Server.Logging;
using WsgiLsp.Server.Panel;
using WsgiLsp.Server.Workspace;
using WsgiLsp.Study.Reviews;

namespace WsgiLsp.Server;

/// <summary>
/// The language server. It answers <c>initialize</c> with hardly anything made, since the client waits for that; the rest is
/// made while the answer is on its way.
/// </summary>
public sealed class LanguageServer : IAsyncDisposable
{
    private readonly LanguageServerOptions options;
    private readonly Connection connection;
    private readonly DeferredLoggers loggers;
    private readonly Lazy<ServerSettings> settings;
    private InitializeParams? client;
    private DeckServer? served;

    /// <summary>A server that is still to be run.</summary>
    /// <param name="transport">The way to the client.</param>
    /// <param name="options">The world around.</param>
    internal LanguageServer(Transport transport, LanguageServerOptions options)
    {
        this.options = options;
        settings = new(() => new ServerSettings(DataFolder.Resolve(options.Environment)));
        loggers = new DeferredLoggers(options.Error, () => settings.Value.Current.LogLevel);
        connection = new Connection(
            transport,
            new ConnectionOptions
            {
                Logger = loggers.Logger,
                Time = options.Clock,
                Initialized = () => Serve(client!),
                Idle = () => served?.Publish(),
            }
        );
        loggers.Attach(connection);
        connection.OnInitialize(Initialize);
    }

    /// <summary>The methods that are served, once the client is initialized.</summary>
    internal IEnumerable<string> Served => connection.Handled;

    /// <summary>Serves one client until it goes.</summary>
    /// <param name="transport">The way to the client.</param>
    /// <param name="options">The world around.</param>
    /// <param name="cancellationToken">Ends the server.</param>
    /// <returns>The exit code: 0 after an orderly shutdown, else 1.</returns>
    public static async Task<int> RunAsync(
        Transport transport,
        LanguageServerOptions options,
        CancellationToken cancellationToken = default
    )
    {
        await using var server = new LanguageServer(transport, options);
        return await server.connection.RunAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (served is not null)
        {
            await served.DisposeAsync();
        }

        loggers.Dispose();
    }

    /// <summary>Makes all that answers other requests.</summary>
    /// <param name="parameters">What the client said.</param>
    internal void Serve(InitializeParams parameters)
    {
        settings.Value.Take(parameters.InitializationOptions);
        served = new DeckServer(connection, parameters, settings.Value, loggers.Logger, options);
    }

    private InitializeResult Initialize(InitializeParams parameters)
    {
        client = parameters;
        return new InitializeResult(
            ServerOffer.To(
                parameters.Capabilities,
                PositionEncodingKind.Choose(parameters.Capabilities),
                PanelOffer.IsIn(parameters.InitializationOptions)
            ),
            new ServerInfo("wsgilsp", options.Version)
        );
    }
}
