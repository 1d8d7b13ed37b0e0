using System.Text.Json;

namespace WsgiLsp.Cli.Tests.Checking;

public class SarifTests
{
    private const string Many = """
        ---
        level: expert
        ---
        # T

        ## Which?

        - [] b
        - [ ] a
        This text is glued to it,
        over two lines.

        ## A
        <!-- card: id=x lvel=1 -->

        Text.

        ## B
        <!-- card: id=x -->

        Text.

        ## C
        """;

    [Fact]
    public async Task It_is_what_the_standard_asks_for()
    {
        using var shell = new Shell();
        shell.Folder.With("sub dir/ä#1.deck.md", Many).With("b.deck.md", TestDecks.NoKey).With("c.deck.md", "");

        var result = await shell.RunAsync("check", "--format", "sarif");

        Assert.Equal(1, result.ExitCode);
        Assert.Empty(SarifValidator.Validate(result.Output));
    }

    [Fact]
    public async Task Without_a_finding_and_after_a_failure_it_is_so_too()
    {
        using var shell = new Shell();
        shell.Folder.With("a.deck.md", TestDecks.Small);

        var clean = await shell.RunAsync("check", "--format", "sarif");
        var failed = await shell.RunAsync("check", "--format", "sarif", "gone");

        Assert.Empty(SarifValidator.Validate(clean.Output));
        Assert.Empty(SarifValidator.Validate(failed.Output));
        Assert.Equal(2, failed.ExitCode);
        Assert.True(Run(clean).GetProperty("invocations")[0].GetProperty("executionSuccessful").GetBoolean());
        var invocation = Run(failed).GetProperty("invocations")[0];
        Assert.False(invocation.GetProperty("executionSuccessful").GetBoolean());
        Assert.Equal(
            "gone: there is no such file or folder",
            invocation
                .GetProperty("toolExecutionNotifications")[0]
                .GetProperty("message")
                .GetProperty("text")
                .GetString()
        );
    }

    [Fact]
    public async Task Each_finding_is_a_result_with_rule_level_and_place()
    {
        using var shell = new Shell();
        shell.Folder.With("sub dir/ä#1.deck.md", Many);

        var results = Run(await shell.RunAsync("check", "--format", "sarif")).GetProperty("results");
        using var json = JsonDocument.Parse((await shell.RunAsync("check", "--format", "json")).Output);

        var findings = json.RootElement.GetProperty("findings");
        Assert.Equal(findings.GetArrayLength(), results.GetArrayLength());
        foreach (var (finding, result) in findings.EnumerateArray().Zip(results.EnumerateArray()))
        {
            Assert.Equal(finding.GetProperty("rule").GetString(), result.GetProperty("ruleId").GetString());
            Assert.Equal(finding.GetProperty("severity").GetString(), result.GetProperty("level").GetString());
            Assert.Equal(
                finding.GetProperty("message").GetString(),
                result.GetProperty("message").GetProperty("text").GetString()
            );
            var place = result.GetProperty("locations")[0].GetProperty("physicalLocation");
            Assert.Equal(
                "sub%20dir/%C3%A4%231.deck.md",
                place.GetProperty("artifactLocation").GetProperty("uri").GetString()
            );
            var (start, end) = (
                finding.GetProperty("range").GetProperty("start"),
                finding.GetProperty("range").GetProperty("end")
            );
            var region = place.GetProperty("region");
            Assert.Equal(start.GetProperty("line").GetInt32() + 1, region.GetProperty("startLine").GetInt32());
            Assert.Equal(start.GetProperty("character").GetInt32() + 1, region.GetProperty("startColumn").GetInt32());
            Assert.Equal(end.GetProperty("line").GetInt32() + 1, region.GetProperty("endLine").GetInt32());
            Assert.Equal(end.GetProperty("character").GetInt32() + 1, region.GetProperty("endColumn").GetInt32());
        }
    }

    [Theory]
    [InlineData("information")]
    [InlineData("hint")]
    public async Task What_is_no_warning_is_a_note(string severity)
    {
        using var shell = new Shell();
        shell
            .Folder.With("a.deck.md", TestDecks.NoKey)
            .With("wsgilsp.json", $$"""{ "rules": { "no-key": "{{severity}}" } }""");

        var result = Run(await shell.RunAsync("check", "--format", "sarif")).GetProperty("results")[0];

        Assert.Equal("note", result.GetProperty("level").GetString());
    }

    [Fact]
    public async Task A_fix_applied_as_sarif_says_is_the_fix()
    {
        using var shell = new Shell();
        shell.Folder.With("a.deck.md", "## Q?\n\n- [x] a\n- []b\n- [ ] c\n");

        var result = Run(await shell.RunAsync("check", "--format", "sarif")).GetProperty("results")[0];

        var replacement = result.GetProperty("fixes")[0].GetProperty("artifactChanges")[0].GetProperty("replacements")[
            0
        ];
        Assert.Equal(
            """{"startLine":4,"startColumn":3,"endLine":4,"endColumn":5}""",
            JsonSerializer.Serialize(replacement.GetProperty("deletedRegion"))
        );
        Assert.Equal("[ ] ", replacement.GetProperty("insertedContent").GetProperty("text").GetString());
    }

    [Fact]
    public async Task A_fingerprint_survives_what_happens_elsewhere_and_tells_twins_apart()
    {
        using var shell = new Shell();
        shell.Folder.With("a.deck.md", $"{TestDecks.NoKey}\n## Which?\n\n- [ ] c\n- [ ] d\n");
        var before = Fingerprints(await shell.RunAsync("check", "--format", "sarif", "--rule", "no-key"));
        shell.Folder.With("a.deck.md", "# T\n\n## New\n\nText.\n\n" + shell.Read("a.deck.md")[5..]);

        var after = Fingerprints(await shell.RunAsync("check", "--format", "sarif", "--rule", "no-key"));

        Assert.Equal(2, before.Distinct().Count());
        Assert.Equal(before, after);
    }

    [Fact]
    public async Task A_deck_outside_the_working_folder_has_an_absolute_uri()
    {
        using var shell = new Shell();
        using var other = new TempFolder();
        other.With("a b.deck.md", TestDecks.NoKey);

        var result = await shell.RunAsync("check", "--format", "sarif", other.Path);

        Assert.Empty(SarifValidator.Validate(result.Output));
        var location = Run(result).GetProperty("results")[0].GetProperty("locations")[0];
        var uri = location.GetProperty("physicalLocation").GetProperty("artifactLocation").GetProperty("uri");
        Assert.Equal(new Uri(other["a b.deck.md"]).AbsoluteUri, uri.GetString());
    }

    [Theory]
    [InlineData("\"version\": \"2.1.0\"", "\"version\": \"2.0.0\"")]
    [InlineData("\"level\": \"error\"", "\"level\": \"bad\"")]
    [InlineData("\"ruleIndex\": 0", "\"ruleIndex\": -1")]
    [InlineData("\"startLine\": 3", "\"startLine\": 0")]
    [InlineData("\"startLine\": 3", "\"startLine\": 4")]
    [InlineData("\"executionSuccessful\"", "\"successful\"")]
    [InlineData("\"uri\": \"a.deck.md\"", "\"uri\": \"a deck.md\"")]
    [InlineData("\"%SRCROOT%\": {", "\"ROOT\": {")]
    public async Task The_validator_sees_mistakes(string right, string wrong)
    {
        using var shell = new Shell();
        shell.Folder.With("a.deck.md", TestDecks.NoKey);
        var output = (await shell.RunAsync("check", "--format", "sarif")).Output;

        Assert.Contains(right, output, StringComparison.Ordinal);
        Assert.NotEmpty(SarifValidator.Validate(output.Replace(right, wrong, StringComparison.Ordinal)));
    }

    private static JsonElement Run(ShellResult result)
    {
        using var json = JsonDocument.Parse(result.Output);
        return json.RootElement.GetProperty("runs")[0].Clone();
    }

    private static List<string?> Fingerprints(ShellResult result) =>
        [
            .. Run(result)
                .GetProperty("results")
                .EnumerateArray()
                .Select(r => r.GetProperty("partialFingerprints").EnumerateObject().Single().Value.GetString()),
        ];
}
