using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using WsgiLsp.Decks.Model;
using WsgiLsp.Rendering.Pages;

namespace WsgiLsp.Rendering.Tests.Pages;

public class StudyPageTests
{
    [Fact]
    public void A_page_of_all_kinds_is_as_it_was() => Golden.Check("kinds.html", PageOf("kinds.deck.md").Body);

    [Fact]
    public void Headings_follow_each_other_without_gaps()
    {
        var document = Parse(
            StudyPage.Of(
                "Both",
                [
                    Deck("a.deck.md", "# A\n\n### Q\n\n##### deep\n\nx\n\n#### less\n\nb\n"),
                    Deck("b.deck.md", "## G\n\n#### Q?\n\nb\n\n## Q2?\n\nb\n"),
                ]
            )
        );

        var levels = document.QuerySelectorAll("h1, h2, h3, h4, h5, h6").Select(h => h.LocalName[1] - '0').ToList();
        Assert.Single(levels, 1);
        Assert.All(levels.Zip(levels.Skip(1)), pair => Assert.InRange(pair.Second, 2, pair.First + 1));
    }

    [Fact]
    public void No_id_is_there_twice_and_no_link_leads_nowhere()
    {
        var document = Parse(
            StudyPage.Of(
                title: null,
                [
                    Deck(
                        "x/a.deck.md",
                        "## Q?\n\n[b](../y/b.deck.md#q) [own](#q) [group](../y/b.deck.md#g)\n\n## Q?\n\n[none](c.deck.md)\n"
                    ),
                    Deck(
                        "y/b.deck.md",
                        "# B\n\n## G\n\n### Q?\n<!-- card: id=named -->\n\n[a](../x/a.deck.md) [c](#named)\n"
                    ),
                ]
            )
        );

        var ids = document.QuerySelectorAll("[id]").Select(element => element.Id!).ToList();
        Assert.Equal(ids.Distinct(StringComparer.Ordinal), ids);
        var links = document.QuerySelectorAll("main a").Select(link => link.GetAttribute("href")!).ToList();
        Assert.Equal(["#card-b/q", "#card-a/q", "#card-b/g", "#deck-a", "#card-b/q"], links);
        Assert.All(links, link => Assert.Contains(link[1..], ids));
    }

    [Fact]
    public void Links_may_use_labels_of_the_whole_deck() =>
        Assert.Equal(
            "https://example.org/",
            Parse(
                    StudyPage.Of(
                        title: null,
                        [Deck("a.deck.md", "## Q?\n\nSee [it].\n\n## R?\n\nx\n\n[it]: https://example.org/\n")]
                    )
                )
                .QuerySelector("main a")!
                .GetAttribute("href")
        );

    [Fact]
    public void What_the_author_took_out_is_not_there() =>
        Assert.Empty(
            Parse(StudyPage.Of(title: null, [Deck("a.deck.md", "## Q?\n<!-- card: suspend=true -->\n\nx\n")]))
                .QuerySelectorAll(".card")
        );

    [Fact]
    public void The_policy_lets_nothing_in_but_what_is_there()
    {
        var page = PageOf("kinds.deck.md").ToString();
        var document = new HtmlParser().ParseDocument(page);
        var policy = document.QuerySelector("meta[http-equiv]")!.GetAttribute("content")!;

        Assert.StartsWith("default-src 'none'; img-src data:; ", policy, StringComparison.Ordinal);
        Assert.Contains($"script-src {HashOf(document.QuerySelector("script")!)};", policy, StringComparison.Ordinal);
        Assert.Contains($"style-src {HashOf(document.QuerySelector("style")!)};", policy, StringComparison.Ordinal);
        Assert.Empty(document.QuerySelectorAll("[style], [onclick], link, iframe"));
        Assert.True(HtmlPage.IsOurs(page));
        Assert.False(HtmlPage.IsOurs("<!DOCTYPE html>\n<html>"));
        Assert.InRange(document.QuerySelector("script")!.TextContent.Count(c => c == '\n'), 1, 300);
    }

    [Fact]
    public void A_site_has_a_page_for_each_deck_and_a_list()
    {
        var pages = StudySite.Of(
            title: null,
            [
                Deck("a.deck.md", "---\nid: index\n---\n## Q?\n\n[b](b.deck.md#r)\n"),
                Deck("b.deck.md", "## R?\n\nx\n"),
                Deck("c.deck.md", "---\nid: B\n---\n## S?\n\nx\n"),
            ]
        );

        Assert.Equal(["index.html", "index-2.html", "b.html", "B-2.html"], pages.Select(page => page.FileName));
        Assert.Equal("b.html#card-b/r", Parse(pages[1].Page).QuerySelector("main a")!.GetAttribute("href"));
        Assert.Equal(
            ["index-2.html", "index-2.html#card-index/q", "b.html", "b.html#card-b/r", "B-2.html", "B-2.html#card-B/s"],
            Parse(pages[0].Page).QuerySelectorAll("main a").Select(link => link.GetAttribute("href"))
        );
    }

    private static HtmlPage PageOf(string golden) => StudyPage.Of(title: null, [Deck(golden, Golden.Read(golden))]);

    private static StudyDeck Deck(string path, string text) =>
        new(path, Decks.Model.Deck.Parse(text, new DeckSettings { FileName = Path.GetFileName(path) }), _ => null);

    private static IHtmlDocument Parse(HtmlPage page) => new HtmlParser().ParseDocument(page.ToString());

    private static string HashOf(IElement element) =>
        $"'sha256-{Convert.ToBase64String(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(element.TextContent)))}'";
}
