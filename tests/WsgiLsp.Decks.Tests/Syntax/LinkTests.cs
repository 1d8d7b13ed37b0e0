using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using WsgiLsp.Decks.Model;
using WsgiLsp.Decks.Syntax;
using WsgiLsp.Decks.Tests.Support;

namespace WsgiLsp.Decks.Tests.Syntax;

/// <summary>Links of a deck that is parsed in pieces, against one parse of the whole file by Markdig.</summary>
public class LinkTests
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UsePreciseSourceLocation()
        .Build();

    [Fact]
    public void Sections_have_the_links_that_the_whole_file_has()
    {
        var differences = new List<string>();
        for (var seed = 0; seed < 20_000; seed++)
        {
            var text = new Specimens(seed).Document();
            if (IsComparable(text))
            {
                Compare($"seed {seed}", text, differences);
            }
        }

        Assert.True(differences.Count == 0, Say(differences));
    }

    [Fact]
    public void A_heading_alone_has_its_links()
    {
        var deck = Deck.Parse("[a]: b.md\n\n## See [a] and [c][a]", new DeckSettings());

        Assert.Equal("See a and c", Assert.Single(deck.Cards).Content.Title);
    }

    [Fact]
    public void Headings_and_links_of_CommonMarks_examples_glued_together_are_those_of_the_whole_file()
    {
        var examples = CommonMarkExamples.Read();
        var random = new Random(1);
        var differences = new List<string>();
        var compared = 0;
        for (var round = 0; round < 3000; round++)
        {
            var parts = Enumerable
                .Range(0, random.Next(1, 12))
                .Select(_ => random.Next(3) == 0 ? $"## Heading {round}\n" : examples[random.Next(examples.Count)])
                .ToList();
            var text = string.Join(random.Next(2) == 0 ? "\n" : "\n\n", parts);
            if (IsComparable(text))
            {
                Compare($"round {round}", text, differences);
                compared++;
            }
        }

        Assert.True(differences.Count == 0, Say(differences));
        Assert.InRange(compared, 2000, 3000);
    }

    // Markdig does not know what details are to us, reads no front matter here, and takes other ways than CommonMark where a
    // list item begins with an empty line.
    private static bool IsComparable(string text)
    {
        var lines = text.ReplaceLineEndings("\n");
        return !text.Contains("details", StringComparison.Ordinal)
            && !text.StartsWith("---", StringComparison.Ordinal)
            && !lines.Contains("\n-\n", StringComparison.Ordinal)
            && !lines.Contains("\n*\n", StringComparison.Ordinal)
            && !lines.Contains("-   \n", StringComparison.Ordinal);
    }

    private static void Compare(string name, string text, List<string> differences)
    {
        var whole = Markdown.Parse(text, Pipeline);
        var deck = Deck.Parse(text, new DeckSettings());
        var expected = string.Join('\n', whole.OfType<HeadingBlock>().Select(h => h.Level)) + "\n" + Links(whole, 0);
        var actual =
            string.Join('\n', deck.Entries.Skip(1).Select(e => e.Section.Level))
            + "\n"
            + string.Concat(deck.Entries.Select((entry, i) => Links(Parse(entry.Section), deck.Cuts[i].Start)));
        if (expected != actual)
        {
            differences.Add($"{name}\n{text}\n--- whole\n{expected}\n--- sections\n{actual}");
        }
    }

    private static MarkdownDocument Parse(Section section) =>
        MarkdownReader.Read(section.Text, section.Context.Definitions)!;

    private static string Links(MarkdownDocument document, int offset) =>
        string.Concat(
            document
                .Descendants<LinkInline>()
                .Select(link => $"{link.Span.Start + offset}: {link.IsImage} {link.Url} '{link.Title}'\n")
        );

    private static string Say(List<string> differences) =>
        $"{differences.Count} differ\n" + string.Join("\n=======\n", differences.OrderBy(d => d.Length).Take(3));
}
