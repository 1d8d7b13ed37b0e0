using System.CommandLine;
using WsgiLsp.Cli.Reports;
using WsgiLsp.Decks.Rules;

namespace WsgiLsp.Cli.Commands;

/// <summary><c>wsgilsp check</c>: what the rules have to say.</summary>
internal static class CheckCommand
{
    public static Command Create(Terminal terminal)
    {
        var paths = PathArgument.Create();
        var format = new Option<string>("--format")
        {
            Description = "How to report.",
            DefaultValueFactory = _ => "text",
        };
        format.AcceptOnlyFromAmong("text", "json");
        var failOn = new Option<string>("--fail-on")
        {
            Description = "The least severity that makes the exit code 1.",
            DefaultValueFactory = _ => "warning",
        };
        failOn.AcceptOnlyFromAmong("error", "warning", "information");

        var command = new Command("check", "Check decks. Exit code 0: nothing found, 1: findings, 2: cannot run.")
        {
            paths,
            format,
            failOn,
        };
        command.SetAction(parsed =>
        {
            var limit = Enum.Parse<Severity>(parsed.GetRequiredValue(failOn), ignoreCase: true);
            return Run(terminal, parsed.GetRequiredValue(paths), parsed.GetRequiredValue(format) == "json", limit);
        });
        return command;
    }

    private static int Run(Terminal terminal, string[] paths, bool isJson, Severity failOn)
    {
        var reader = new DeckReader(terminal);
        var report = CheckReport.Of(reader.Read(paths));
        if (isJson)
        {
            CheckJson.Write(report, terminal.Out);
        }
        else if (!reader.HasFailed || report.Decks > 0)
        {
            CheckText.Write(report, terminal.Out, new Style(terminal.UsesColour));
        }

        // A smaller number is more severe.
        return reader.HasFailed ? ExitCode.CannotRun
            : report.Findings.Any(found => found.Place.Finding.Severity <= failOn) ? ExitCode.Findings
            : ExitCode.Clean;
    }
}
