using WsgiLsp.Decks.Names;

namespace WsgiLsp.Decks.Tests.Names;

/// <summary>What the names in decks stand for, and where something is named.</summary>
public class DeckNamesTests
{
    private const string Worker =
        "---\nid: servers\ntags: [wsgi, \"python\"]\n---\n# Servers\n\n## What is a worker?\n<!-- card: id=worker tags=wsgi,process -->\n\nA process.\n\n## What is the arbiter?\n\nWhat starts [workers](#worker).\n";

    [Theory]
    [InlineData("x", "-")]
    [InlineData("[l](servers.deck.md#wor‸ker)", "servers.deck.md@2")]
    [InlineData("[l](servers.deck.md#what-is-a-‸worker)", "servers.deck.md@2")]
    [InlineData("[l](./servers.deck.md‸#)", "servers.deck.md")]
    [InlineData("[l](ser‸vers.deck.md#worker)", "servers.deck.md")]
    [InlineData("[l](servers.deck.md#‸gone)", "")]
    [InlineData("[l]: servers.deck.md#‸worker", "servers.deck.md@2")]
    [InlineData("[l](<servers.deck.md#‸worker> \"title\")", "servers.deck.md@2")]
    [InlineData("[l](sub/../servers.deck.md#user-content-what-is-the-ar‸biter)", "servers.deck.md@3")]
    [InlineData("![l](pic‸ture.png)", "file picture.png")]
    [InlineData("[l](#‸a)", "d.deck.md@1")]
    [InlineData("[l](d.deck.md#‸a)", "d.deck.md@1")]
    [InlineData("[l](https://example.org/#‸a)", "-")]
    public void A_link_means_what_it_leads_to(string body, string expected)
    {
        if (!body.Contains('‸', StringComparison.Ordinal))
        {
            body = "‸" + body;
        }

        Assert.Equal(
            expected,
            new NamedWorkspace(("servers.deck.md", Worker), ("d.deck.md", $"## A\n\n{body}\n")).Meaning
        );
    }

    [Theory]
    [InlineData("## ‸A\n", "d.deck.md@1")]
    [InlineData("## A\n<!-- card: requires=ser‸vers/worker -->\n", "servers.deck.md")]
    [InlineData("## A\n<!-- card: requires=servers/wor‸ker -->\n", "servers.deck.md@2")]
    [InlineData("## A\n<!-- card: requires=\"b, servers/wor‸ker\" -->\n", "servers.deck.md@2")]
    [InlineData("## A\n<!-- card: requires=‸b -->\n\nT.\n\n## B\n\nT.\n", "d.deck.md@2")]
    [InlineData("## A {#wor‸king .x tags=y requires=servers/worker}\n", "d.deck.md@1")]
    [InlineData("## A {#working .x‸ tags=y requires=servers/worker}\n", "#x")]
    [InlineData("## A {#working .x tags=y‸ requires=servers/worker}\n", "#y")]
    [InlineData("## A {#working .x .z‸ .beginner}\n", "#z")]
    [InlineData("## A {.x requires=servers/‸worker}\n", "servers.deck.md@2")]
    [InlineData("## A\n<!-- card: tags=x,pro‸cess -->\n", "#process")]
    [InlineData("## A\n<!-- card: tags=\"x, pro‸cess\" -->\n", "#process")]
    [InlineData("## A\n<!-- cards: tags=y‸ -->\n\n### B\n", "#y")]
    [InlineData("---\ntags: [x, 'y‸']\n---\n## A\n", "#y")]
    [InlineData("---\ntags: x, y‸\n---\n## A\n", "#y")]
    [InlineData("---\ntags:\n  - x\n  - y‸\n---\n## A\n", "#y")]
    [InlineData("---\nrequires: [‸servers]\n---\n## A\n", "servers.deck.md")]
    [InlineData("---\nid: own‸er\n---\n## A\n", "d.deck.md")]
    [InlineData("---\ndeck: own‸er\n---\n## A\n", "-")]
    public void A_word_of_the_metadata_means_what_it_names(string text, string expected) =>
        Assert.Equal(expected, new NamedWorkspace(("servers.deck.md", Worker), ("d.deck.md", text)).Meaning);

    [Fact]
    public void A_card_is_found_wherever_it_is_named()
    {
        var workspace = new NamedWorkspace(
            ("servers.deck.md", Worker),
            (
                "sub/d.deck.md",
                "---\nrequires: [servers]\n---\n## A\n<!-- card: requires=servers/work‸er -->\n\n[l](../servers.deck.md#worker)\n"
            ),
            (
                "e.deck.md",
                "## A\n\n[l](servers.deck.md#what-is-a-worker), [m](servers.deck.md), [n](worker.md#worker)\n"
            )
        );
        Assert.Equal(
            [
                "e.deck.md 3:21 what-is-a-worker",
                "servers.deck.md 14:24 worker",
                "servers.deck.md 7:1 ## What is a worker?",
                "servers.deck.md 8:15 worker",
                "sub/d.deck.md 5:29 worker",
                "sub/d.deck.md 7:24 worker",
            ],
            workspace.Places
        );
    }

    [Fact]
    public void A_deck_is_found_wherever_it_or_its_file_is_named()
    {
        var workspace = new NamedWorkspace(
            ("servers.deck.md", Worker.Replace("servers", "ser‸vers", StringComparison.Ordinal)),
            (
                "d.deck.md",
                "---\nrequires: [servers]\n---\n## A\n<!-- card: requires=servers/worker -->\n\n[l](servers.deck.md#worker)\n"
            )
        );
        Assert.Equal(
            [
                "d.deck.md 2:12 servers",
                "d.deck.md 5:21 servers",
                "d.deck.md 7:5 servers.deck.md",
                "servers.deck.md 2:5 servers",
            ],
            workspace.Places
        );
    }

    [Fact]
    public void A_tag_is_found_in_front_matter_groups_and_cards()
    {
        var workspace = new NamedWorkspace(
            ("servers.deck.md", Worker),
            (
                "d.deck.md",
                "## G {.wsgi}\n<!-- cards: tags=ws‸gi -->\n\n### A\n<!-- card: tags=\"a, wsgi\" -->\n\n#wsgi\n"
            )
        );
        Assert.Equal(
            [
                "d.deck.md 1:8 wsgi",
                "d.deck.md 2:18 wsgi",
                "d.deck.md 5:21 wsgi",
                "servers.deck.md 3:8 wsgi",
                "servers.deck.md 8:27 wsgi",
            ],
            workspace.Places
        );
    }

    [Fact]
    public void Of_two_decks_with_one_id_both_are_meant()
    {
        var workspace = new NamedWorkspace(
            ("a.deck.md", Worker),
            ("b.deck.md", Worker),
            ("d.deck.md", "## A\n<!-- card: requires=servers/wor‸ker -->\n")
        );
        Assert.Equal(["a.deck.md@2", "b.deck.md@2"], workspace.Meaning.Split(' ').Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_search_ends_when_it_is_cancelled()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        var workspace = new NamedWorkspace(("d.deck.md", "## ‸A\n")).Workspace;
        Assert.Throws<OperationCanceledException>(() =>
            DeckNames.Of(workspace, new NamedTag("x"), source.Token).ToList()
        );
    }
}
