using WsgiLsp.Cli;
using WsgiLsp.Cli.Commands;

// As editors start it. They wait, and the parser of command lines and the terminal would be half of that.
if (LspCommand.IsPlain(args))
{
    using var interrupts = new Interrupts();
    return await LanguageServerStart.RunAsync(new(), ProcessTerminal.OpenError, interrupts.Catch());
}

using var console = new ProcessTerminal();
return await CommandLine.RunAsync(
    args,
    console.Terminal,
    (transport, token) => LanguageServerStart.RunAsync(transport, () => console.Terminal.Error, token)
);
