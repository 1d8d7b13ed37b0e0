using WsgiLsp.Server.Workspace;

namespace WsgiLsp.Server.Tests.Workspace;

public class DeckReaderTests
{
    /// <summary>An untitled document has a name that some file of the server's own folder may have.</summary>
    [Fact]
    public void Only_full_paths_are_read()
    {
        using var folder = new TempFolder();
        folder.With("a.deck.md", "# A\n\n## B?\n\nC.\n");
        var reader = new DeckReader(new ConfigLookup());
        Assert.NotNull(reader.Read(folder["a.deck.md"]));
        Assert.Null(reader.Read(Path.GetRelativePath(Environment.CurrentDirectory, folder["a.deck.md"])));
    }
}
