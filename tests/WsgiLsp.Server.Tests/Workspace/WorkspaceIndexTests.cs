using WsgiLsp.Server.Workspace;

namespace WsgiLsp.Server.Tests.Workspace;

public class WorkspaceIndexTests
{
    [Fact]
    public async Task A_reading_that_fails_keeps_nobody_waiting()
    {
        using var folder = new TempFolder();
        folder.With("a.deck.md", "# A\n\n## B?\n\nC.\n");
        var index = new WorkspaceIndex(new ConfigLookup(), () => { });
        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            index.Read([folder.Path], (_, _) => throw new InvalidOperationException())
        );
        Assert.True(index.WhenRead.IsCompleted);
    }
}
