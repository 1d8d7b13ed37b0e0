namespace WsgiLsp.Cli.Tests.Checking;

public class RunTests
{
    [Fact]
    public async Task Findings_come_by_path_and_place_whoever_was_ready_first()
    {
        using var shell = new Shell();
        var random = new Random(1);
        foreach (var n in Enumerable.Range(0, 200))
        {
            // Of very different size, so that they are ready in another order than they were begun.
            var card = "## Q?\n\n- [ ] a\n- [ ] b\n\n";
            shell.Folder.With(
                $"d{random.Next(20)}/n{n}.deck.md",
                string.Concat(Enumerable.Repeat(card, random.Next(50)))
            );
        }

        var first = await shell.RunAsync("check", "--rule", "no-key", "d1", ".", "d0");
        var second = await shell.RunAsync("check", "--rule", "no-key");

        var places = first
            .Output.Split('\n')
            .Where(line => line.Contains(": error[no-key]", StringComparison.Ordinal))
            .Select(line => line.Split(':'))
            .Select(part => (Path: part[0], Line: int.Parse(part[1])))
            .ToList();
        var sorted = places.OrderBy(p => p.Path, StringComparer.Ordinal).ThenBy(p => p.Line);
        Assert.True(places.Count > 1000);
        Assert.Equal(sorted, places);
        Assert.Equal(first.Output, second.Output);
    }

    [Fact]
    public async Task An_interrupt_ends_it()
    {
        using var shell = new Shell
        {
            Adjust = terminal => terminal with { CatchInterrupt = () => new CancellationToken(canceled: true) },
        };
        shell.Folder.With("a.deck.md", TestDecks.NoKey);

        var result = await shell.RunAsync("check", "--fix");

        Assert.Equal(2, result.ExitCode);
        Assert.Equal("", result.Output);
        Assert.StartsWith("wsgilsp: interrupted", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, "\r\e[K0 of 2 decks\r\e[K")]
    [InlineData(false, "")]
    public async Task Progress_is_shown_at_a_terminal_and_erased(bool isTerminal, string expected)
    {
        using var shell = new Shell
        {
            Adjust = terminal => terminal with { Clock = new ImpatientClock(), ShowsProgress = isTerminal },
        };
        shell.Folder.With("a.deck.md", TestDecks.Small).With("b.deck.md", TestDecks.NoKey);

        var result = await shell.RunAsync("check");

        Assert.Equal(expected, result.Error);
    }

    [Fact]
    public async Task Rules_can_be_named()
    {
        using var shell = new Shell();
        shell.Folder.With("a.deck.md", "## Q?\n\n- [ ] a\n- [ ]b\n- []c\n\n## E\n");

        var one = await shell.RunAsync("check", "--rule", "empty-card");
        var two = await shell.RunAsync("check", "--rule", "empty-card", "--rule=no-key", "--fail-on", "error");

        Assert.EndsWith("2 cards in 1 deck, 1 finding: 1 error\n", one.Output, StringComparison.Ordinal);
        Assert.EndsWith("2 cards in 1 deck, 2 findings: 2 errors\n", two.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_named_rule_is_heard_though_a_file_switches_it_off()
    {
        using var shell = new Shell();
        shell
            .Folder.With("a.deck.md", TestDecks.NoKey)
            .With("wsgilsp.json", """{ "rules": { "no-key": "off", "no-cards": "error" } }""");

        Assert.Equal(0, (await shell.RunAsync("check")).ExitCode);
        Assert.Equal(1, (await shell.RunAsync("check", "--rule", "no-key")).ExitCode);
    }

    [Fact]
    public async Task An_unknown_rule_is_no_rule_to_check()
    {
        using var shell = new Shell();

        var result = await shell.RunAsync("check", "--rule", "no-kye");

        Assert.Equal(2, result.ExitCode);
        Assert.Equal(
            "wsgilsp: unknown rule 'no-kye'; did you mean 'no-key'?\nwsgilsp: see wsgilsp rules\n",
            result.Error
        );
    }
}
