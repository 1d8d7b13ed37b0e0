using System.CommandLine;
using WsgiLsp.Study.Reviews;

namespace WsgiLsp.Cli.Commands;

/// <summary><c>wsgilsp log forget</c>: deletes the events of items, after a backup.</summary>
internal static class LogForgetCommand
{
    public static Command Create(Terminal terminal)
    {
        var name = LogItems.CreateArgument();
        var yes = new Option<bool>("--yes", "-y") { Description = "Do not ask." };
        var command = new Command("forget", "Delete all events of a deck or a card from the log, after a backup.")
        {
            name,
            yes,
        };
        command.SetAction(parsed =>
            LogCommand.With(terminal, log => Run(terminal, log, parsed.GetRequiredValue(name), parsed.GetValue(yes)))
        );
        return command;
    }

    private static int Run(Terminal terminal, ReviewLog log, string name, bool isAgreed)
    {
        var items = LogItems.Find(terminal, log, name);
        if (items.Count == 0)
        {
            return ExitCode.CannotRun;
        }

        if (!isAgreed)
        {
            var deletion =
                $"delete {Counted.Of(log.CountHistory(items), "event")} of {Counted.Of(items.Count, "item")}";
            if (!terminal.IsInteractive)
            {
                terminal.Complain($"this would {deletion}; --yes does it");
                return ExitCode.CannotRun;
            }

            if (!IsConfirmed(terminal, deletion))
            {
                terminal.Out.WriteLine("nothing was deleted");
                return ExitCode.Clean;
            }
        }

        var (events, backup) = log.Forget(items);
        terminal.Out.WriteLine($"{Counted.Of(events, "event")} of {Counted.Of(items.Count, "item")} deleted");
        terminal.Out.WriteLine($"the log as it was: {backup}");
        if (log.SyncFolder is { } folder)
        {
            terminal.Complain($"the files in {folder}, and other computers, keep what they have");
        }

        return ExitCode.Clean;
    }

    private static bool IsConfirmed(Terminal terminal, string deletion)
    {
        terminal.Out.Write($"{char.ToUpperInvariant(deletion[0])}{deletion[1..]}? A backup is made first. [y/N] ");
        terminal.Out.Flush();
        return terminal.In.ReadLine()?.Trim() is "y" or "Y" or "yes";
    }
}
