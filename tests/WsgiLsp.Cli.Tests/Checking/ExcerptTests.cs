using WsgiLsp.Cli.Checking;
using WsgiLsp.Cli.Reports;
using WsgiLsp.Decks.Text;

namespace WsgiLsp.Cli.Tests.Checking;

public class ExcerptTests
{
    [Theory]
    [InlineData("plain text", 6, 10, "plain text", "      ^^^^")]
    [InlineData("plain", 5, 5, "plain", "     ^")]
    [InlineData("", 0, 0, "", "^")]
    [InlineData("\ta\tb", 3, 4, "    a   b", "        ^")]
    [InlineData("\ta\tb", 2, 3, "    a   b", "     ^^^")]
    [InlineData("漢字x", 0, 2, "漢字x", "^^^^")]
    [InlineData("漢字x", 2, 3, "漢字x", "    ^")]
    [InlineData("e\u0301x", 2, 3, "e\u0301x", " ^")]
    [InlineData("e\u0301x", 1, 2, "e\u0301x", "^")]
    [InlineData("a\u200Bb", 2, 3, "a\u200Bb", " ^")]
    [InlineData("👩‍👩‍👧 x", 9, 10, "👩‍👩‍👧 x", "   ^")]
    [InlineData("🇫🇷x", 4, 5, "🇫🇷x", "  ^")]
    [InlineData("⚠️x", 2, 3, "⚠️x", "  ^")]
    [InlineData("a\e[31mb", 6, 7, "a\uFFFD[31mb", "      ^")]
    [InlineData("a\u202Eb", 2, 3, "a\uFFFDb", "  ^")]
    [InlineData("a\0b", 2, 3, "a\uFFFDb", "  ^")]
    public void The_underline_stands_below_the_span(string line, int start, int end, string text, string underline)
    {
        var excerpt = Show(line, start, end);

        Assert.Equal((text, underline), (excerpt.Text, excerpt.Underline));
    }

    [Fact]
    public void Of_a_span_over_lines_the_first_is_shown()
    {
        var text = new SourceText("one two\r\nthree\n");

        var excerpt = Excerpt.Of(SourceLine.Of(text, new(0, 4), new(1, 2)));

        Assert.Equal(("one two", "    ^^^"), (excerpt.Text, excerpt.Underline));
    }

    [Theory]
    [InlineData(0, 5)]
    [InlineData(100, 105)]
    [InlineData(500_000, 500_005)]
    [InlineData(999_995, 1_000_000)]
    [InlineData(1_000_000, 1_000_000)]
    [InlineData(20, 900_000)]
    public void A_long_line_is_cut_around_the_span(int start, int end)
    {
        var line = string.Concat(Enumerable.Range(0, 100_000).Select(n => $"{n, 9} "));

        var excerpt = Show(line, start, end);

        Assert.True(excerpt.Text.Length <= Excerpt.MaxWidth);
        Assert.True(excerpt.Underline.Length <= Excerpt.MaxWidth);
        Assert.Equal(start > 50, excerpt.Text.StartsWith('…'));
        Assert.Equal(end < 999_000, excerpt.Text.EndsWith('…'));
        var at = excerpt.Underline.IndexOf('^', StringComparison.Ordinal);
        var length = Math.Min(excerpt.Underline.Length - at, end - start);
        Assert.Equal(line[start..(start + length)], excerpt.Text[at..(at + length)]);
    }

    [Fact]
    public void A_line_that_just_fits_is_not_cut()
    {
        var line = new string('a', Excerpt.MaxWidth);

        Assert.Equal(line, Show(line, 90, 100).Text);
        Assert.EndsWith("…", Show(line + "b", 0, 1).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cut_never_halves_a_character()
    {
        var line = string.Concat(Enumerable.Repeat("🧠", 5000));
        for (var start = 600; start < 700; start++)
        {
            Assert.DoesNotContain('\uFFFD', Show(line, start, start + 1).Text);
        }
    }

    private static Excerpt Show(string line, int start, int end) =>
        Excerpt.Of(SourceLine.Of(new SourceText(line + "\nnext\n"), new(0, start), new(0, end)));
}
