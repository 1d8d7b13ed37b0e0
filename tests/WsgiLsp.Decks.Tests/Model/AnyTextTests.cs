using WsgiLsp.Decks.Model;
using WsgiLsp.Decks.Tests.Support;

namespace WsgiLsp.Decks.Tests.Model;

public class AnyTextTests
{
    [Fact]
    public void Ten_thousand_generated_documents_parse_with_spans_inside_the_text()
    {
        for (var seed = 0; seed < 10_000; seed++)
        {
            Check(new Specimens(seed).Document(), seed);
        }
    }

    [Fact]
    public void Mutations_of_the_decks_parse_with_spans_inside_the_text()
    {
        foreach (var path in Directory.EnumerateFiles(Path.Combine(Repository.Root, "decks"), "*.md"))
        {
            var text = File.ReadAllText(path);
            for (var seed = 0; seed < 300; seed++)
            {
                Check(new Specimens(seed).Mutate(text), seed);
            }
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n")]
    [InlineData("\r")]
    [InlineData("---")]
    [InlineData("---\n---")]
    [InlineData("---\n: : :\n---\n# A")]
    [InlineData("\uFEFF# A\n\nb")]
    [InlineData("\uFEFF---\nid: x\n---\n# A\n\nb")]
    [InlineData("#")]
    [InlineData("# \n## \n")]
    [InlineData("a\n=")]
    [InlineData("```\n# A")]
    [InlineData("<!--\n# A")]
    [InlineData("\0\uD800\uDC00\uD800")]
    public void Odd_texts_parse(string text) => Check(text, 0);

    [Fact]
    public void A_line_of_a_megabyte_parses() => Check("# A\n\n" + new string('x', 1 << 20), 0);

    [Theory]
    [InlineData("> ")]
    [InlineData("- ")]
    [InlineData("  ")]
    [InlineData("[")]
    [InlineData("*a ")]
    public void Deep_nesting_parses_and_keeps_the_heading(string piece)
    {
        var deck = Deck.Parse("### Q?\n\n" + string.Concat(Enumerable.Repeat(piece, 400)) + "x\n", new DeckSettings());

        Assert.Equal("Q?", Assert.Single(deck.Cards).Content.Title);
    }

    private static void Check(string text, int seed)
    {
        var deck = Deck.Parse(text, new DeckSettings());
        Assert.Equal(text, deck.Text.ToString());
        Assert.Equal(text.Length, deck.Sections.Sum(s => s.Span.Length));
        foreach (var section in deck.Sections)
        {
            var within = section.Heading.Start >= section.Span.Start && section.Heading.End <= section.Span.End;
            Assert.True(within, $"seed {seed}: heading of {section}");
            Assert.True(
                section.Answer is not { } answer || answer.End <= section.Span.End,
                $"seed {seed}: answer of {section}"
            );
            Assert.Equal(deck.Text.GetPosition(section.Span.Start).Line, section.StartLine);
            Assert.True(
                section.EndLine >= section.StartLine && section.EndLine <= deck.Text.LineCount,
                $"seed {seed}: lines of {section}"
            );
        }

        foreach (var finding in deck.Findings)
        {
            Assert.InRange(finding.Span.Start, 0, text.Length);
            Assert.InRange(finding.Span.End, finding.Span.Start, text.Length);
            if (!text.StartsWith('\uFEFF'))
            {
                Assert.Equal(deck.Text.GetPosition(finding.Span.Start), finding.Start);
                Assert.Equal(deck.Text.GetPosition(finding.Span.End), finding.End);
            }

            foreach (var edit in finding.Finding.Fixes.SelectMany(fix => finding.Edits(fix)))
            {
                Assert.InRange(edit.Span.End, edit.Span.Start, text.Length);
            }
        }
    }
}
