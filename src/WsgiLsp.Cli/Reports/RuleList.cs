using System.Collections.Immutable;
using System.Text.Json;
using WsgiLsp.Decks.Rules;

namespace WsgiLsp.Cli.Reports;

/// <summary>The rules, one a line: name, default severity, what <c>--fix</c> does, what the rule finds.</summary>
internal static class RuleList
{
    private const string Off = "off";

    public static void Write(TextWriter output, Style style)
    {
        var rules = Rules();
        var nameWidth = rules.Max(rule => rule.Name.Length);
        foreach (var (page, rule) in RuleCatalogue.Pages.Zip(rules))
        {
            var severity = rule.Severity.PadRight("information".Length);
            var painted = rule.Severity == Off ? style.Dim(severity) : style.Of(page.Default, severity);
            var fix = rule.Fix == FixName(FixOffer.None) ? "" : rule.Fix;
            output.WriteLine($"{rule.Name.PadRight(nameWidth)}  {painted}  {fix, -6}  {rule.Summary}");
        }
    }

    public static void WriteJson(TextWriter output) =>
        output.WriteLine(JsonSerializer.Serialize(Rules(), ReportJsonContext.Readable.ImmutableArrayRuleJson));

    private static ImmutableArray<RuleJson> Rules() =>
        [
            .. RuleCatalogue.Pages.Select(page =>
            {
                var severity = page.IsOptIn ? Off : page.Default.Name();
                return new RuleJson(page.Name, severity, FixName(FixOffers.Of(page.Name)), page.Summary);
            }),
        ];

    private static string FixName(FixOffer offer) =>
        offer switch
        {
            FixOffer.Safe => "--fix",
            FixOffer.Chosen => "editor",
            _ => "none",
        };
}

/// <summary>A rule for programs.</summary>
/// <param name="Name">The rule's name.</param>
/// <param name="Severity">Its default severity, or <c>off</c>.</param>
/// <param name="Fix"><c>--fix</c>, <c>editor</c> for fixes that want a look, or <c>none</c>.</param>
/// <param name="Summary">What it finds.</param>
internal sealed record RuleJson(string Name, string Severity, string Fix, string Summary);
