using System.Collections.Immutable;
using WsgiLsp.Cli.Checking;
using WsgiLsp.Decks.Rules;

namespace WsgiLsp.Cli.Reports;

/// <summary>How often a rule was found with one severity.</summary>
/// <param name="Severity">The severity.</param>
/// <param name="Rule">The rule's name.</param>
/// <param name="Count">How often.</param>
/// <param name="Fixable">How many of these <c>--fix</c> mends.</param>
internal sealed record RuleCount(Severity Severity, string Rule, int Count, int Fixable);

/// <summary>A check in numbers.</summary>
internal static class CheckSummary
{
    /// <summary>Numbers by rule and severity: the most severe first, of these the most frequent.</summary>
    public static ImmutableArray<RuleCount> ByRule(CheckReport report) =>
        [
            .. report
                .Findings.GroupBy(finding => (finding.Severity, finding.Rule))
                .Select(group => new RuleCount(
                    group.Key.Severity,
                    group.Key.Rule,
                    group.Count(),
                    group.Count(finding => finding.IsFixable)
                ))
                .OrderBy(line => line.Severity)
                .ThenByDescending(line => line.Count)
                .ThenBy(line => line.Rule, StringComparer.Ordinal),
        ];

    /// <summary>One line of totals.</summary>
    public static string Totals(CheckReport report)
    {
        var scope = $"{Counted.Of(report.Cards, "card")} in {Counted.Of(report.Decks, "deck")}";
        var done = report.Fixed > 0 ? $", {report.Fixed} fixed" : "";
        if (report.Findings.IsEmpty)
        {
            return $"{scope}{done}, no findings{(report.Fixed > 0 ? " left" : "")}";
        }

        var bySeverity = report
            .Findings.CountBy(finding => finding.Severity)
            .OrderBy(count => count.Key)
            .Select(count => count.Key.Count(count.Value));
        var fixable = report.Findings.Count(finding => finding.IsFixable);
        var offer = fixable > 0 ? $"; --fix mends {fixable}" : "";
        var findings = Counted.Of(report.Findings.Length, "finding") + (report.Fixed > 0 ? " left" : "");
        return $"{scope}{done}, {findings}: {string.Join(", ", bySeverity)}{offer}";
    }
}
