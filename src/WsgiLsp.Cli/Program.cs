using WsgiLsp.Cli;
using WsgiLsp.Cli.Commands;

using var console = new ProcessTerminal();
return await CommandLine.RunAsync(args, console.Terminal, LspCommand.NotBuiltIn(console.Terminal));
