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
        var all = files.Select(file => TakeIn(terminal, log, file)).ToList();
        if (all.Exists(one => one is not null))
        {
            var (taken, known) = (all.Sum(one => one?.Taken ?? 0), all.Sum(one => one?.Known ?? 0));
            terminal.Out.WriteLine($"{Counted.Of(taken, "event")} taken in, {known} known already");
        }

        return all.Contains(null) ? ExitCode.CannotRun
            : all.Exists(one => one!.Broken > 0) ? ExitCode.Findings
            : ExitCode.Clean;
    }

    /// <summary>Takes a file in, and says what of it could not be read; null where it is no export, or cannot be read at all.</summary>
    private static Import? TakeIn(Terminal terminal, ReviewLog log, string file)
    {
        var (taken, known, broken) = (0, 0, 0);
        (long Number, string Problem)? first = null;
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
                    first ??= (line.Number, line.Problem!);
                }
            }
        }
        catch (Exception e) when (FileProblem.IsExpected(e))
        {
            terminal.Complain($"{file}: {FileProblem.From(file, e).Message}");
            return null;
        }

        if (first is not var (number, problem))
        {
            return new Import(taken, known, broken);
        }

        var place = string.Create(CultureInfo.InvariantCulture, $"{file}:{number}: error: {problem}");
        if (taken + known == 0)
        {
            terminal.Report(
                $"{place}; none of {Counted.Of(broken, "line")} is an event, so this is no export: nothing was taken in"
            );
            return null;
        }

        terminal.Report(
            broken == 1
                ? $"{place}; all other lines were taken in"
                : $"{place}; {broken} such lines could not be read, all others were taken in"
        );
        return new Import(taken, known, broken);
    }

    /// <summary>What became of a file.</summary>
    /// <param name="Taken">Number of events that are new.</param>
    /// <param name="Known">Number of events that were there already.</param>
    /// <param name="Broken">Number of lines that could not be read.</param>
    private sealed record Import(int Taken, int Known, int Broken);
}
