using System.Text;
using System.Text.Json;

namespace WsgiLsp.Cli.Tests;

public class CheckTests
{
    [Fact]
    public async Task A_clean_deck_has_no_findings()
    {
        using var shell = new Shell();
        shell.Folder.With("a.deck.md", TestDecks.Small);

        var result = await shell.RunAsync("check");

        Assert.Equal("3 cards in 1 deck, no findings\n", result.Output);
        Assert.Equal("", result.Error);
        Assert.Equal(0, result.ExitCode);
    }

    [Fact]
    public async Task A_date_that_is_past_is_told_and_fails_nothing()
    {
        var clock = new StoppedClock(new DateTimeOffset(2027, 2, 13, 12, 0, 0, TimeSpan.Zero));
        using var shell = new Shell { Adjust = terminal => terminal with { Clock = clock } };
        shell.Folder.With("a.deck.md", "---\nby: 2027-02-14\n---\n## Four?\n\n4\n");
        Assert.Contains("no findings", (await shell.RunAsync("check")).Output, StringComparison.Ordinal);

        clock.Now += TimeSpan.FromDays(1);
        Assert.Contains(
            "information[past-date] 2027-02-14 is today",
            (await shell.RunAsync("check")).Output,
            StringComparison.Ordinal
        );
        clock.Now += TimeSpan.FromDays(1);

        var result = await shell.RunAsync("check");

        Assert.Contains(
            "a.deck.md:2:5: information[past-date] 2027-02-14 is past",
            result.Output,
            StringComparison.Ordinal
        );
        Assert.Equal(0, result.ExitCode);
        Assert.Equal(1, (await shell.RunAsync("check", "--fail-on", "information")).ExitCode);
    }

    [Fact]
    public async Task A_finding_has_place_severity_rule_and_message()
    {
        using var shell = new Shell();
        shell.Folder.With("sub/a.deck.md", TestDecks.NoKey);

        var result = await shell.RunAsync("check", "sub");

        Assert.Equal(1, result.ExitCode);
        Assert.Equal(
            """
            sub/a.deck.md:3:1: error[no-key] No option is marked correct, so every answer would be wrong. Tick the right one: `[x]`.
               3 | ## Which?
                 | ^^^^^^^^^
                 = help: Mark option 1 as correct

            1  error  no-key

            1 card in 1 deck, 1 finding: 1 error

            """,
            result.Output
        );
    }

    [Fact]
    public async Task A_summary_counts_by_rule_and_related_places_are_notes()
    {
        using var shell = new Shell();
        shell.Folder.With(
            "a.deck.md",
            """
            ## A
            <!-- card: id=x -->
            Text.

            ## B
            <!-- card: id=x -->
            Text.

            ## C?
            - [x] a
            - []b
            - [ ]c

            """
        );

        var result = await shell.RunAsync("check");

        Assert.Contains(
            "     = note: a.deck.md:1:1: 'x' is this card's id, too\n",
            result.Output,
            StringComparison.Ordinal
        );
        Assert.EndsWith(
            """


            1  error    duplicate-id      1 with --fix
            2  warning  malformed-option  2 with --fix

            3 cards in 1 deck, 3 findings: 1 error, 2 warnings; --fix mends 3

            """,
            result.Output,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_rule_that_is_found_with_two_severities_has_a_line_for_each()
    {
        using var shell = new Shell();
        shell.Folder.With("a.deck.md", "## What is A?\n\nOne.\n\n## What is A?\n\nTwo.\n\n## What is B?\n\nThree.\n");
        shell.Folder.With("b.deck.md", "## What is B?\n\nThree.\n");

        var result = await shell.RunAsync("check");

        Assert.EndsWith(
            """


            1  warning      duplicate-prompt
            2  information  duplicate-prompt

            4 cards in 2 decks, 3 findings: 1 warning, 2 information

            """,
            result.Output,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Nothing_in_a_deck_commands_the_terminal()
    {
        using var shell = new Shell();
        shell.Folder.With("a.deck.md", "## A\n<!-- card: kind=\e[31mred\u009b\u202E -->\n\nText.\n");

        var result = await shell.RunAsync("check");

        Assert.Contains("[unknown-metadata]", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(result.Output, c => c is '\e' or '\u009b' or '\u202E');
    }

    [Fact]
    public async Task Json_has_just_the_documented_keys()
    {
        using var shell = new Shell();
        shell.Folder.With("a.deck.md", TestDecks.NoKey);

        var text = await shell.RunAsync("check", "a.deck.md");
        var result = await shell.RunAsync("check", "--format", "json", "a.deck.md");

        Assert.Equal(1, result.ExitCode);
        Assert.Matches(
            """
            ^\{"decks":1,"cards":1,"fixed":0,"findings":\[\{"file":"a.deck.md","rule":"no-key","severity":"error","message":".+","range":\{"start":\{"line":\d+,"character":\d+\},"end":\{"line":\d+,"character":\d+\}\},"fixes":\[\{"title":"Mark option 1 as correct","safe":false,"edits":\[\{"range":\{.+\},"newText":"\[x\]"\}\]\},.+\],"related":\[\]\}\]\}\n$
            """.Trim(),
            result.Output
        );
        using var json = JsonDocument.Parse(result.Output);
        var start = json.RootElement.GetProperty("findings")[0].GetProperty("range").GetProperty("start");
        var (line, column) = (start.GetProperty("line").GetInt32() + 1, start.GetProperty("character").GetInt32() + 1);
        Assert.StartsWith($"a.deck.md:{line}:{column}: ", text.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("error", "error", 1)]
    [InlineData("warning", "error", 0)]
    [InlineData("warning", "warning", 1)]
    [InlineData("information", "warning", 0)]
    [InlineData("information", "information", 1)]
    [InlineData("hint", "information", 0)]
    [InlineData("off", "information", 0)]
    public async Task Fail_on_decides_the_exit_code(string severity, string failOn, int expected)
    {
        using var shell = new Shell();
        shell
            .Folder.With("a.deck.md", TestDecks.NoKey)
            .With("wsgilsp.json", $$"""{ "rules": { "no-key": "{{severity}}" } }""");

        var result = await shell.RunAsync("check", "--fail-on", failOn);

        Assert.Equal(expected, result.ExitCode);
    }

    [Fact]
    public async Task A_folder_without_decks_says_so()
    {
        using var shell = new Shell();
        shell.Folder.With("README.md", "- [ ] a\n");

        var result = await shell.RunAsync("check");

        Assert.Equal(0, result.ExitCode);
        Assert.StartsWith("wsgilsp: no decks in this folder", result.Error, StringComparison.Ordinal);
        Assert.Equal("0 cards in 0 decks, no findings\n", result.Output);
        Assert.Equal(
            "{\"decks\":0,\"cards\":0,\"fixed\":0,\"findings\":[]}\n",
            (await shell.RunAsync("check", "--format=json")).Output
        );
    }

    [Fact]
    public async Task A_path_that_cannot_be_read_leaves_the_rest_checked()
    {
        using var shell = new Shell();
        shell.Folder.With("a.deck.md", TestDecks.NoKey);
        File.CreateSymbolicLink(shell.Folder["z.deck.md"], shell.Folder["nowhere"]);

        var result = await shell.RunAsync("check", "gone", ".");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("a.deck.md:", result.Output, StringComparison.Ordinal);
        Assert.Equal(
            "wsgilsp: gone: there is no such file or folder\nwsgilsp: z.deck.md: there is no such file or folder\n",
            result.Error
        );
    }

    [Fact]
    public async Task A_broken_config_answers_2()
    {
        using var shell = new Shell();
        shell
            .Folder.With("a/a.deck.md", TestDecks.NoKey)
            .With("a/wsgilsp.json", "")
            .With("b/b.deck.md", TestDecks.Small);

        var result = await shell.RunAsync("check");

        Assert.Equal(2, result.ExitCode);
        Assert.StartsWith("a/wsgilsp.json:1:1: error: the file is empty", result.Error, StringComparison.Ordinal);
        Assert.Equal("3 cards in 1 deck, no findings\n", result.Output);
    }

    [Fact]
    public async Task Mistakes_in_a_config_that_can_be_read_are_findings_beside_those_of_the_decks()
    {
        using var shell = new Shell();
        shell
            .Folder.With("a.deck.md", TestDecks.NoKey)
            .With("wsgilsp.json", """{ "decks": "x", "rules": { "no-key": "warning", "no-cards": "loud" } }""");

        var result = await shell.RunAsync("check");

        Assert.Equal(1, result.ExitCode);
        Assert.Equal("", result.Error);
        Assert.Contains(
            "wsgilsp.json:1:12: error[bad-config] 'decks' must be",
            result.Output,
            StringComparison.Ordinal
        );
        Assert.Contains("wsgilsp.json:1:61: error[bad-config] a rule is", result.Output, StringComparison.Ordinal);
        Assert.Contains("warning[no-key]", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_word_in_a_config_is_a_finding_there()
    {
        using var shell = new Shell();
        shell.Folder.With("a.deck.md", TestDecks.Small).With("wsgilsp.json", """{ "rules": { "no-keys": "off" } }""");

        var result = await shell.RunAsync("check");

        Assert.Equal(1, result.ExitCode);
        Assert.Equal("", result.Error);
        Assert.StartsWith(
            "wsgilsp.json:1:14: error[bad-config] unknown rule 'no-keys'; did you mean 'no-key'?\n",
            result.Output,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_deck_that_is_no_UTF8_is_told()
    {
        using var shell = new Shell();
        await File.WriteAllBytesAsync(
            shell.Folder["a.deck.md"],
            Encoding.Latin1.GetBytes("# Orte\n\n## Wo ist das Café?\n\nAm Gleis.\n"),
            TestContext.Current.CancellationToken
        );

        var result = await shell.RunAsync("check");

        Assert.StartsWith("a.deck.md:3:18: warning[lost-character]", result.Output, StringComparison.Ordinal);
        Assert.Equal(1, result.ExitCode);
    }

    [Theory]
    [InlineData("# A\n\n## Was ist \u00E4?\n\nEin \u00FC.\n", "3:12", 1)]
    [InlineData("# A\n\n## Was?\n\nEin \u00FC.\n\n## Was noch?\n\nKaf\u00E9.\n", "9:4", 1)]
    [InlineData("---\nignore: [lost-character]\n---\n# A\n\n## Was?\n\nEin \u00FC.\n", null, 0)]
    public async Task Bytes_that_are_no_UTF8_are_told_where_they_stand_alone(string text, string? place, int exitCode)
    {
        using var shell = new Shell();
        await File.WriteAllBytesAsync(
            shell.Folder["a.deck.md"],
            Encoding.Latin1.GetBytes(text),
            TestContext.Current.CancellationToken
        );

        var result = await shell.RunAsync("check");

        Assert.Equal(exitCode, result.ExitCode);
        Assert.Equal(place is not null, result.Output.Contains("warning[lost-character]", StringComparison.Ordinal));
        Assert.Contains($"a.deck.md:{place}", result.Output, StringComparison.Ordinal);
        Assert.Equal(0, (await shell.RunAsync("check", "--rule", "no-key")).ExitCode);
        Assert.Equal(2, (await shell.RunAsync("fmt")).ExitCode);
    }

    [Fact]
    public async Task Colour_is_for_terminals()
    {
        using var shell = new Shell { Adjust = terminal => terminal with { UsesColour = true } };
        shell.Folder.With("a.deck.md", TestDecks.NoKey);

        var result = await shell.RunAsync("check");

        Assert.Contains("\e[31merror\e[0m", result.Output, StringComparison.Ordinal);
    }
}
