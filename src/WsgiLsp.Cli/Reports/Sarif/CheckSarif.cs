using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using WsgiLsp.Cli.Checking;
using WsgiLsp.Decks.Rules;
using WsgiLsp.Decks.Text;

namespace WsgiLsp.Cli.Reports.Sarif;

/// <summary>
/// A check as SARIF 2.1.0, which code scanning reads. Files are named by relative URI from the working folder, whose own
/// place is left out: it means nothing on another machine.
/// </summary>
internal static class CheckSarif
{
    private const string Schema = "https://json.schemastore.org/sarif-2.1.0.json";

    /// <summary>What relative URIs count from.</summary>
    private const string BaseId = "%SRCROOT%";

    /// <summary>The name carries its version: a finding keeps its fingerprint as long as this is computed alike.</summary>
    private const string Fingerprint = "wsgilspRuleAndLine/v1";

    public static void Write(CheckReport report, TextWriter output) =>
        output.WriteLine(JsonSerializer.Serialize(Of(report), SarifJsonContext.Readable.SarifLog));

    private static SarifLog Of(CheckReport report)
    {
        var rules = report.Findings.Select(finding => finding.Rule).Distinct().Order(StringComparer.Ordinal).ToList();
        var run = new Run(
            new Tool(new ToolComponent("wsgilsp", ProgramVersion.Text, [.. rules.Select(Descriptor)])),
            [
                new Invocation(
                    report.Failures.IsEmpty,
                    [.. report.Failures.Select(failure => new Notification("error", new Message(failure)))]
                ),
            ],
            "utf16CodeUnits",
            ImmutableDictionary<string, ArtifactLocation>.Empty.Add(
                BaseId,
                new ArtifactLocation(Description: new Message("The folder in which the check was started."))
            ),
            Results(report.Findings, rules)
        );
        return new SarifLog(Schema, "2.1.0", [run]);
    }

    private static ReportingDescriptor Descriptor(string name)
    {
        var page = RuleCatalogue.Find(name)!;
        var summary = new MultiformatMessage($"Finds {page.Summary}.");
        var problemSeverity = page.Default switch
        {
            Severity.Error => "error",
            Severity.Warning => "warning",
            _ => "recommendation",
        };
        return new ReportingDescriptor(
            name,
            summary,
            summary,
            // A page of Markdown reads well as plain text.
            new MultiformatMessage(page.Markdown, page.Markdown),
            new ReportingConfiguration(!page.IsOptIn, LevelOf(page.Default)),
            new RuleProperties(["deck"], problemSeverity)
        );
    }

    private static ImmutableArray<Result> Results(ImmutableArray<CheckFinding> findings, List<string> rules)
    {
        var results = ImmutableArray.CreateBuilder<Result>(findings.Length);
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var finding in findings)
        {
            var key = $"{finding.Deck.Relative ?? finding.Deck.Full}\n{finding.Rule}\n{finding.Line.Text.Trim()}";
            var repeats = seen[key] = seen.GetValueOrDefault(key) + 1;
            results.Add(
                new Result(
                    finding.Rule,
                    rules.BinarySearch(finding.Rule, StringComparer.Ordinal),
                    LevelOf(finding.Severity),
                    new Message(finding.Message),
                    [Place(finding.Deck, finding.Start, finding.End)],
                    finding.Related.IsEmpty ? null : [.. finding.Related.Select(Related)],
                    ImmutableDictionary<string, string>.Empty.Add(Fingerprint, Hash($"{key}\n{repeats}")),
                    finding.Fixes.IsEmpty ? null : [.. finding.Fixes.Select(fix => FixOf(finding.Deck, fix))]
                )
            );
        }

        return results.DrainToImmutable();
    }

    private static Location Related(CheckRelated related, int index) =>
        Place(related.Deck, related.Start, related.End) with
        {
            Id = index + 1,
            Message = new Message(related.Message),
        };

    private static Location Place(DeckName deck, LinePosition start, LinePosition end) =>
        new(new PhysicalLocation(File(deck), RegionOf(start, end)));

    private static Fix FixOf(DeckName deck, CheckFix fix) =>
        new(
            new Message(fix.Title),
            [
                new ArtifactChange(
                    File(deck),
                    [
                        .. fix.Edits.Select(edit => new Replacement(
                            RegionOf(edit.Start, edit.End),
                            new ArtifactContent(edit.NewText)
                        )),
                    ]
                ),
            ]
        );

    private static ArtifactLocation File(DeckName deck) =>
        deck.Relative is { } relative
            ? new ArtifactLocation(string.Join('/', relative.Split('/').Select(Uri.EscapeDataString)), BaseId)
            : new ArtifactLocation(new Uri(deck.Full).AbsoluteUri);

    private static Region RegionOf(LinePosition start, LinePosition end) =>
        new(start.Line + 1, start.Character + 1, end.Line + 1, end.Character + 1);

    private static string LevelOf(Severity severity) =>
        severity switch
        {
            Severity.Error => "error",
            Severity.Warning => "warning",
            _ => "note",
        };

    /// <summary>64 bits of a digest: enough to tell findings apart, short enough to read.</summary>
    private static string Hash(string text)
    {
        var digest = SHA256.HashData(Encoding.UTF8.GetBytes(text));
        return Convert.ToHexStringLower(digest.AsSpan(0, 8));
    }
}
