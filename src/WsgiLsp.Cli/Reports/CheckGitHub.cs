using WsgiLsp.Cli.Checking;
using WsgiLsp.Decks.Rules;

namespace WsgiLsp.Cli.Reports;

/// <summary>A check as annotations of a GitHub Actions job, which the pull request shows beside its lines.</summary>
internal static class CheckGitHub
{
    public static void Write(CheckReport report, TextWriter output)
    {
        foreach (var finding in report.Findings)
        {
            output.WriteLine(Annotation(finding));
        }

        output.WriteLine(CheckSummary.Totals(report));
    }

    private static WorkflowCommand Annotation(CheckFinding finding)
    {
        List<KeyValuePair<string, string>> properties =
        [
            new("file", finding.Deck.Relative ?? finding.Deck.Shown),
            new("line", $"{finding.Start.Line + 1}"),
            new("endLine", $"{finding.End.Line + 1}"),
            new("title", finding.Rule),
        ];

        // The runner takes columns only of what stands on one line.
        if (finding.Start.Line == finding.End.Line)
        {
            properties.Insert(2, new("col", $"{finding.Start.Character + 1}"));
            properties.Insert(4, new("endColumn", $"{finding.End.Character + 1}"));
        }

        return new WorkflowCommand(NameOf(finding.Severity), [.. properties], finding.Message);
    }

    private static string NameOf(Severity severity) =>
        severity switch
        {
            Severity.Error => "error",
            Severity.Warning => "warning",
            _ => "notice",
        };
}
