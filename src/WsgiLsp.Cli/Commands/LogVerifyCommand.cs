using System.CommandLine;
using WsgiLsp.Cli.Reports;
using WsgiLsp.Study.Reviews;

namespace WsgiLsp.Cli.Commands;

/// <summary><c>wsgilsp log verify</c>: whether what is kept of each item is what its events make.</summary>
internal static class LogVerifyCommand
{
    public static Command Create(Terminal terminal)
    {
        var fix = new Option<bool>("--fix") { Description = "Make anew what differs, from the events." };
        var command = new Command("verify", "Replay all events and compare what they make with what is kept.") { fix };
        command.SetAction(parsed => LogCommand.With(terminal, log => Run(terminal, log, parsed.GetValue(fix))));
        return command;
    }

    private static int Run(Terminal terminal, ReviewLog log, bool isFixing)
    {
        var found = log.Verify();
        if (isFixing && !found.Different.IsEmpty)
        {
            log.Rebuild();
            terminal.Complain($"made {Counted.Of(found.Different.Length, "state")} anew");
            found = log.Verify();
        }

        foreach (var item in found.Different)
        {
            terminal.Out.WriteLine(Printable.Line(item));
        }

        if (!found.Different.IsEmpty)
        {
            terminal.Complain(
                $"what is kept of {Counted.Of(found.Different.Length, "item")} is not what the events make; "
                    + "wsgilsp log verify --fix makes it anew"
            );
        }

        if (found.Integrity != "ok")
        {
            terminal.Complain(
                $"the log's file {log.Path} is damaged ({found.Integrity}): "
                    + $"put the last copy from {log.BackupFolder} in its place"
            );
        }

        if (!found.IsSound)
        {
            return ExitCode.Findings;
        }

        terminal.Out.WriteLine($"sound: {Counted.Of(found.Events, "event")} of {Counted.Of(found.Items, "item")}");
        return ExitCode.Clean;
    }
}
