using System.CommandLine;
using WsgiLsp.Cli.Checking;
using WsgiLsp.Cli.Files;
using WsgiLsp.Cli.Reports;
using WsgiLsp.Cli.Reports.Sarif;
using WsgiLsp.Decks.Rules;

namespace WsgiLsp.Cli.Commands;

/// <summary><c>wsgilsp check</c>: what the rules have to say, and their safe fixes.</summary>
internal static class CheckCommand
{
    public static Command Create(Terminal terminal)
    {
        var paths = PathArgument.Create();
        var fix = new Option<bool>("--fix") { Description = "Apply the fixes that are safe, until none is left." };
        var rules = new Option<string[]>("--rule")
        {
            Description = "Hear this rule only, whether it is on or off; may be given several times.",
            HelpName = "NAME",
        };
        var format = new Option<string>("--format")
        {
            Description = "How to report.",
            DefaultValueFactory = _ => "text",
        };
        format.TakesOneOf("text", "json", "sarif", "github");
        var failOn = new Option<string>("--fail-on")
        {
            Description = "The least severity that makes the exit code 1.",
            DefaultValueFactory = _ => "warning",
        };
        failOn.TakesOneOf("error", "warning", "information");

        var command = new Command("check", "Check decks. Exit code 0: nothing found, 1: findings, 2: cannot run.")
        {
            paths,
            fix,
            rules,
            format,
            failOn,
        };
        var standsFor = StandardInputOption.AddTo(
            command,
            paths,
            "Read one deck from standard input, as if it were this file. With --fix the text goes to "
                + "standard output, and the report to standard error."
        );
        command.SetAction(parsed =>
        {
            var named = parsed.GetValue(rules) ?? [];
            if (UnknownRule.IsAmong(named, terminal))
            {
                return ExitCode.CannotRun;
            }

            var options = new CheckOptions
            {
                Fixes = parsed.GetValue(fix),
                Rules = new RuleChoice(named),
                Today = DateOnly.FromDateTime(terminal.Clock.GetLocalNow().DateTime),
                FailOn = Enum.Parse<Severity>(parsed.GetRequiredValue(failOn), ignoreCase: true),
            };
            var reporter = Reporter(parsed.GetRequiredValue(format), terminal);
            return parsed.GetValue(standsFor) is { } name
                ? RunOnInput(terminal, options, name, reporter)
                : Run(terminal, options, parsed.GetRequiredValue(paths), reporter);
        });
        return command;
    }

    private static int Run(
        Terminal terminal,
        CheckOptions options,
        string[] paths,
        Action<CheckReport, TextWriter> reporter
    )
    {
        try
        {
            var report = new CheckRun(terminal, options).CheckPaths(paths);
            reporter(report, terminal.Out);
            return report.ExitCodeFor(options.FailOn);
        }
        catch (OperationCanceledException)
        {
            terminal.Complain("interrupted; nothing is half written");
            return ExitCode.CannotRun;
        }
    }

    private static int RunOnInput(
        Terminal terminal,
        CheckOptions options,
        string name,
        Action<CheckReport, TextWriter> reporter
    )
    {
        var source = StandardDeck.Read(terminal);
        var (report, text) = new CheckRun(terminal, options).CheckText(name, source);
        if (options.Fixes)
        {
            StandardDeck.Write(terminal, source, text);
        }

        reporter(report, options.Fixes ? terminal.Error : terminal.Out);
        return report.ExitCodeFor(options.FailOn);
    }

    private static Action<CheckReport, TextWriter> Reporter(string format, Terminal terminal) =>
        format switch
        {
            "json" => CheckJson.Write,
            "sarif" => CheckSarif.Write,
            "github" => CheckGitHub.Write,
            _ => (report, output) =>
            {
                // Where nothing could be read at all, totals would only hide the complaint.
                if (report.Failures.IsEmpty || report.Decks > 0)
                {
                    var isOut = output == terminal.Out;
                    new CheckText(
                        output,
                        new Style(terminal.UsesColour && isOut),
                        isOut ? terminal.Columns : null
                    ).Write(report);
                }
            },
        };
}
