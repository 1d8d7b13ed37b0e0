using System.Text;
using WsgiLsp.Decks.Model;

namespace WsgiLsp.Cli.Tests.Capture;

public sealed class CaptureTests : IDisposable
{
    private readonly Shell shell = new();

    public void Dispose() => shell.Dispose();

    [Fact]
    public async Task The_first_line_asks_and_the_rest_answers()
    {
        shell.In = new StringReader("What is a worker?\nA process that answers requests.\n");

        var result = await shell.RunAsync("capture");

        Assert.Equal(0, result.ExitCode);
        Assert.Equal("inbox.deck.md:3: What is a worker?\n", result.Output);
        Assert.Equal(
            "# Inbox\n\n## What is a worker?\n\nA process that answers requests.\n",
            shell.Read("inbox.deck.md")
        );
    }

    [Fact]
    public async Task Arguments_are_lines()
    {
        await shell.RunAsync("capture", "What is long?", "The Nile.");
        var result = await shell.RunAsync("capture", "What is wide?", "The Amazon.");

        Assert.Equal("inbox.deck.md:7: What is wide?\n", result.Output);
        Assert.Equal(
            "# Inbox\n\n## What is long?\n\nThe Nile.\n\n## What is wide?\n\nThe Amazon.\n",
            shell.Read("inbox.deck.md")
        );
    }

    [Theory]
    // What is typed, the front, and the new card.
    [InlineData("## What is C #\n\nA language.\n", null, "## What is C \\#\n\nA language.\n")]
    [InlineData("  What   is it?  \nThis.", null, "## What is it?\n\nThis.\n")]
    [InlineData("Q?\n# One\n#Two\n#", null, "## Q?\n\n\\# One\n\\#Two\n\\#\n")]
    [InlineData("Q?\nOne\n---\nTwo\n===\n***", null, "## Q?\n\nOne\n\\---\nTwo\n\\===\n\\***\n")]
    [InlineData("Q?\n<details>\n<!-- card: id=x -->", null, "## Q?\n\n\\<details>\n\\<!-- card: id=x -->\n")]
    [InlineData("Q?\n[a]: https://b.c", null, "## Q?\n\n\\[a]: https://b.c\n")]
    [InlineData("Q?\nSee:\n\n```sh\n# one", null, "## Q?\n\nSee:\n\n```sh\n# one\n```\n")]
    [InlineData("Q?\n- [ ] a\n- [ ] b", null, "## Q?\n\n- \\[ ] a\n- \\[ ] b\n")]
    [InlineData("Which?\n- [x] a\n- [ ] b\n- [ ] c", null, "## Which?\n\n- [x] a\n- [ ] b\n- [ ] c\n")]
    [InlineData(
        "git reset --soft HEAD~1",
        "How to take a commit back?",
        "## How to take a commit back?\n\ngit reset --soft HEAD~1\n"
    )]
    [InlineData("  x = f(y);\n  return x;\n", "How?", "## How?\n\n```\nx = f(y);\nreturn x;\n```\n")]
    [InlineData("How?\n  x = f(y);\n    return x;", null, "## How?\n\n```\nx = f(y);\n  return x;\n```\n")]
    [InlineData(
        "x = f(y);\n# no heading\nreturn `x`;",
        null,
        "## What does this do?\n<!-- card: suspend=true -->\n\n```\nx = f(y);\n# no heading\nreturn `x`;\n```\n\n---\n\nTo be written.\n"
    )]
    [InlineData(
        "import os\nif x:\n    return x\n",
        null,
        "## What does this do?\n<!-- card: suspend=true -->\n\n```\nimport os\nif x:\n    return x\n```\n\n---\n\nTo be written.\n"
    )]
    [InlineData("class vs struct\nReference or value.", null, "## class vs struct\n\nReference or value.\n")]
    [InlineData("Why so?", null, "## Why so?\n<!-- card: suspend=true -->\n\nTo be written.\n")]
    public async Task A_text_becomes_a_card_that_breaks_nothing(string text, string? front, string card)
    {
        shell.In = new StringReader(text);

        var result = await shell.RunAsync(["capture", .. front is null ? (string[])[] : ["--front", front]]);

        Assert.Equal("", result.Error.Contains("to be written", StringComparison.Ordinal) ? "" : result.Error);
        Assert.Equal(0, result.ExitCode);
        Assert.Equal("# Inbox\n\n" + card, shell.Read("inbox.deck.md"));
        Assert.Contains("1 card in 1 deck, no findings", (await CheckAsync()).Output, StringComparison.Ordinal);
        Assert.Equal(0, (await shell.RunAsync("fmt", "--check")).ExitCode);
    }

    [Theory]
    [InlineData("README.md", "# Read me\n")]
    [InlineData("README.md", "---\ntitle: Read me\n---\n")]
    [InlineData("rivers.quiz.md", "# Quiz: Rivers\n")]
    [InlineData("new.quiz.md", null)]
    public async Task A_file_that_is_no_deck_is_left_alone(string name, string? text)
    {
        if (text is not null)
        {
            shell.Folder.With(name, text);
        }

        var result = await shell.RunAsync("capture", "--deck", name, "What is long?", "The Nile.");

        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.StartsWith(
            $"wsgilsp: {name}: not captured: it is no deck, and the card would never be asked; a deck is a *.deck.md",
            result.Error,
            StringComparison.Ordinal
        );
        Assert.Equal(text, File.Exists(shell.Folder[name]) ? shell.Read(name) : null);
    }

    [Fact]
    public async Task What_the_config_makes_a_deck_needs_no_front_matter()
    {
        shell.Folder.With("wsgilsp.json", """{ "decks": ["notes/*.md"] }""").With("notes/old.md", "# Old\n");

        await shell.RunAsync("capture", "--deck", "notes/new.md", "What is long?", "The Nile.");
        await shell.RunAsync("capture", "--deck", "notes/old.md", "What is wide?", "The Amazon.");

        Assert.Equal("# New\n\n## What is long?\n\nThe Nile.\n", shell.Read("notes/new.md"));
        Assert.Equal("# Old\n\n## What is wide?\n\nThe Amazon.\n", shell.Read("notes/old.md"));
    }

    [Fact]
    public async Task Any_text_leaves_the_other_cards_alone()
    {
        string[] nasty =
        [
            "# x",
            "---",
            "===",
            "```",
            "~~~",
            "````js",
            "<details>",
            "</details>",
            "<pre>",
            "<!--",
            "-->",
            "<script>",
            "- [ ] a",
            "- [x] b",
            "1. [x]",
            "> [!TIP]",
            "> [!IMPORTANT]",
            "> - **x**",
            "{{c1::y}}",
            "{{",
            "$$",
            "[a]: b",
            "| a | b |",
            "|---|---|",
            "    # code",
            "\t# code",
            "True.",
            "False",
            "text",
            "",
            "",
            "* * *",
            "\\",
            "<div>",
            "[^1]: note",
            "- ",
            "+",
            "## Sources",
            "## References",
            "<?php",
            "<![CDATA[",
            "{#id}",
            "&#35; x",
            "`",
            "*a",
        ];
        var random = new Random(7);
        for (var run = 0; run < 150; run++)
        {
            using var each = new Shell();
            each.Folder.With("inbox.deck.md", "# Inbox\n\n## One?\n\n1\n");
            var lines = Enumerable.Range(0, random.Next(1, 8)).Select(_ => nasty[random.Next(nasty.Length)]);
            var text = string.Join('\n', lines.Prepend($"Card {run} {nasty[random.Next(nasty.Length)]}"));
            each.In = new StringReader(text);

            var result = await each.RunAsync("capture");
            var after = await each.RunAsync("capture", "Last?", "3");

            Assert.True(result.ExitCode == 0 && after.ExitCode == 0, text + "\n" + result.Error + after.Error);
            var deck = Deck.Parse(each.Read("inbox.deck.md"), new DeckSettings { FileName = "inbox.deck.md" });
            Assert.Equal(["One?", "Last?"], [deck.Cards.First().Content.Title, deck.Cards.Last().Content.Title]);
            Assert.Equal(3, deck.CardCount);
        }
    }

    [Theory]
    [InlineData("# T\n\n## G\n\n### One?\n\n1\n", "# T\n\n## G\n\n### One?\n\n1\n\n### Q?\n\nA.\n")]
    [InlineData("# T\r\n\r\n## One?\r\n\r\n1\r\n", "# T\r\n\r\n## One?\r\n\r\n1\r\n\r\n## Q?\r\n\r\nA.\r\n")]
    [InlineData("# One?\n\n1\n\n# Two?\n\n2", "# One?\n\n1\n\n# Two?\n\n2\n\n# Q?\n\nA.\n")]
    [InlineData(
        "# T\n\n## G\n\n### One?\n\n1\n\n## Sources\n\nA book.\n",
        "# T\n\n## G\n\n### One?\n\n1\n\n### Q?\n\nA.\n\n## Sources\n\nA book.\n"
    )]
    [InlineData("---\ncard-level: 3\n---\n\n# T\n", "---\ncard-level: 3\n---\n\n# T\n\n### Q?\n\nA.\n")]
    [InlineData("", "## Q?\n\nA.\n")]
    public async Task The_card_fits_into_the_deck(string before, string after)
    {
        shell.Folder.With("notes.deck.md", before);

        var result = await shell.RunAsync("capture", "--deck", "notes.deck.md", "Q?", "A.");

        Assert.Equal("", result.Error);
        Assert.Equal(after, shell.Read("notes.deck.md"));
    }

    [Fact]
    public async Task A_byte_order_mark_stays()
    {
        await File.WriteAllTextAsync(
            shell.Folder["a.deck.md"],
            "# T\n",
            new UTF8Encoding(encoderShouldEmitUTF8Identifier: true),
            TestContext.Current.CancellationToken
        );

        await shell.RunAsync("capture", "--deck", "a.deck.md", "Q?", "A.");

        var bytes = await File.ReadAllBytesAsync(shell.Folder["a.deck.md"], TestContext.Current.CancellationToken);
        Assert.Equal([0xEF, 0xBB, 0xBF, (byte)'#'], bytes[..4]);
    }

    [Fact]
    public async Task A_file_that_its_name_makes_no_deck_says_that_it_is_one()
    {
        await shell.RunAsync("capture", "--deck", "git-tricks.md", "Q?", "A.");

        Assert.Equal("---\ndeck: \"Git tricks\"\n---\n\n# Git tricks\n\n## Q?\n\nA.\n", shell.Read("git-tricks.md"));
        Assert.Contains("1 card in 1 deck, no findings", (await CheckAsync()).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_source_is_named()
    {
        shell.Folder.With("app.py", "print(1)\n");
        shell.In = new StringReader("print(sum(range(4)))\n");

        await shell.RunAsync("capture", "--at", "app.py:1", "--front", "How to sum?");

        Assert.Equal(
            "# Inbox\n\n## How to sum?\n\nprint(sum(range(4)))\n\n> [!NOTE]\n> From `app.py:1`.\n",
            shell.Read("inbox.deck.md")
        );
        Assert.Contains("1 card in 1 deck, no findings", (await CheckAsync()).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("capture", "nothing to capture")]
    [InlineData("capture --at app.py Q A", "--at takes FILE:LINE")]
    [InlineData("capture --at app.py:0 Q A", "--at takes FILE:LINE")]
    [InlineData("capture --at gone.py:1 Q A", "gone.py:1: there is no such file")]
    [InlineData("capture --deck notes.txt Q A", "a deck is a Markdown file")]
    [InlineData("capture --deck gone/x.deck.md Q A", "gone/x.deck.md: ")]
    [InlineData("capture --deck open.deck.md Q A", "open.deck.md: not captured: the card would change others")]
    [InlineData("capture --deck same.deck.md Q? A", "same.deck.md: not captured: line 3 asks this already")]
    public async Task What_cannot_be_captured_answers_2_and_changes_nothing(string line, string message)
    {
        shell
            .Folder.With("app.py", "x\n")
            .With("open.deck.md", "# T\n\n## One?\n\n```\n1\n")
            .With("same.deck.md", "# T\n\n## Q?\n\nA.\n");

        var result = await shell.RunAsync(line.Split(' '));

        Assert.Equal(2, result.ExitCode);
        Assert.Contains(message, result.Error, StringComparison.Ordinal);
        Assert.Equal("", result.Output);
        Assert.Equal("# T\n\n## One?\n\n```\n1\n", shell.Read("open.deck.md"));
        Assert.Equal(3, Directory.GetFileSystemEntries(shell.Folder.Path).Length);
    }

    private Task<ShellResult> CheckAsync() => shell.RunAsync("check");
}
