using System.CommandLine;
using WsgiLsp.Cli.Study;
using WsgiLsp.Study.Reviews;

namespace WsgiLsp.Cli.Commands;

/// <summary><c>wsgilsp log import</c>: takes events in.</summary>
internal static class LogImportCommand
{
    public static Command Create(Terminal terminal)
    {
        var files = new Argument<string[]>("FILE")
        {
            Description = "What wsgilsp log export wrote, or a file of a sync folder.",
            Arity = ArgumentArity.OneOrMore,
        };
        var command = new Command("import", "Take in the events of exports. Those that are there already stay.")
        {
            files,
        };
        command.SetAction(parsed =>
            LogCommand.With(terminal, log => Run(terminal, log, parsed.GetRequiredValue(files)))
        );
        return command;
    }

    private static int Run(Terminal terminal, ReviewLog log, string[] files)
    {
        var all = files.Select(file => EventImport.TakeIn(terminal, log, file)).ToList();
        if (all.Exists(one => one is not null))
        {
            var (taken, known) = (all.Sum(one => one?.Taken ?? 0), all.Sum(one => one?.Known ?? 0));
            terminal.Out.WriteLine($"{Counted.Of(taken, "event")} taken in, {known} known already");
        }

        return all.Contains(null) ? ExitCode.CannotRun
            : all.Exists(one => one!.Broken > 0) ? ExitCode.Findings
            : ExitCode.Clean;
    }
}
