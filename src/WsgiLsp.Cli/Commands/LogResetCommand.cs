using System.CommandLine;
using WsgiLsp.Study.Reviews;

namespace WsgiLsp.Cli.Commands;

/// <summary><c>wsgilsp log reset</c>: items begin anew; their answers stay in the log.</summary>
internal static class LogResetCommand
{
    public static Command Create(Terminal terminal)
    {
        var name = LogItems.CreateArgument();
        var command = new Command("reset", "Let a deck or a card begin anew. The log keeps its answers.") { name };
        command.SetAction(parsed =>
            LogCommand.With(terminal, log => Run(terminal, log, parsed.GetRequiredValue(name)))
        );
        return command;
    }

    private static int Run(Terminal terminal, ReviewLog log, string name)
    {
        var found = LogItems.Find(terminal, log, name);
        if (found.Count == 0)
        {
            return ExitCode.CannotRun;
        }

        var states = log.ReadItemStates();
        found.RemoveAll(item => states[item].IsNew);
        if (found.Count > 0)
        {
            log.Reset(found);
        }

        terminal.Out.WriteLine($"{Counted.Of(found.Count, "item")} of {name} reset");
        return ExitCode.Clean;
    }
}
