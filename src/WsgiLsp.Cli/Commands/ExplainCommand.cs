using System.CommandLine;
using WsgiLsp.Cli.Reports;
using WsgiLsp.Decks.Rules;

namespace WsgiLsp.Cli.Commands;

/// <summary><c>wsgilsp explain</c>: a rule's page, readable at a terminal, as Markdown for a file or a pipe.</summary>
internal static class ExplainCommand
{
    public static Command Create(Terminal terminal)
    {
        var rule = new Argument<string>("RULE") { Description = "Name of a rule, such as no-key." };
        var command = new Command("explain", "Show a rule's page: what it finds, why, and examples.") { rule };
        command.SetAction(parsed => Run(terminal, parsed.GetRequiredValue(rule)));
        return command;
    }

    private static int Run(Terminal terminal, string name)
    {
        if (UnknownRule.IsAmong([name], terminal))
        {
            return ExitCode.CannotRun;
        }

        var page = RuleCatalogue.Find(name)!;
        if (terminal.UsesColour)
        {
            MarkdownPaint.Write(page.Markdown, terminal.Out, new Style(IsOn: true));
        }
        else
        {
            terminal.Out.Write(page.Markdown);
        }

        return ExitCode.Clean;
    }
}
