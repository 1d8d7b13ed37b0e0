using WsgiLsp.Decks.Rules;

namespace WsgiLsp.Cli.Reports;

/// <summary>A check as people read it: <c>file:line:column: severity rule: message</c>, counted from 1.</summary>
internal static class CheckText
{
    public static void Write(CheckReport report, TextWriter output, Style style)
    {
        foreach (var (file, place) in report.Findings)
        {
            var (line, column) = (place.Start.Line + 1, place.Start.Character + 1);
            var finding = place.Finding;
            var severity = Coloured(finding.Severity, style);
            output.WriteLine(
                $"{style.Bold(file)}:{line}:{column}: {severity} {style.Dim(finding.Rule)}: {finding.Message}"
            );
        }

        output.WriteLine(Summary(report));
    }

    private static string Summary(CheckReport report)
    {
        var scope = $"{Counted.Of(report.Cards, "card")} in {Counted.Of(report.Decks, "deck")}";
        if (report.Findings.IsEmpty)
        {
            return $"{scope}, no findings";
        }

        var bySeverity = report
            .Findings.CountBy(found => found.Place.Finding.Severity)
            .OrderBy(count => count.Key)
            .Select(count => Counts(count.Key, count.Value));
        return $"{scope}, {Counted.Of(report.Findings.Length, "finding")}: {string.Join(", ", bySeverity)}";
    }

    private static string Counts(Severity severity, int count) =>
        severity == Severity.Information ? $"{count} information" : Counted.Of(count, Word(severity));

    private static string Coloured(Severity severity, Style style) =>
        severity switch
        {
            Severity.Error => style.Red(Word(severity)),
            Severity.Warning => style.Yellow(Word(severity)),
            _ => style.Cyan(Word(severity)),
        };

    private static string Word(Severity severity) => severity.ToString().ToLowerInvariant();
}
