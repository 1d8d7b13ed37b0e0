using WsgiLsp.Server.Documents;

namespace WsgiLsp.Server.Tests.Documents;

public class DocumentUriTests
{
    [Theory]
    [InlineData("file:///decks/a.deck.md", "/decks/a.deck.md")]
    [InlineData("file:///decks/my%20deck.deck.md", "/decks/my deck.deck.md")]
    [InlineData("file:///decks/gr%C3%B6%C3%9Fe%23%3F.md", "/decks/größe#?.md")]
    [InlineData("file:///decks/100%25.md", "/decks/100%.md")]
    [InlineData("untitled:Untitled-1", "Untitled-1")]
    [InlineData("untitled:new%20deck.deck.md", "new deck.deck.md")]
    [InlineData("vscode-vfs://github/owner/a.deck.md", "owner/a.deck.md")]
    [InlineData("no uri", "no uri")]
    [InlineData("", "")]
    public void A_path_is_read_from_a_uri(string uri, string path)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Paths look otherwise there.");
        Assert.Equal(path, DocumentUri.ToPath(uri));
    }
}
