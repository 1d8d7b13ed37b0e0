using WsgiLsp.Decks.Syntax;
using WsgiLsp.Decks.Tests.Support;
using WsgiLsp.Decks.Text;

namespace WsgiLsp.Decks.Tests.Syntax;

public class ProseTests
{
    [Theory]
    [InlineData("a *b* **c** `d` [e](f)", "a b c d e")]
    [InlineData("a &amp; b\\* ![c](d)", "a & b* c")]
    [InlineData("a\nb\n\n- c\n- d\n\n> e\n", "a b\nc\nd\ne")]
    [InlineData("```\nx\n```", "x")]
    [InlineData("<b>a</b> <https://e.org>", "a https://e.org")]
    public void Prose_is_what_a_reader_sees(string markdown, string expected) =>
        Assert.Equal(expected, Of(markdown).Text);

    [Theory]
    [InlineData("a *bc* d", "bc")]
    [InlineData("a `bc` d", "bc")]
    [InlineData("a `` b`c `` d", "b`c")]
    [InlineData("x \\*bc", "bc")]
    [InlineData("- x\n- bc\n", "bc")]
    [InlineData("> x\n> bc\n", "bc")]
    public void A_stretch_has_its_place_in_the_source(string markdown, string word)
    {
        var prose = Of(markdown);
        var span = prose.Span(prose.Text.IndexOf(word, StringComparison.Ordinal), word.Length);

        Assert.Equal(word, markdown.Substring(span.Start, span.Length));
    }

    [Fact]
    public void An_entity_has_one_place()
    {
        var span = Of("a &amp; b").Span(2, 1);

        Assert.Equal(new TextSpan(2, 5), span);
    }

    [Fact]
    public void Styles_can_be_told_and_hidden()
    {
        var prose = Of("a **b** `c`");

        Assert.Equal(ProseStyle.Strong, prose.StyleAt(2));
        Assert.Equal("a b ?", prose.Without(ProseStyle.Code, '?'));
    }

    [Theory]
    [InlineData("- [x] one\n  two\n", 6, 15, "one two")]
    [InlineData("a &amp; b", 1, 9, "& b")]
    [InlineData("**ab** c", 3, 8, "b c")]
    public void A_part_of_the_source_has_its_part_of_the_text(string markdown, int start, int end, string expected)
    {
        var part = Of(markdown).Within(TextSpan.FromBounds(start, end));

        Assert.Equal(expected, part.Text.Trim());
    }

    [Fact]
    public void Places_lie_in_the_source_whatever_the_text()
    {
        for (var seed = 0; seed < 2000; seed++)
        {
            var text = new Specimens(seed).Document();
            if (MarkdownReader.Read(text) is not { } document)
            {
                continue;
            }

            var prose = Prose.Of((IEnumerable<Markdig.Syntax.Block>)document);
            for (var i = 0; i < prose.Text.Length; i++)
            {
                var span = prose.Span(i, 1);
                Assert.InRange(span.Start, 0, text.Length);
                Assert.InRange(span.End, span.Start, text.Length);
            }
        }
    }

    private static Prose Of(string markdown) =>
        Prose.Of((IEnumerable<Markdig.Syntax.Block>)MarkdownReader.Read(markdown)!);
}
