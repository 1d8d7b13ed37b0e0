using WsgiLsp.Cli.Reports;
using WsgiLsp.Protocol;
using WsgiLsp.Server;

namespace WsgiLsp.Cli.Commands;

/// <summary>Starts the language server on the transport that was asked for.</summary>
internal static class LanguageServerStart
{
    /// <summary>Serves one client until it goes.</summary>
    /// <param name="options">The way to the client.</param>
    /// <param name="error">Opens standard error, once something is to be said there.</param>
    /// <param name="cancellationToken">Ends the server.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(
        LspTransportOptions options,
        Func<TextWriter> error,
        CancellationToken cancellationToken
    )
    {
        try
        {
            using var transport = Connect(options);
            return await LanguageServer.RunAsync(
                transport,
                new LanguageServerOptions
                {
                    Version = ProgramVersion.Text,
                    Error = error,
                    Environment = Environment.GetEnvironmentVariable,
                    Clock = TimeProvider.System,
                },
                cancellationToken
            );
        }
        catch (IOException e)
        {
            await error().WriteLineAsync(Printable.Line("wsgilsp: " + e.Message));
            return ExitCode.CannotRun;
        }
#pragma warning disable CA1031 // The last resort, for who is started without the command line's parser.
        catch (Exception e)
#pragma warning restore CA1031
        {
            return UnexpectedError.Tell(e, error(), Environment.GetEnvironmentVariable);
        }
    }

    private static Transport Connect(LspTransportOptions options) =>
        options switch
        {
            { Pipe: { } pipe } => Transport.ConnectPipe(pipe),
            { Socket: { } port } => Transport.ConnectSocket(port),
            _ => Transport.Stdio(),
        };
}
