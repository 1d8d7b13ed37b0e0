using Markdig;
using Markdig.Syntax;
using WsgiLsp.Decks.Model;
using WsgiLsp.Decks.Tests.Support;

namespace WsgiLsp.Decks.Tests.Syntax;

/// <summary>The chunker against Markdig, which parses the whole file.</summary>
public class ChunkerTests
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UsePreciseSourceLocation()
        .Build();

    [Fact]
    public void Cuts_at_the_headings_that_Markdig_finds_in_the_document_itself()
    {
        var differences = new List<string>();
        for (var seed = 0; seed < 20_000; seed++)
        {
            var text = new Specimens(seed).Document();
            // Markdig does not know what details are to us, reads no front matter here, and takes other ways than CommonMark
            // where a list item begins with an empty line.
            var isApart =
                text.Contains("details", StringComparison.Ordinal)
                || text.StartsWith("---", StringComparison.Ordinal)
                || text.ReplaceLineEndings("\n").Contains("\n-\n", StringComparison.Ordinal);
            if (isApart)
            {
                continue;
            }

            var expected = string.Join(' ', Expected(text));
            var actual = string.Join(' ', Actual(text));
            if (expected != actual)
            {
                differences.Add($"seed {seed}: Markdig {expected}, chunker {actual}\n{text}");
            }
        }

        Assert.True(
            differences.Count == 0,
            $"{differences.Count} differ\n" + string.Join("\n=======\n", differences.OrderBy(d => d.Length).Take(3))
        );
    }

    [Theory]
    [InlineData("# A\n<details>\n\n## B\n\n</details>\n\n## C\n", "1:0 2:33")]
    [InlineData("## A\n<details>\n\n## B\n", "2:0 2:16")]
    [InlineData("## A\n<details>\n\n### B\n\ntext</details>\n\n### C\n", "2:0 3:39")]
    [InlineData("## A\n<!-- <details> -->\n\n### B\n", "2:0 3:25")]
    [InlineData("## A\n\n```\n<details>\n```\n\n### B\n", "2:0 3:25")]
    public void Deeper_headings_inside_details_are_content(string text, string expected) =>
        Assert.Equal(expected, string.Join(' ', Actual(text)));

    [Theory]
    [InlineData("---\ncard-level: 2\n---\n# T\n## A\n### B\n## C\n### D\n", "1:22 2:26 2:37")]
    public void Headings_below_the_card_level_are_content(string text, string expected) =>
        Assert.Equal(expected, string.Join(' ', Actual(text)));

    private static IEnumerable<string> Expected(string text) =>
        Markdown.Parse(text, Pipeline).OfType<HeadingBlock>().Select(h => $"{h.Level}:{LineStart(text, h.Span.Start)}");

    private static IEnumerable<string> Actual(string text) =>
        Deck.Parse(text, new DeckSettings()).Sections.Skip(1).Select(s => $"{s.Level}:{s.Span.Start}");

    private static int LineStart(string text, int offset)
    {
        while (offset > 0 && text[offset - 1] is not ('\n' or '\r'))
        {
            offset--;
        }

        return offset;
    }
}
