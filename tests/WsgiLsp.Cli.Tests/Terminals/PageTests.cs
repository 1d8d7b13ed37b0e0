using WsgiLsp.Cli.Reports;
using WsgiLsp.Cli.Study;
using WsgiLsp.Cli.Study.Rendering;

namespace WsgiLsp.Cli.Tests.Terminals;

/// <summary>Transcript lines in, what a terminal shows out.</summary>
public class PageTests
{
    private const string Grades =
        "→ how well?  1 again (10 min) · 2 hard (15 min) · 3 good (2 d, suggested) · 4 easy (8 d)";

    [Fact]
    public void A_question_with_options()
    {
        string[] lines =
        [
            "# Quiz: Fruit",
            "Press `?`.",
            "",
            "## 1 · Which is **not** a `fruit`?",
            "",
            "Think twice, it is",
            "easy.",
            "",
            "- a) Stone",
            "- b)",
            "  ```python",
            "  x = 1",
            "",
            "    - c) y",
            "  ```",
            "- c) An option that is so long that it goes on",
            "",
            "→ a letter · ? hint · ?? answer",
        ];

        Assert.Equal(
            """
            Quiz: Fruit
            Press ?.

            1 of 3 · to come: 1 due, 1 new

            Which is not a fruit?

            Think twice, it is easy.

            a) Stone
            b) │ x = 1
               │
               │   - c) y
            c) An option that is so long
               that it goes on

            → a letter · ? hint · ?? answer
            """,
            Shown(lines, 31, new SessionProgress(1, 3, 1, 1)).Replace('\u00A0', ' ')
        );
    }

    [Fact]
    public void A_verdict_and_what_was_recorded()
    {
        string[] lines =
        [
            "> ✗ No. It is hard.",
            ">",
            "> The answer is b. Because:",
            ">",
            "> - of this",
            "> - and that",
            "> again → 10 min",
            "",
            "## 2 · Next?",
            "",
            "→ t or f · ?? answer",
        ];

        Assert.Equal(
            """
              ✗ No. It is hard.

                The answer is b. Because:

                • of this
                • and that
              again → 10 min

            2 of 2 ━━━━━━━━━━━━━━━━━─────────────────

            Next?

            → t or f · ?? answer
            """,
            Shown(lines, 41, new SessionProgress(2, 2, 0, 0)).Replace('\u00A0', ' ')
        );
    }

    [Fact]
    public void An_answer_with_a_table_and_code()
    {
        string[] lines =
        [
            "> | key | value |",
            "> |:----|------:|",
            "> | a | `1` |",
            "> | b | 22 |",
            ">",
            "> ```",
            "> one two three four five six seven",
            "> ```",
            "",
            "→ how well?  1 fail · 2 pass",
        ];

        Assert.Equal(
            """
              ╭─────┬───────╮
              │ key │ value │
              ├─────┼───────┤
              │ a   │     1 │
              │ b   │    22 │
              ╰─────┴───────╯

              │ one two three four five s
              │ ix seven

            How well did you know it?
            → 1 fail   2 pass
              u undo · q end · ? keys
            """,
            Shown(lines, 29).Replace('\u00A0', ' ')
        );
    }

    [Fact]
    public void A_table_without_room_is_a_list()
    {
        string[] lines = ["> | key | value |", "> |--|--|", "> | a | 1 |", "> | b | 2 |"];

        Assert.Equal(
            """
              • key
                  a
                value
                  1
              • key
                  b
                value
                  2
            """,
            Shown(lines, 21)
        );
    }

    [Theory]
    [InlineData(80, "→ 1 again (10 min)   2 hard (15 min)   3 good (2 d, suggested)   4 easy (8 d)")]
    [InlineData(40, "→ 1 again (10 min)\n  2 hard (15 min)\n  3 good (2 d, suggested)\n  4 easy (8 d)")]
    public void Grades_and_their_waits(int width, string choices) =>
        Assert.Equal(
            $"\nHow well did you know it?\n{choices}\n  +n I said n · u undo · q end · ? keys",
            Shown([Grades + " · +n I said n"], width).Replace('\u00A0', ' ')
        );

    [Fact]
    public void The_result()
    {
        string[] lines = ["> good", "", "## Result", "", "> You got 1 of 2.", "> ✓ 1 One?", "> ✗ 2 Two?", ""];

        Assert.Equal("  good\n\nResult\n\n  You got 1 of 2.\n  ✓ 1 One?\n  ✗ 2 Two?", Shown(lines, 40));
    }

    [Fact]
    public void Colour_says_nothing_that_is_not_written()
    {
        string[] lines = ["> ✓ Right. See `x`, and *this*.", "> good → 2 d", "", "## 2 · Next?", "", "→ t or f"];

        var coloured = Written(lines, 80, hasColour: true);
        Assert.Contains("\e[32mRight.\e[0m See \e[36mx\e[0m, and \e[3mthis\e[0m.", coloured, StringComparison.Ordinal);
        Assert.Contains("\e[1;32m✓ \e[0m", coloured, StringComparison.Ordinal);

        // Bold and italic are no colours; code keeps the marks that tell it from text.
        var plain = Written(lines, 80, hasColour: false);
        Assert.Contains("✓ \e[0mRight. See `x`, and \e[3mthis\e[0m.", plain, StringComparison.Ordinal);
        Assert.DoesNotContain("\e[3" + "2m", plain, StringComparison.Ordinal);
    }

    [Fact]
    public void Signs_and_options_in_code_are_code()
    {
        string[] lines =
        [
            "> ```",
            "> ✓ Right.",
            "> ```",
            "> good",
            "",
            "## 1 · x",
            "",
            "```",
            "- a) b",
            "```",
            "",
            "→ y",
        ];

        Assert.Equal("  │ ✓ Right.\n  good\n\nx\n\n│ - a) b\n\n→ y", Shown(lines, 40));
    }

    [Theory]
    [InlineData("[red]no[/] [[x]] [link=http://a]b[/]", "[red]no[/] [[x]] [link=http://a]b[/]")]
    [InlineData("a\e[31mb\u0007c\u009b2Jd", "a\uFFFD[31mb\uFFFDc\uFFFD2Jd")]
    [InlineData("a&#27;[31mb&#x9b;c", "a\uFFFD[31mb\uFFFDc")]
    [InlineData("`a\eb`", "a\uFFFDb")]
    [InlineData("<b\e>x", "<b\uFFFD>x")]
    [InlineData("a<br>b <!-- c -->", "a\n  b")]
    [InlineData("![alt](x.png)", "[image: alt] (x.png)")]
    [InlineData("[PEP](http://a) <http://b> [http://c](http://c)", "PEP (http://a) http://b http://c")]
    [InlineData("x\u202Ey", "x\uFFFDy")]
    [InlineData("1. one\n2. two", "1. one\n  2. two")]
    [InlineData("$a_1$ and b_2", "$a_1$ and b_2")]
    public void Text_of_a_deck_is_shown_and_not_obeyed(string markdown, string shown) =>
        Assert.Equal("  " + shown, Shown(markdown.Split('\n').Select(line => "> " + line), 80));

    [Theory]
    [InlineData("twelve column `code`, ccc", 20, "  twelve column\n  code, ccc")]
    [InlineData("日本語のテキスト日本語のテキスト", 19, "  日本語のテキスト\n  日本語のテキスト")]
    [InlineData("abcdefghijklmnopqrstuvwxyz", 18, "  abcdefghijklmnop\n  qrstuvwxyz")]
    [InlineData("without room to indent", 10, "  without\nroom to\nindent")]
    [InlineData("a b  c", 80, "  a b  c")]
    public void Lines_break_between_words(string text, int width, string shown) =>
        Assert.Equal(shown, Shown(["> " + text], width));

    [Theory]
    [InlineData("> It is\n> one\n> text.\n>\n> And\n> another.", "  It is one text.\n\n  And another.")]
    [InlineData("> It is  \n> hard.", "  It is\n  hard.")]
    [InlineData(
        "> ✗ No.\n> 1b one: two\n> 2a three: four\n> again",
        "  ✗ No.\n    1b one: two\n    2a three: four\n  again"
    )]
    [InlineData("> ✓ Right.\n> a) It\n> is.\n> good → 2 d", "  ✓ Right.\n    a) It is.\n  good → 2 d")]
    [InlineData("> A full answer mentions:\n> 1 one\n> 2 two", "  A full answer mentions:\n  1 one\n  2 two")]
    [InlineData("> The\n> Nile.\n> good → 2 d\n> The time is up.", "  The Nile.\n  good → 2 d\n  The time is up.")]
    [InlineData("> ```\n> a\n> 1 b\n> ```", "  │ a\n  │ 1 b")]
    [InlineData(
        "## Result\n\n> You got 1 of 2.\n> 1 not answered.",
        "\nResult\n\n  You got 1 of 2.\n  1 not answered."
    )]
    public void Prose_is_filled_and_lists_of_the_transcript_are_kept(string lines, string shown) =>
        Assert.Equal(shown, Shown(lines.Split('\n'), 60));

    [Fact]
    public void Each_reply_is_as_wide_as_the_terminal_is_then()
    {
        var width = 21;
        using var output = new StringWriter { NewLine = "\n" };
        var page = new TranscriptPage(output, () => width, hasColour: false);
        page.Show(["> one two three four five"], progress: null);
        width = 18;
        page.Show(["> one two three four five"], progress: null);

        Assert.Equal("  one two three four\n  five\n  one two three\n  four five\n", Unstyled(output.ToString()));
    }

    /// <summary>Whatever a deck holds and however narrow the terminal, something is shown, and nothing is obeyed.</summary>
    [Fact]
    public void Anything_can_be_shown_anywhere()
    {
        string[] pieces =
        [
            "> ",
            "- a) ",
            "```",
            "\n",
            "\n",
            "\n\n",
            "| a | b |\n|--|--|\n| c | d |\n",
            "text ",
            "`code` ",
            "**",
            "*",
            "_",
            "[",
            "](u)",
            "- ",
            "  ",
            "    ",
            "1. ",
            "\e[2J",
            "\t",
            "日本",
            "🎉",
            "&#27;",
            "<br>",
            "<!--",
            "-->",
            "✓ ",
            "## 3 · ",
            "→ how well?  1 x",
            "→ ",
            "~~~",
            "#",
            "\\",
            "\u0301",
            "\uD83D",
            "averyveryverylongwordindeed",
            "|",
        ];
        var random = new Random(2);
        for (var run = 0; run < 3000; run++)
        {
            var text = string.Concat(
                Enumerable.Range(0, random.Next(30)).Select(_ => pieces[random.Next(pieces.Length)])
            );
            var width = random.Next(1, 90);
            var lines = text.Split('\n').Select(line => random.Next(2) == 0 ? line : "> " + line);
            var written = Written(lines, width, random.Next(2) == 0, new SessionProgress(2, 5, 1, 1));

            var longest = ScreenText.Of(written, 200).Split('\n').Max(line => line.Sum(c => Printable.Cell([c]).Width));
            Assert.True(width < 20 || longest <= width, $"{longest} columns of {width}: {text}");
        }
    }

    [Fact]
    public void Text_that_is_nested_too_deeply_is_shown_as_it_is() =>
        Assert.Contains(">>>>", Shown(["> " + new string('>', 5000) + "x"], 60), StringComparison.Ordinal);

    private static string Shown(IEnumerable<string> lines, int width, SessionProgress? progress = null) =>
        Unstyled(Written(lines, width, hasColour: true, progress)).TrimEnd('\n');

    private static string Unstyled(string written) => ScreenText.Of(written, 200) + "\n";

    private static string Written(
        IEnumerable<string> lines,
        int width,
        bool hasColour,
        SessionProgress? progress = null
    )
    {
        using var output = new StringWriter { NewLine = "\n" };
        new TranscriptPage(output, () => width, hasColour).Show([.. lines], progress);
        return output.ToString();
    }
}
