namespace WsgiLsp.Cli.Tests.Checking;

/// <summary>What <c>check</c> finds when it looks at decks among others.</summary>
public class SurroundingsTests
{
    private const string NeedsTwo = "### One?\n<!-- card: requires=b/two -->\n\nYes, see [b](b.deck.md#two).\n";
    private const string HasTwo = "### Two?\n<!-- card: id=two -->\n\nNo.\n";

    [Fact]
    public async Task Decks_of_a_folder_know_one_another()
    {
        using var shell = new Shell();
        shell.Folder.With("a.deck.md", NeedsTwo).With("b.deck.md", HasTwo);
        Assert.Equal("2 cards in 2 decks, no findings\n", (await shell.RunAsync("check")).Output);

        shell.Folder.With("b.deck.md", "### Three?\n\nNo.\n");
        var result = await shell.RunAsync("check");
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("a.deck.md:2:21: error[missing-requirement]", result.Output, StringComparison.Ordinal);
        Assert.Contains("a.deck.md:4:14: warning[broken-link]", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_named_files_nothing_is_called_missing_that_may_be_in_another()
    {
        using var shell = new Shell();
        shell.Folder.With("a.deck.md", NeedsTwo).With("b.deck.md", HasTwo);

        Assert.Equal("1 card in 1 deck, no findings\n", (await shell.RunAsync("check", "a.deck.md")).Output);
        shell.In = new StringReader(NeedsTwo);
        Assert.Equal(
            "1 card in 1 deck, no findings\n",
            (await shell.RunAsync("check", "--stdin-filename", "a.deck.md")).Output
        );

        File.Delete(shell.Folder["b.deck.md"]);
        var result = await shell.RunAsync("check", "a.deck.md");
        Assert.Contains("warning[broken-link]", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("missing-requirement", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Related_places_are_in_the_other_file()
    {
        using var shell = new Shell();
        shell
            .Folder.With("a.deck.md", "---\nid: x\n---\n" + HasTwo)
            .With("b/b.deck.md", "---\nid: x\n---\n### Q?\n\nYes.\n");

        var result = await shell.RunAsync("check", "--format", "json", "--rule", "duplicate-id");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("b/b.deck.md", result.Output.Split("\"message\"")[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rules_are_chosen_and_ignored_as_elsewhere()
    {
        using var shell = new Shell();
        shell.Folder.With("a.deck.md", "### One?\n\n[x](no.md)\n").With("b.deck.md", "### One?\n\nYes.\n");

        Assert.Equal(0, (await shell.RunAsync("check", "--rule", "no-key")).ExitCode);
        Assert.DoesNotContain(
            "duplicate-prompt",
            (await shell.RunAsync("check", "--rule", "broken-link")).Output,
            StringComparison.Ordinal
        );
        shell.Folder.With("wsgilsp.json", """{"rules":{"broken-link":"off","duplicate-prompt":"off"}}""");
        Assert.Equal("2 cards in 2 decks, no findings\n", (await shell.RunAsync("check")).Output);
    }
}
