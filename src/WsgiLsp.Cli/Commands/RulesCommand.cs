using System.CommandLine;
using WsgiLsp.Cli.Reports;

namespace WsgiLsp.Cli.Commands;

/// <summary><c>wsgilsp rules</c>: what a check looks for.</summary>
internal static class RulesCommand
{
    public static Command Create(Terminal terminal)
    {
        var format = new Option<string>("--format")
        {
            Description = "How to list them.",
            DefaultValueFactory = _ => "text",
        };
        format.TakesOneOf("text", "json");
        var json = new Option<bool>("--json") { Description = "Short for --format json." };

        var command = new Command(
            "rules",
            "List the rules: name, default severity, who applies its fix (--fix, or you in an editor), what it finds."
        )
        {
            format,
            json,
        };
        command.SetAction(parsed => Run(terminal, parsed.GetValue(json) || parsed.GetValue(format) == "json"));
        return command;
    }

    private static int Run(Terminal terminal, bool isJson)
    {
        if (isJson)
        {
            RuleList.WriteJson(terminal.Out);
        }
        else
        {
            RuleList.Write(terminal.Out, new Style(terminal.UsesColour));
        }

        return ExitCode.Clean;
    }
}
