using WsgiLsp.Cli;
using WsgiLsp.Cli.Commands;

using var console = new ProcessTerminal();
return await CommandLine.RunAsync(
    args,
    console.Terminal,
    (transport, token) => LanguageServerStart.RunAsync(console.Terminal, transport, token)
);
