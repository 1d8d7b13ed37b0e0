using WsgiLsp.Protocol.Types;
using WsgiLsp.Server.Features.WorkspaceSymbols;
using WsgiLsp.Server.Tests.Support;

namespace WsgiLsp.Server.Tests.Features;

public class WorkspaceSymbolTests
{
    [Theory]
    [InlineData(
        "worker",
        "Function How many workers? (d) d.deck.md 7:1|Function What is a worker? (Servers · #os) servers.deck.md 3:1"
    )]
    [InlineData("wiaw", "Function What is a worker? (Servers · #os) servers.deck.md 3:1")]
    [InlineData("proc", "Function What is a worker? (Servers · #os) servers.deck.md 3:1")]
    [InlineData("#os", "Function What is a worker? (Servers · #os) servers.deck.md 3:1")]
    [InlineData("#sql", "Module Data bases d.deck.md 1:1")]
    [InlineData("servers", "Module Servers servers.deck.md 1:1")]
    [InlineData("dbs", "Module Data bases d.deck.md 1:1")]
    [InlineData("sources", "String Sources (Servers) servers.deck.md 11:1")]
    [InlineData("group", "Namespace Group (Servers) servers.deck.md 7:1")]
    [InlineData("zzz", "")]
    public void Titles_ids_and_tags_are_searched_by_letters_in_order(string query, string expected)
    {
        using var desk = new NameDesk(
            (
                "servers.deck.md",
                "# Servers\n\n## What is a worker?\n<!-- card: id=process tags=os -->\n\nA.\n## Group\n\n### B?\n\n## Sources\n\nX.\n"
            ),
            ("d.deck.md", "---\ndeck: Data bases\ntags: [sql]\n---\n‸\n\n## How many workers?\n\nT.\n")
        );
        var found = WorkspaceSymbolFeature.Of(
            desk.View,
            new WorkspaceSymbolParams(query),
            TestContext.Current.CancellationToken
        );
        Assert.Equal(
            expected.Replace("(d)", "(Data bases)", StringComparison.Ordinal),
            string.Join(
                '|',
                found.Select(s =>
                    $"{s.Kind} {s.Name} {(s.ContainerName is null ? "" : $"({s.ContainerName}) ")}{Place(desk, s.Location)}"
                )
            )
        );
    }

    [Fact]
    public void No_more_are_told_than_anybody_reads()
    {
        using var desk = new NameDesk(
            ("d.deck.md", "‸" + string.Concat(Enumerable.Range(0, 400).Select(i => $"## Card {i}\n\nT.\n\n")))
        );
        var found = WorkspaceSymbolFeature.Of(desk.View, new WorkspaceSymbolParams(""), CancellationToken.None);
        Assert.Equal(WorkspaceSymbolFeature.Most, found.Count);
        Assert.Equal("Card 0", found[1].Name);
        found = WorkspaceSymbolFeature.Of(desk.View, new WorkspaceSymbolParams("Card 399"), CancellationToken.None);
        Assert.Equal("Card 399", found[0].Name);
    }

    private static string Place(NameDesk desk, Location location)
    {
        var shown = desk.Show(location.Uri, location.Range);
        return shown[..shown.IndexOf(' ', shown.IndexOf(' ', StringComparison.Ordinal) + 1)];
    }
}
