using System.Globalization;

namespace WsgiLsp.Cli.Tests.Terminals;

/// <summary>What a terminal would obey stands in decks, names, settings and events; none of it may reach the terminal.</summary>
public class HostileTextTests
{
    /// <summary>Sets the title of a terminal's window, and turns the direction of writing.</summary>
    private const string Hostile = "\e]0;owned\a\u202E";

    private const string Tab = "\t";

    private const string Deck = $"""
        # Rivers {Hostile}

        ## What is long {Hostile}?

        The Nile. {Hostile}
        It has{Tab}a tab.

        * a {Hostile}

        """;

    [Theory]
    [InlineData("cards")]
    [InlineData("fmt --diff")]
    [InlineData("study --mode cheat-sheet")]
    [InlineData("study")]
    [InlineData("capture --deck new.deck.md HOSTILE Yes.")]
    public async Task Deck_text_is_harmless_at_a_terminal_and_as_it_is_elsewhere(string line)
    {
        string[] args = [.. line.Split(' ').Select(word => word == "HOSTILE" ? $"What {Hostile}?" : word)];

        Assert.Contains('\e', (await RunAsync(isShown: false, args)).Output);
        Assert.DoesNotContain(
            (await RunAsync(isShown: true, args)).Output,
            c => (char.IsControl(c) && c != '\n' && c != '\t') || char.GetUnicodeCategory(c) == UnicodeCategory.Format
        );
    }

    [Fact]
    public async Task Tabs_stay_at_a_terminal()
    {
        var result = await RunAsync(isShown: true, "study");

        Assert.Contains("It has\ta tab.", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Columns_hold_wide_letters()
    {
        using var shell = new Shell();
        shell.Folder.With("a.deck.md", "# D\n\n## 川\n\nA\n\n## Nile?\n\nB\n");

        var result = await shell.RunAsync("cards");

        Assert.EndsWith("\n  川    recall  川\n  nile  recall  Nile?\n", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("check GONE")]
    [InlineData("cards")]
    [InlineData("log import events.jsonl")]
    [InlineData("log forget HOSTILE")]
    [InlineData("HOSTILE")]
    public async Task Complaints_are_single_harmless_lines(string line)
    {
        using var shell = new Shell();
        shell
            .Folder.With("events.jsonl", """{ "v": 1, "kind": "\u001b]0;owned\u0007" }""" + "\n")
            .With("wsgilsp.json", """{ "rules": { "\u001b]0;owned\u0007": "error" } }""")
            .With("a.deck.md", "# D\n");

        string[] args = [.. line.Split(' ').Select(word => word is "GONE" or "HOSTILE" ? $"x{Hostile}\nx" : word)];
        var result = await shell.RunAsync(args);

        Assert.NotEqual("", result.Error);
        Assert.DoesNotContain(result.Error, c => char.IsControl(c) && c != '\n');
        Assert.DoesNotContain("\nx", result.Error, StringComparison.Ordinal);
    }

    private static async Task<ShellResult> RunAsync(bool isShown, params string[] args)
    {
        using var input = new StringReader("\n3\n");
        using var shell = new Shell { In = input, Adjust = terminal => terminal with { IsOutputShown = isShown } };
        shell.Folder.With("rivers.deck.md", Deck);
        return await shell.RunAsync(args);
    }
}
