using WsgiLsp.Server.Workspace;

namespace WsgiLsp.Server.Tests.Workspace;

public class ConfigLookupTests
{
    [Fact]
    public void The_nearest_file_upwards_holds_and_is_not_merged()
    {
        using var folder = new TempFolder()
            .With("wsgilsp.json", """{ "decks": ["a"] }""")
            .With("sub/wsgilsp.json", """{ "rules": {} }""");
        var configs = new ConfigLookup();

        Assert.Equal(["a"], configs.ForFile(folder["x/y/z.md"]).Decks);
        Assert.Empty(configs.ForFile(folder["sub/deep/z.md"]).Decks);
        Assert.Equal(folder["sub/wsgilsp.json"], configs.ForFolder(folder["sub/deep"]).Path);
    }

    [Fact]
    public void A_file_is_read_once_until_it_is_forgotten()
    {
        using var folder = new TempFolder().With("wsgilsp.json", """{ "decks": ["a"] }""");
        var configs = new ConfigLookup();
        var before = configs.ForFile(folder["x.md"]);
        folder.With("wsgilsp.json", """{ "decks": ["b"] }""");

        Assert.Same(before, configs.ForFile(folder["y.md"]));
        configs.Clear();
        Assert.Equal(["b"], configs.ForFile(folder["x.md"]).Decks);
    }

    [Fact]
    public void Without_a_file_nothing_is_set()
    {
        using var folder = new TempFolder();

        Assert.Same(WsgiLspConfig.None, new ConfigLookup().ForFile(folder["x.md"]));
        Assert.False(WsgiLspConfig.None.MatchesDeck(folder["x.md"]));
    }
}
