using WsgiLsp.Decks.Model;
using WsgiLsp.Protocol.Types;
using WsgiLsp.Server.Features.Definition;
using WsgiLsp.Server.Features.DocumentHighlight;
using WsgiLsp.Server.Features.DocumentLinks;
using WsgiLsp.Server.Features.Hover;
using WsgiLsp.Server.Features.Learning;
using WsgiLsp.Server.Features.LinkedEditing;
using WsgiLsp.Server.Features.References;
using WsgiLsp.Server.Tests.Support;
using WsgiLsp.Study.Settings;

namespace WsgiLsp.Server.Tests.Features;

/// <summary>From a name to what it stands for, and to all other places where that is named.</summary>
public class NavigationTests
{
    private const string Links = """{"textDocument":{"definition":{"linkSupport":true}}}""";

    private const string Servers =
        "# Servers\n\n## What is a worker?\n<!-- card: id=worker tags=os -->\n\nA process.\n\n## Group\n\n### What is the arbiter?\n\nWhat starts [workers](#worker).\n";

    [Theory]
    [InlineData("[l](servers.deck.md#wor‸ker)", "servers.deck.md 3:1 ## What is a worker?")]
    [InlineData("[l](servers.deck.md#gr‸oup)", "servers.deck.md 8:1 ## Group")]
    [InlineData("[l](ser‸vers.deck.md#worker)", "servers.deck.md 1:1 # Servers")]
    [InlineData("[l](no‸tes.md)", "notes.md 1:1 ")]
    [InlineData("[l](go‸ne.md)", "")]
    [InlineData("[l](#gon‸e)", "")]
    [InlineData("pro‸se", "")]
    [InlineData("![p](sub/‸)", "")]
    public void A_name_leads_to_what_it_stands_for(string body, string expected)
    {
        using var desk = Desk(body);
        var found = DefinitionFeature.Of(desk.Query, new DefinitionParams(desk.Document, desk.Cursor));
        Assert.Null(found?.Links);
        Assert.Equal(expected, string.Join('\n', (found?.Locations ?? []).Select(l => desk.Show(l.Uri, l.Range))));
    }

    [Fact]
    public void A_client_that_understands_links_gets_them()
    {
        using var desk = new NameDesk(
            ("servers.deck.md", Servers),
            ("d.deck.md", "## A\n<!-- card: requires=servers/wor‸ker -->\n\nT.\n")
        )
        {
            Client = Links,
        };
        var link = Assert.Single(
            DefinitionFeature.Of(desk.Query, new DefinitionParams(desk.Document, desk.Cursor))!.Links!
        );
        Assert.Equal("2:29 worker", desk.Show(link.OriginSelectionRange!.Value));
        Assert.Equal("servers.deck.md 3:1 ## What is a worker?", desk.Show(link.TargetUri, link.TargetSelectionRange));
        Assert.Equal(
            "servers.deck.md 3:1 ## What is a worker?\n<!-- card: id=worker tags=os -->\n\nA process.\n\n",
            desk.Show(link.TargetUri, link.TargetRange)
        );
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_card_is_found_where_it_is_named_declared_or_not(bool declared)
    {
        using var desk = Desk("[l](servers.deck.md#wor‸ker)");
        var found = ReferencesFeature.Of(
            desk.Query,
            new ReferenceParams(desk.Document, desk.Cursor, new ReferenceContext(declared))
        );
        string[] used = ["d.deck.md 3:21 worker", "servers.deck.md 12:24 worker"];
        string[] given = ["servers.deck.md 3:1 ## What is a worker?", "servers.deck.md 4:15 worker"];
        Assert.Equal(
            used.Concat(declared ? given : []).Order(StringComparer.Ordinal),
            found!.Select(l => desk.Show(l.Uri, l.Range)).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void Places_in_files_that_are_not_open_are_counted_in_bytes_where_the_client_does()
    {
        using var desk = new NameDesk(("d.deck.md", "## A‸\n\nT.\n"), ("e.deck.md", "## E\n\nÄÖÜ [ß](d.deck.md#a)\n"))
        {
            IsUtf8 = true,
        };
        var found = ReferencesFeature.Of(
            desk.Query,
            new ReferenceParams(desk.Document, desk.Cursor, new ReferenceContext(IncludeDeclaration: false))
        );
        Assert.Equal("e.deck.md 3:23 a", desk.Show(found![0].Uri, found[0].Range));
    }

    [Fact]
    public void What_is_named_in_the_deck_is_highlighted()
    {
        using var desk = new NameDesk(
            ("servers.deck.md", Servers.Replace("(#wor", "(#wor‸", StringComparison.Ordinal))
        );
        var found = DocumentHighlightFeature.Of(desk.Query, new DocumentHighlightParams(desk.Document, desk.Cursor));
        Assert.Equal(
            ["Write 3:1 ## What is a worker?", "Write 4:15 worker", "Read 12:24 worker"],
            found!.Select(h => $"{h.Kind} {desk.Show(h.Range)}")
        );
    }

    [Fact]
    public void An_id_and_its_uses_in_the_deck_can_be_typed_at_once()
    {
        using var desk = new NameDesk(
            ("servers.deck.md", Servers.Replace("id=wor", "id=wor‸", StringComparison.Ordinal))
        );
        var found = LinkedEditingFeature.Of(desk.Query, new LinkedEditingRangeParams(desk.Document, desk.Cursor));
        Assert.Equal(["4:15 worker", "12:24 worker"], found!.Ranges.Select(desk.Show));
    }

    [Theory]
    [InlineData("## A‸\n\n[x](#a)\n")]
    [InlineData("## A\n\n[x](#a‸) [y](#a)\n")]
    [InlineData("## A\n<!-- card: id=x‸ -->\n\nT.\n")]
    public void Ids_of_headings_and_single_ones_are_not_linked(string text)
    {
        using var desk = new NameDesk(("d.deck.md", text));
        Assert.Null(LinkedEditingFeature.Of(desk.Query, new LinkedEditingRangeParams(desk.Document, desk.Cursor)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Links_and_requirements_are_links_of_the_document(bool hasTooltip)
    {
        using var desk = new NameDesk(
            ("servers.deck.md", Servers),
            ("notes.md", ""),
            (
                "d.deck.md",
                "---\nrequires: servers\n---\n## A‸\n<!-- card: requires=servers/worker,b -->\n\n[l](servers.deck.md#worker) [m](notes.md) [n](gone.md) <https://example.org>\n\n## B\n\nT.\n"
            )
        )
        {
            Client = hasTooltip ? """{"textDocument":{"documentLink":{"tooltipSupport":true}}}""" : "{}",
        };
        var links = DocumentLinkFeature.Of(desk.Query, new DocumentLinkParams(desk.Document));
        Assert.Equal(
            [
                "2:11 servers -> servers.deck.md Servers",
                "5:21 servers -> servers.deck.md Servers",
                "5:29 worker -> servers.deck.md#L3 What is a worker?",
                "5:36 b -> d.deck.md#L9 B",
                "7:5 servers.deck.md#worker -> servers.deck.md#L3 What is a worker?",
                "7:33 notes.md -> notes.md ",
            ],
            links.Select(link =>
                $"{desk.Show(link.Range)} -> {Path.GetFileName(link.Target)} {(hasTooltip ? link.Tooltip : Expected(link))}"
            )
        );
        Assert.Equal(hasTooltip, links.Any(link => link.Tooltip is not null));

        static string Expected(DocumentLink link) =>
            link.Target!.EndsWith("#L3", StringComparison.Ordinal) ? "What is a worker?"
            : link.Target.EndsWith("#L9", StringComparison.Ordinal) ? "B"
            : link.Target.EndsWith("notes.md", StringComparison.Ordinal) ? ""
            : "Servers";
    }

    [Theory]
    [InlineData("[l](servers.deck.md#wor‸ker)", "**What is a worker?**\n\nrecall · #os\n\nA process.", 1)]
    [InlineData("[l](servers.deck.md#gr‸oup)", "**Group**\n\nServers", 0)]
    [InlineData("[l](ser‸vers.deck.md)", "**Servers**\n\n2 cards · servers.deck.md", 0)]
    [InlineData("[l](no‸tes.md)", null, 0)]
    [InlineData("pro‸se", null, 0)]
    public void A_link_shows_where_it_leads(string body, string? expected, int revealed)
    {
        using var desk = Desk(body);
        var cards = new List<Card>();
        var hover = LinkHover.At(desk.Query, desk.Cursor, Nobody, cards.Add);
        Assert.Equal(expected, hover?.Contents.Value);
        Assert.Equal(revealed, cards.Count);
    }

    [Theory]
    [InlineData(
        "# Servers\n\n## Another?\n\nNo.\n\n## What is a worker?\n<!-- card: id=worker -->\n\nMine.\n",
        "Mine."
    )]
    [InlineData("# Servers\n\n## Another?\n\nNo.\n", null)]
    public void A_link_shows_the_card_that_it_means_in_a_file_that_just_changed(string now, string? answer)
    {
        using var desk = Desk("[l](servers.deck.md#wor‸ker)");
        desk.Write("servers.deck.md", now);
        var revealed = new List<Card>();
        var hover = LinkHover.At(desk.Query, desk.Cursor, Nobody, revealed.Add);
        Assert.Equal(answer is null ? null : $"**What is a worker?**\n\nrecall\n\n{answer}", hover?.Contents.Value);
        Assert.Equal(answer is null ? 0 : 1, revealed.Count);
    }

    [Theory]
    [InlineData(
        "---\nle‸vel: beginner\n---\n",
        "`level`: `beginner`, `intermediate` or `advanced`, for cards that have none."
    )]
    [InlineData("---\n‸deck: D\n---\n", "`deck`: The deck's title; else the title heading, else the id.")]
    [InlineData("---\nlevel: begi‸nner\n---\n", null)]
    [InlineData("---\nunkno‸wn: beginner\n---\n", null)]
    [InlineData("# le‸vel: x\n", null)]
    [InlineData("---\nignore: [long-answer, yes-‸no-prompt]\n---\n", "`yes-no-prompt` (")]
    [InlineData("---\nignore:\n- long-answer\n- yes-no-prompt‸\n---\n", "`yes-no-prompt` (")]
    [InlineData("## A?\n<!-- card: ignore=long-answer,yes‸-no-prompt -->\n\nB.\n", "`yes-no-prompt` (")]
    [InlineData("# G\n<!-- cards: ignore=‸yes-no-prompt -->\n\n## A?\n\nB.\n", "`yes-no-prompt` (")]
    [InlineData("## A?\n<!-- card: ignore=no-such‸ -->\n\nB.\n", null)]
    [InlineData("## A?\n<!-- card: id=yes‸-no-prompt -->\n\nB.\n", null)]
    [InlineData("‸", null)]
    public void A_word_of_the_language_says_what_it_does(string text, string? expected)
    {
        using var desk = new NameDesk(("d.deck.md", text));
        var said = WordHover.At(desk.Query, desk.Cursor)?.Contents.Value;
        Assert.Equal(expected is null, said is null);
        Assert.StartsWith(expected ?? "", said ?? "", StringComparison.Ordinal);
    }

    private static LearnerView Nobody { get; } = new(learned: null, new StudySettings(), TimeProvider.System);

    private static NameDesk Desk(string body) =>
        new(("servers.deck.md", Servers), ("notes.md", "# N\n"), ("sub/x.md", ""), ("d.deck.md", $"## A\n\n{body}\n"));
}
