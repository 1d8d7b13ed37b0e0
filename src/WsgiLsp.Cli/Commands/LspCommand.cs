using System.CommandLine;
using System.Globalization;

namespace WsgiLsp.Cli.Commands;

/// <summary><c>wsgilsp lsp</c>: the language server, started by an editor.</summary>
internal static class LspCommand
{
    /// <summary>Whether a command line says nothing but that the server is wanted, over standard input and output.</summary>
    /// <param name="args">The command line.</param>
    public static bool IsPlain(ReadOnlySpan<string> args) =>
        args is ["lsp"] or ["lsp", "--stdio"] || (args is ["lsp", "--stdio", var last] && IsClient(last));

    /// <summary>Declares the command.</summary>
    /// <param name="terminal">The world outside.</param>
    /// <param name="languageServer">What is started; its result is the exit code.</param>
    public static Command Create(
        Terminal terminal,
        Func<LspTransportOptions, CancellationToken, Task<int>> languageServer
    )
    {
        var stdio = new Option<bool>("--stdio") { Description = "Talk over standard input and output (the default)." };
        var pipe = new Option<string?>("--pipe") { Description = "Connect to a pipe.", HelpName = "NAME" };
        var socket = NumberOption.Create("--socket", minimum: 1, maximum: ushort.MaxValue);
        socket.Description = "Connect to a port of this computer.";
        socket.HelpName = "PORT";

        // Editors' libraries add it; what counts is the number in the request initialize.
        var client = NumberOption.Create("--clientProcessId", minimum: 1);
        client.Description = "The editor's process.";
        client.Hidden = true;

        var command = new Command("lsp", "Run the language server. Editors start it.") { stdio, pipe, socket, client };
        command.Validators.Add(result =>
        {
            if (new Option[] { stdio, pipe, socket }.Count(o => result.GetResult(o) is { Implicit: false }) > 1)
            {
                result.AddError("--stdio, --pipe and --socket exclude one another");
            }
        });
        command.SetAction(parsed =>
            languageServer(
                new() { Pipe = parsed.GetValue(pipe), Socket = parsed.GetValue(socket) },
                terminal.CatchInterrupt()
            )
        );
        return command;
    }

    private static bool IsClient(string argument) =>
        argument.StartsWith("--clientProcessId=", StringComparison.Ordinal)
        && int.TryParse(
            argument.AsSpan("--clientProcessId=".Length),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var id
        )
        && id > 0;
}
