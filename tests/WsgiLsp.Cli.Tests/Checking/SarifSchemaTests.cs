using System.Text.Json;
using WsgiLsp.Decks.Rules;

namespace WsgiLsp.Cli.Tests.Checking;

/// <summary>Reports against SARIF's own schema, where <see cref="SarifValidator"/> knows only what we write.</summary>
public class SarifSchemaTests
{
    [Fact]
    public async Task A_report_with_findings_of_all_rules_fits_the_schema()
    {
        // The day of the examples' page.
        var clock = new StoppedClock(new DateTimeOffset(2027, 2, 14, 12, 0, 0, TimeSpan.Zero));
        using var shell = new Shell { Adjust = terminal => terminal with { Clock = clock } };
        using var other = new TempFolder();
        other.With("a b.deck.md", TestDecks.NoKey);
        var switches = RuleCatalogue.Pages.Where(page => page.IsOptIn).Select(page => $"\"{page.Name}\": \"on\"");
        shell.Folder.With("wsgilsp.json", $$"""{ "rules": { {{string.Join(", ", switches)}} } }""");
        // A config is read for the decks in its folder, so that each folder has one more, which is empty.
        var pages = RuleCatalogue.Pages.Where(page => !RuleCatalogue.ServerRules.Contains(page.Name)).ToList();
        foreach (var page in pages)
        {
            foreach (var (number, (language, text)) in InvalidExamples(page).Index())
            {
                var file = language == "json" ? "wsgilsp.json" : "ä#1.deck.md";
                shell.Folder.With($"{page.Name}/{number}/{file}", text).With($"{page.Name}/{number}/z.deck.md", "");
            }
        }

        var result = await shell.RunAsync("check", "--format", "sarif", ".", other.Path, "gone");

        using var json = JsonDocument.Parse(result.Output);
        var results = json.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray().ToList();
        Assert.Equal(
            pages.Select(page => page.Name),
            results.Select(r => r.GetProperty("ruleId").GetString()!).Distinct().Order(StringComparer.Ordinal)
        );
        Assert.Contains(results, r => r.TryGetProperty("fixes", out _));
        Assert.Contains(results, r => r.TryGetProperty("relatedLocations", out _));
        Assert.Contains("toolExecutionNotifications", result.Output, StringComparison.Ordinal);
        Assert.Empty(await SarifSchema.ValidateAsync(result.Output));
        Assert.Empty(SarifValidator.Validate(result.Output));
    }

    [Theory]
    [InlineData("\"version\": \"2.1.0\"", "\"version\": \"2.0.0\"")]
    [InlineData("\"startLine\": 3", "\"startLine\": 0")]
    [InlineData("\"uri\": \"a.deck.md\"", "\"uri\": \"a deck.md\"")]
    public async Task The_schema_sees_mistakes(string right, string wrong)
    {
        using var shell = new Shell();
        shell.Folder.With("a.deck.md", TestDecks.NoKey);
        var output = (await shell.RunAsync("check", "--format", "sarif")).Output;

        Assert.Contains(right, output, StringComparison.Ordinal);
        Assert.NotEmpty(await SarifSchema.ValidateAsync(output.Replace(right, wrong, StringComparison.Ordinal)));
    }

    /// <summary>What a rule's page shows as found, with the language of each example, without the marks below the places.</summary>
    private static IEnumerable<(string Language, string Text)> InvalidExamples(RulePage page)
    {
        var found = page.Markdown.Split("\n## Found\n")[1].Split("\n## Not found\n")[0];
        foreach (var block in found.Split("\n````\n", StringSplitOptions.RemoveEmptyEntries))
        {
            var lines = block.TrimStart('\n').Split('\n');
            var text = lines.Skip(1).Where(line => line.Trim() is "" || line.Trim().Trim('^') is not "");
            yield return (lines[0].TrimStart('`'), string.Join('\n', text) + "\n");
        }
    }
}
