using System.Text.RegularExpressions;
using WsgiLsp.Decks.Formatting;
using WsgiLsp.Decks.Model;
using WsgiLsp.Decks.Tests.Support;

namespace WsgiLsp.Decks.Tests.Formatting;

public partial class FormattingPageTests
{
    public static TheoryData<string, string> Examples
    {
        get
        {
            var examples = new TheoryData<string, string>();
            foreach (Match match in Example().Matches(Repository.Read("docs/formatting.md")))
            {
                examples.Add(match.Groups["before"].Value, match.Groups["after"].Value);
            }

            return examples;
        }
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void The_pages_examples_are_formatted_as_it_says(string before, string after)
    {
        Assert.Equal(after, Format(before));
        Assert.Equal(after, Format(after));
    }

    [Fact]
    public void The_page_has_examples() => Assert.Equal(7, Examples.Count);

    [Fact]
    public void The_repositorys_decks_are_formatted()
    {
        foreach (var path in Directory.EnumerateFiles(Path.Combine(Repository.Root, "decks"), "*.md"))
        {
            var text = File.ReadAllText(path);
            Assert.Equal(text, Format(text));
        }
    }

    private static string Format(string text) =>
        DeckFormatter.Apply(text, DeckFormatter.Format(Deck.Parse(text, new DeckSettings())));

    [GeneratedRegex(
        "Before:\n\n(?<fence>`{3,})markdown\n(?<before>.*?)\\k<fence>\n\nAfter:\n\n\\k<fence>markdown\n(?<after>.*?)\\k<fence>\n",
        RegexOptions.Singleline | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Example();
}
