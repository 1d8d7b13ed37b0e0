using WsgiLsp.Decks.Workspace;

namespace WsgiLsp.Decks.Tests.Workspace;

public class FolderPathTests
{
    [Theory]
    [InlineData("/w", "/w/a.md", true)]
    [InlineData("/w", "/w/sub/a.md", true)]
    [InlineData("/w", "/w", true)]
    [InlineData("/w/", "/w/a.md", true)]
    [InlineData("/w/", "/w", true)]
    [InlineData("/", "/a.md", true)]
    [InlineData("/", "/", true)]
    [InlineData("/w", "/wide/a.md", false)]
    [InlineData("/w/", "/wide/a.md", false)]
    [InlineData("/w/sub", "/w", false)]
    [InlineData("/w", "/W/a.md", false)]
    [InlineData("/w", "Untitled-1", false)]
    [InlineData("/", "Untitled-1", false)]
    [InlineData("""C:\w""", """C:\w\a.md""", true)]
    [InlineData("""C:\w\""", """C:\w\a.md""", true)]
    [InlineData("""C:\""", """C:\a.md""", true)]
    [InlineData("""C:\""", """C:\""", true)]
    [InlineData("""\\server\share""", """\\server\share\a.md""", true)]
    [InlineData("""C:\""", """D:\a.md""", false)]
    [InlineData("""C:\w""", """C:\wide\a.md""", false)]
    public void A_folder_holds_what_lies_in_it(string folder, string path, bool holds) =>
        Assert.Equal(holds, FolderPath.Holds(folder, path, folder[0] == '/' ? '/' : '\\'));
}
