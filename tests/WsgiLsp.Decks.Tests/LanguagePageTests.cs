using System.Text.RegularExpressions;
using WsgiLsp.Decks.Model;
using WsgiLsp.Decks.Tests.Support;

namespace WsgiLsp.Decks.Tests;

/// <summary>
/// Runs <c>docs/language.md</c>: below each example of a deck stands what it is read as, and both must agree. Run with
/// <c>UPDATE_DOCS=1</c> to write what stands below.
/// </summary>
public partial class LanguagePageTests
{
    private static readonly string Page = Path.Combine(Repository.Root, "docs", "language.md");

    [Fact]
    public void Each_example_is_read_as_the_page_says()
    {
        var page = File.ReadAllText(Page);
        var executed = Example().Replace(page, match => match.Groups["deck"].Value + ReadAs(match));
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1")
        {
            File.WriteAllText(Page, executed);
        }

        Assert.Equal(executed, File.ReadAllText(Page));
        Assert.True(Example().Count(page) > 20, "the page has lost its examples");
    }

    private static string ReadAs(Match match)
    {
        var deck = Deck.Parse(match.Groups["text"].Value, new DeckSettings { FileName = "http.deck.md" });
        return $"\nis read as\n\n```text\n{Description.Of(deck)}```\n";
    }

    [GeneratedRegex(
        @"(?<deck>^(?<fence>`{3,})markdown\n(?<text>(?s:.*?))^\k<fence>\n)(\nis read as\n\n```text\n((?s:.*?))^```\n)?",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 5000
    )]
    private static partial Regex Example();
}
