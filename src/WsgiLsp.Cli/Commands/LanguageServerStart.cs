using WsgiLsp.Protocol;
using WsgiLsp.Server;

namespace WsgiLsp.Cli.Commands;

/// <summary>Starts the language server on the transport that was asked for.</summary>
internal static class LanguageServerStart
{
    /// <summary>Serves one client until it goes.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(
        Terminal terminal,
        LspTransportOptions options,
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
                    Error = terminal.Error,
                    Environment = terminal.Environment,
                    Clock = terminal.Clock,
                },
                cancellationToken
            );
        }
        catch (IOException e)
        {
            terminal.Complain(e.Message);
            return ExitCode.CannotRun;
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
