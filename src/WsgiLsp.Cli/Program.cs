using WsgiLsp.Cli;
using WsgiLsp.Cli.Commands;

using var console = new ProcessTerminal();
var terminal = console.Terminal;

// As editors start it: they wait, and the parser of command lines would be a third of that.
return LspCommand.IsPlain(args)
    ? await LanguageServerStart.RunAsync(terminal, new(), terminal.CatchInterrupt())
    : await CommandLine.RunAsync(
        args,
        terminal,
        (transport, token) => LanguageServerStart.RunAsync(terminal, transport, token)
    );
