using WsgiLsp.Decks.Rules;
using WsgiLsp.Server.Workspace;

namespace WsgiLsp.Server.Tests.Workspace;

public class ConfigReaderTests
{
    [Fact]
    public void Comments_and_trailing_commas_are_welcome()
    {
        var config = ConfigReader.Parse(
            "/x/wsgilsp.json",
            """
            {
              // where our decks are
              "$schema": "https://example.org/schema.json",
              "decks": ["notes/*.md", /* and */ "more/*.md",],
              "rules": { "no-key": "off", "no-cards": "warning", },
            }
            """
        );

        Assert.Empty(config.Problems);
        Assert.Equal(["notes/*.md", "more/*.md"], config.Decks);
        Assert.Null(config.Rules["no-key"]);
        Assert.Equal(Severity.Warning, config.Rules["no-cards"]);
        Assert.Equal(config.Rules, config.SettingsFor("/x/a.deck.md").Rules);
        Assert.Equal("a.deck.md", config.SettingsFor("/x/a.deck.md").FileName);
    }

    /// <summary>Text; place and message of each problem, as <c>line:character–character message</c>; <c>!</c>: fatal.</summary>
    public static TheoryData<string, string[]> Mistakes =>
        new()
        {
            { "{}", [] },
            { "", ["!0:0-0 the file is empty"] },
            { " \n", ["!0:0-0 the file is empty"] },
            { "[]", ["0:0-1 the file must hold a JSON object"] },
            { "{ \"decks\": [ }", ["!0:13-13 this is not JSON: "] },
            { "{\n  \"é\": 1, x }", ["1:2-5 unknown key 'é'", "!1:10-10 this is not JSON: "] },
            { "{} {}", ["!0:3-3 this is not JSON: "] },
            { "{ \"deks\": [] }", ["0:2-8 unknown key 'deks'; did you mean 'decks'?"] },
            { "{ \"zzzzzzz\": {\"a\": [1]} }", ["0:2-11 unknown key 'zzzzzzz'"] },
            { "{ \"decks\": \"a\" }", ["0:11-14 'decks' must be a list of globs"] },
            { "{ \"decks\": [1, \"\", \"a\"] }", ["0:12-13 this is no glob", "0:15-17 this is no glob"] },
            { "{ \"decks\": [\"a/../../b\", \"..\\\\c\"] }", ["0:12-23 '..' leads out", "0:25-32 '..' leads out"] },
            {
                "{ \"decks\": [\"/a/*.md\", \"C:\\\\b\"] }",
                ["0:12-21 a glob counts from", "0:23-30 a glob counts from"]
            },
            { "{ \"decks\": [\"a\"], \"decks\": [\"b\"] }", ["0:18-25 'decks' is here for the second time"] },
            { "{ \"rules\": {\"no-key\": \"on\", \"no-key\": \"off\"} }", ["0:28-36 'no-key' is here"] },
            { "{ \"decks\": [\"\\ud800\"] }", [] },
            { "{ \"rules\": [] }", ["0:11-12 'rules' must be an object"] },
            { "{ \"rules\": {\"no-keys\": \"off\"} }", ["0:12-21 unknown rule 'no-keys'; did you mean 'no-key'?"] },
            { "{ \"rules\": {\"no-key\": \"warn\"} }", ["0:22-28 a rule is switched to "] },
            { "{ \"rules\": {\"no-key\": {\"a\": 1}, \"x\": 1} }", ["0:22-23 ", "0:32-35 unknown rule", "0:37-38 "] },
            { new string('[', 100_000), ["0:0-1 the file must hold", "!0:64-64 this is not JSON: "] },
        };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void Mistakes_are_collected_with_their_place(string text, string[] expected)
    {
        var problems = ConfigReader.Parse("/x/wsgilsp.json", text).Problems;

        var actual = problems
            .Select(p => $"{(p.IsFatal ? "!" : "")}{p.Start.Line}:{p.Start.Character}-{p.End.Character} {p.Message}")
            .ToList();
        Assert.Equal(expected.Length, actual.Count);
        Assert.All(expected.Zip(actual), pair => Assert.StartsWith(pair.First, pair.Second, StringComparison.Ordinal));
    }

    [Fact]
    public void Of_a_key_that_is_there_twice_the_last_counts()
    {
        var config = ConfigReader.Parse(
            "/x/wsgilsp.json",
            """
            {
              "decks": ["a"],
              "rules": { "no-cards": "off", "no-key": "hint", "no-key": "off" },
              "decks": ["b"],
              "rules": { "no-key": "off", "no-key": "error" }
            }
            """
        );

        Assert.Equal(["b"], config.Decks);
        Assert.Equal(Severity.Error, Assert.Single(config.Rules).Value);
        Assert.False(config.IsBroken);
    }

    [Fact]
    public void On_is_the_default_and_so_no_entry_unless_the_rule_is_opt_in()
    {
        var config = ConfigReader.Parse("/x/wsgilsp.json", """{ "rules": { "no-key": "off", "no-key": "on" } }""");
        Assert.Empty(config.Rules);

        var optIn = new RulePage("x", Severity.Warning, IsOptIn: true, IsEnglish: false, "", "");
        Assert.True(ConfigWords.IsEntry("on", optIn, out var severity));
        Assert.Equal(Severity.Warning, severity);
        Assert.True(ConfigWords.IsEntry("off", optIn, out severity));
        Assert.Null(severity);
        Assert.True(ConfigWords.IsEntry("hint", optIn, out severity));
        Assert.Equal(Severity.Hint, severity);
    }

    [Fact]
    public void A_mistake_is_a_finding_as_severe_as_the_file_says()
    {
        const string Text = """{ "é🎓": 1, "rules": { "bad-config": "hint" }, "decks": [7] }""";
        var config = ConfigReader.Parse("/x/wsgilsp.json", Text);

        Assert.All(config.Findings, finding => Assert.Equal(Severity.Hint, finding.Finding.Severity));
        Assert.Equal(["\"é🎓\"", "7"], config.Findings.Select(f => Text.Substring(f.Span.Start, f.Span.Length)));
        Assert.Empty(
            ConfigReader.Parse("/x/wsgilsp.json", Text.Replace("hint", "off", StringComparison.Ordinal)).Findings
        );
        Assert.False(config.IsBroken);
    }

    [Fact]
    public void A_message_ends_with_a_word_that_helps()
    {
        var config = ConfigReader.Parse("/x/wsgilsp.json", """{ "rules": { "no-key": "loud" } }""");

        Assert.EndsWith("or 'hint'", config.Problems[0].Message, StringComparison.Ordinal);

        var close = ConfigReader.Parse("/x/wsgilsp.json", """{ "rules": { "no-key": "warn" } }""");
        Assert.EndsWith("did you mean 'warning'?", close.Problems[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_cannot_be_read_is_a_problem()
    {
        using var folder = new TempFolder();

        var config = ConfigReader.Load(folder["wsgilsp.json"]);

        Assert.True(config.IsBroken);
        Assert.StartsWith("cannot be read", config.Problems[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Any_text_is_survived()
    {
        const string Valid = """{ "decks": ["a/**"], "rules": { "no-key": "off" }, "x": [1, {"y": "é\ud800"}] } // c""";
        const string Slips = "{}[]\",:\\/ a1\u0000\uD800\n";
        var random = new Random(7);
        for (var round = 0; round < 2_000; round++)
        {
            var text = Valid.ToCharArray();
            for (var slip = 0; slip <= round % 4; slip++)
            {
                text[random.Next(text.Length)] = Slips[random.Next(Slips.Length)];
            }

            Assert.NotNull(ConfigReader.Parse("/x/wsgilsp.json", new string(text)));
        }
    }
}
