using WsgiLsp.Server.Documents;

namespace WsgiLsp.Server.Tests.Documents;

public class DocumentUriTests
{
    [Theory]
    [InlineData("file:///decks/a.deck.md", "/decks/a.deck.md")]
    [InlineData("file:///decks/my%20deck.deck.md", "/decks/my deck.deck.md")]
    [InlineData("file:///decks/my deck.deck.md", "/decks/my deck.deck.md")]
    [InlineData("file:///decks/%61.deck.md", "/decks/a.deck.md")]
    [InlineData("file:///decks/gr%C3%B6%C3%9Fe%23%3F.md", "/decks/größe#?.md")]
    [InlineData("file:///decks/100%25.md", "/decks/100%.md")]
    [InlineData("file:///decks/100%2525.md", "/decks/100%25.md")]
    [InlineData("file:///decks/a+b.md", "/decks/a+b.md")]
    [InlineData("file:///decks/a%5Cb.md", "/decks/a\\b.md")]
    [InlineData("file:///decks/sub/../a.md", "/decks/a.md")]
    [InlineData("file://localhost/decks/a.md", "/decks/a.md")]
    [InlineData("file:////decks/sub/a.md", "//decks/sub/a.md")]
    [InlineData("file:///c%3A/a.md", "/c:/a.md")]
    [InlineData("file:///C:/a.md", "/C:/a.md")]
    [InlineData("file:///", "/")]
    public void A_path_begins_with_a_slash(string uri, string path) =>
        Assert.Equal(path, DocumentUri.ToPath(uri, isWindows: false));

    [Theory]
    [InlineData("file:///c%3A/decks/a.deck.md", """C:\decks\a.deck.md""")]
    [InlineData("file:///C%3a/decks/a.deck.md", """C:\decks\a.deck.md""")]
    [InlineData("file:///c:/decks/a.deck.md", """C:\decks\a.deck.md""")]
    [InlineData("file:///C:/decks/a.deck.md", """C:\decks\a.deck.md""")]
    [InlineData("file:/C:/decks/a.deck.md", """C:\decks\a.deck.md""")]
    [InlineData("file:///C|/decks/a.deck.md", """C:\decks\a.deck.md""")]
    [InlineData("file://localhost/c%3A/decks/a.deck.md", """C:\decks\a.deck.md""")]
    [InlineData("""file:///C:\decks\a.deck.md""", """C:\decks\a.deck.md""")]
    [InlineData("file:///c%3A%5Cdecks%5Ca.deck.md", """C:\decks\a.deck.md""")]
    [InlineData("""C:\decks\a.deck.md""", """C:\decks\a.deck.md""")]
    [InlineData("file:///c%3A/my%20decks/gr%C3%B6%C3%9Fe%23.md", """C:\my decks\größe#.md""")]
    [InlineData("file:///c%3A/decks/100%2525.md", """C:\decks\100%25.md""")]
    [InlineData("file:///c%3A/", """C:\""")]
    [InlineData("file:///c%3A", """C:\""")]
    [InlineData("file:///C:/", """C:\""")]
    [InlineData("file://server/share/a%20b.md", """\\server\share\a b.md""")]
    [InlineData("file:////server/share/a.md", """\\server\share\a.md""")]
    public void A_path_begins_with_a_drive_or_a_share(string uri, string path) =>
        Assert.Equal(path, DocumentUri.ToPath(uri, isWindows: true));

    [Theory]
    [InlineData("untitled:Untitled-1", "Untitled-1")]
    [InlineData("untitled:new%20deck.deck.md", "new deck.deck.md")]
    [InlineData("untitled:/home/me/new.deck.md", "home/me/new.deck.md")]
    [InlineData("""untitled:C:\decks\new.deck.md""", "decks/new.deck.md")]
    [InlineData("untitled:/c%3A/decks/new.deck.md", "decks/new.deck.md")]
    [InlineData("vscode-vfs://github/owner/a.deck.md", "owner/a.deck.md")]
    [InlineData("git:/c%3A/decks/a.deck.md?x", "decks/a.deck.md")]
    [InlineData("no uri", "no uri")]
    [InlineData("", "")]
    public void What_is_no_file_has_a_mere_name(string uri, string name)
    {
        Assert.Equal(name, DocumentUri.ToPath(uri, isWindows: true));
        Assert.Equal(name, DocumentUri.ToPath(uri, isWindows: false));
    }

    [Theory]
    [InlineData("""C:\decks\a b#?%.md""", true)]
    [InlineData("""C:\decks\100%25 größe.md""", true)]
    [InlineData("""\\server\share\a b.md""", true)]
    [InlineData("/decks/a b#?%.md", false)]
    [InlineData("/decks/100%25 größe.md", false)]
    [InlineData("""/decks/a\b.md""", false)]
    [InlineData("/c:/a.md", false)]
    public void A_path_comes_back_from_its_uri(string path, bool isWindows) =>
        Assert.Equal(path, DocumentUri.ToPath(DocumentUri.FromPath(path), isWindows));
}
