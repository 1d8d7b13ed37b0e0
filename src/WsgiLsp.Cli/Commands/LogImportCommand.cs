using System.CommandLine;
using System.Globalization;
using WsgiLsp.Server.Workspace;
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
        var (taken, known, broken, unreadable) = (0, 0, 0, 0);
        foreach (var file in files)
        {
            try
            {
                using var stream = File.OpenRead(Path.GetFullPath(file, terminal.Folder));
                foreach (var lines in EventLines.Read(stream).Chunk(EventLines.Batch))
                {
                    var events = lines.Where(line => line.Event is not null).Select(line => line.Event!).ToList();
                    var fresh = log.Import(events);
                    (taken, known) = (taken + fresh, known + events.Count - fresh);
                    foreach (var line in lines.Where(line => line.Problem is not null))
                    {
                        broken++;
                        terminal.Report(
                            string.Create(CultureInfo.InvariantCulture, $"{file}:{line.Number}: error: {line.Problem}")
                        );
                    }
                }
            }
            catch (Exception e) when (FileProblem.IsExpected(e))
            {
                unreadable++;
                terminal.Complain($"{file}: {FileProblem.From(file, e).Message}");
            }
        }

        terminal.Out.WriteLine($"{Counted.Of(taken, "event")} taken in, {known} known already");
        if (broken > 0)
        {
            terminal.Complain($"{Counted.Of(broken, "line")} could not be read; all others were taken in");
        }

        return unreadable > 0 ? ExitCode.CannotRun
            : broken > 0 ? ExitCode.Findings
            : ExitCode.Clean;
    }
}
