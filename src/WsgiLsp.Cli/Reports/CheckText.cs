using WsgiLsp.Cli.Checking;
using WsgiLsp.Decks.Rules;

namespace WsgiLsp.Cli.Reports;

/// <summary>
/// A check as people read it: of each finding <c>file:line:column: severity[rule] message</c>, counted from 1, then the
/// line with the place underlined, the fix and related places; in the end a summary.
/// </summary>
/// <param name="output">Where to write.</param>
/// <param name="style">Colour or none.</param>
/// <param name="columns">The terminal's width; null where there is none.</param>
internal sealed class CheckText(TextWriter output, Style style, int? columns = null)
{
    /// <summary>Before the further lines of a message, as wide as the margin of the source lines.</summary>
    private const string Indent = "       ";

    public void Write(CheckReport report)
    {
        foreach (var finding in report.Findings)
        {
            Write(finding);
        }

        if (!report.Findings.IsEmpty)
        {
            WriteRules(report);
        }

        output.WriteLine(WrappedLine.Of(CheckSummary.Totals(report), columns));
    }

    private void Write(CheckFinding finding)
    {
        var place = Place(finding.Deck, finding.Start);
        var (severity, rule) = (finding.Severity.Name(), $"[{finding.Rule}]");
        output.WriteLine(
            WrappedLine.Of(
                [
                    (style.Bold(place) + ":", place + ":"),
                    (style.Of(finding.Severity, severity) + rule, severity + rule),
                    .. Words(Printable.Line(finding.Message)),
                ],
                columns,
                Indent
            )
        );

        var number = $"{finding.Start.Line + 1}".PadLeft(4);
        var margin = new string(' ', number.Length);
        var excerpt = Excerpt.Of(finding.Line, columns - number.Length - 3);
        output.WriteLine($"{style.Dim($"{number} |")} {excerpt.Text}".TrimEnd());
        output.WriteLine($"{style.Dim($"{margin} |")} {style.Of(finding.Severity, excerpt.Underline)}");
        if (finding.Fixes is [var fix, ..])
        {
            WriteAside(margin, "help:", Printable.Line(fix.Title));
        }

        foreach (var related in finding.Related)
        {
            var (where, what) = (Place(related.Deck, related.Start), Printable.Line(related.Message));
            WriteAside(margin, "note:", $"{where}: {what}");
        }

        output.WriteLine();
    }

    private void WriteAside(string margin, string what, string text) =>
        output.WriteLine(
            WrappedLine.Of([(margin, margin), (style.Dim($"= {what}"), $"= {what}"), .. Words(text)], columns, Indent)
        );

    private static IEnumerable<(string Shown, string Text)> Words(string text) =>
        text.Split(' ').Select(word => (word, word));

    private void WriteRules(CheckReport report)
    {
        var lines = CheckSummary.ByRule(report);
        var countWidth = lines.Max(line => $"{line.Count}".Length);
        var severityWidth = lines.Max(line => line.Severity.Name().Length);
        var ruleWidth = lines.Max(line => line.Rule.Length);
        foreach (var line in lines)
        {
            var count = $"{line.Count}".PadLeft(countWidth);
            var severity = style.Of(line.Severity, line.Severity.Name().PadRight(severityWidth));
            var rule = line.Fixable == 0 ? line.Rule : $"{line.Rule.PadRight(ruleWidth)}  {line.Fixable} with --fix";
            output.WriteLine($"{count}  {severity}  {rule}");
        }

        output.WriteLine();
    }

    private static string Place(DeckName deck, Decks.Text.LinePosition at) =>
        $"{Printable.Line(deck.Shown)}:{at.Line + 1}:{at.Character + 1}";
}
