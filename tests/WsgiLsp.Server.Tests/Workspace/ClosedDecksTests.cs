using System.Text.Json.Nodes;
using WsgiLsp.Server.Tests.Support;

namespace WsgiLsp.Server.Tests.Workspace;

/// <summary>What a client that does not ask is told of decks that are not open.</summary>
public class ClosedDecksTests
{
    private const string Wrong = "### A?\n<!-- card: levle=beginner -->\n\nB.\n";
    private const string Right = "### A?\n\nB.\n";

    [Fact]
    public async Task It_is_told_once_and_again_when_the_file_changed()
    {
        await using var server = TestServer.Create();
        server.Folder.With("a.deck.md", Wrong).With("b.deck.md", "### B?\n\nC.\n");
        await StartAsync(server, "");
        Assert.Equal("a.deck.md unknown-metadata", await NextAsync(server));

        server.Folder.With("a.deck.md", Right);
        await ChangedAsync(server, "a.deck.md");
        Assert.Equal("a.deck.md", await NextAsync(server));
        server.Folder.With("a.deck.md", Wrong);
        await ChangedAsync(server, "a.deck.md");
        Assert.Equal("a.deck.md unknown-metadata", await NextAsync(server));
        File.Delete(server.Folder["a.deck.md"]);
        await ChangedAsync(server, "a.deck.md", 3);
        Assert.Equal("a.deck.md", await NextAsync(server));
    }

    [Fact]
    public async Task It_is_told_when_another_deck_is_saved_that_it_needs()
    {
        await using var server = TestServer.Create();
        server
            .Folder.With("a.deck.md", "### One?\n<!-- card: requires=b/two -->\n\nYes.\n")
            .With("b.deck.md", "### Two?\n<!-- card: id=two -->\n\nNo.\n");
        await StartAsync(server, "");
        const string renamed = "### Two?\n<!-- card: id=tow -->\n\nNo.\n";
        await server.OpenAsync(renamed, "b.deck.md");
        server.Folder.With("b.deck.md", renamed);
        await server.Client.NotifyAsync("textDocument/didSave", server.Document("b.deck.md"));
        await UntilAsync(server, "a.deck.md missing-requirement");
    }

    [Fact]
    public async Task Closing_a_deck_leaves_what_is_on_disk()
    {
        await using var server = TestServer.Create();
        server.Folder.With("a.deck.md", Right);
        await StartAsync(server, "");
        await server.OpenAsync(Wrong, "a.deck.md");
        Assert.Equal("a.deck.md unknown-metadata", await NextAsync(server));
        await server.Client.NotifyAsync("textDocument/didClose", server.Document("a.deck.md"));
        Assert.Equal("a.deck.md", await NextAsync(server));

        await server.OpenAsync(Right, "a.deck.md");
        Assert.Equal("a.deck.md", await NextAsync(server));
        server.Folder.With("a.deck.md", Wrong);
        await server.Client.NotifyAsync("textDocument/didClose", server.Document("a.deck.md"));
        Assert.Equal("a.deck.md unknown-metadata", await NextAsync(server));
    }

    [Fact]
    public async Task A_folder_that_goes_takes_along_what_was_found_in_it()
    {
        await using var server = TestServer.Create();
        server
            .Folder.With("one/a.deck.md", Wrong)
            .With("two/b.deck.md", "### B?\n<!-- card: id=b levle=expert -->\n\nC.\n");
        await StartAsync(server, "one", "two");
        await UntilAsync(server, "one/a.deck.md unknown-metadata", "two/b.deck.md unknown-metadata");
        await SymbolsAsync(server, "A?", "B?");

        await FoldersAsync(server, removed: "two");
        Assert.Equal("two/b.deck.md", await NextAsync(server));
        await SymbolsAsync(server, "A?");
        await FoldersAsync(server, removed: "one");
        Assert.Equal("one/a.deck.md", await NextAsync(server));
    }

    [Fact]
    public async Task A_deck_in_two_folders_is_one_deck()
    {
        await using var server = TestServer.Create();
        server.Folder.With("one/in/a.deck.md", Wrong);
        await StartAsync(server, "one", "one/in");
        Assert.Equal("one/in/a.deck.md unknown-metadata", await NextAsync(server));
        await SymbolsAsync(server, "A?");

        // It is still in the other one.
        await FoldersAsync(server, removed: "one/in");
        await SymbolsAsync(server, "A?");
        await server.OpenAsync(Wrong, "one/in/a.deck.md");
        Assert.Equal("one/in/a.deck.md unknown-metadata", await NextAsync(server));
        await FoldersAsync(server, removed: "one");
        await SymbolsAsync(server, "A?");
        await server.Client.NotifyAsync("textDocument/didClose", server.Document("one/in/a.deck.md"));
        Assert.Equal("one/in/a.deck.md", await NextAsync(server));
        await SymbolsAsync(server);
    }

    [Fact]
    public async Task What_other_decks_say_after_all_were_read_again_counts()
    {
        await using var server = TestServer.Create();
        server.Folder.With("b.deck.md", "### Two?\n<!-- card: id=two -->\n\nNo.\n");
        await StartAsync(server, "");
        await server.OpenAsync("### One?\n<!-- card: requires=b/two -->\n\nYes.\n", "a.deck.md");
        Assert.Equal("a.deck.md", await NextAsync(server));

        // As many decks as before, so that nothing but what they say tells the difference.
        server.Folder.With("b.deck.md", "### Two?\n<!-- card: id=tow -->\n\nNo.\n").With("wsgilsp.json", "{}");
        await server.Client.NotifyAsync(
            "workspace/didChangeWatchedFiles",
            $$"""{"changes":[{"uri":"{{server.Uri("wsgilsp.json")}}","type":1}]}"""
        );
        await UntilAsync(server, "a.deck.md missing-requirement");
    }

    private static async Task StartAsync(TestServer server, params string[] folders)
    {
        var named = folders.Select(folder => $$"""{"uri":"{{UriOf(server, folder)}}","name":"f"}""");
        await server.InitializeWithAsync(
            $$$"""{"processId":null,"rootUri":null,"workspaceFolders":[{{{string.Join(',', named)}}}],"capabilities":{"workspace":{"workspaceFolders":true} } }"""
        );
    }

    private static string UriOf(TestServer server, string folder) =>
        folder.Length == 0 ? new Uri(server.Folder.Path).AbsoluteUri : server.Uri(folder);

    private static Task FoldersAsync(TestServer server, string removed) =>
        server.Client.NotifyAsync(
            "workspace/didChangeWorkspaceFolders",
            $$"""{"event":{"added":[],"removed":[{"uri":"{{UriOf(server, removed)}}","name":"f"}]} }"""
        );

    private static Task ChangedAsync(TestServer server, string file, int type = 2) =>
        server.Client.NotifyAsync(
            "workspace/didChangeWatchedFiles",
            $$"""{"changes":[{"uri":"{{server.Uri(file)}}","type":{{type}}}]}"""
        );

    private static async Task<string> NextAsync(TestServer server) =>
        Text(server, await server.Client.ReceiveAsync("textDocument/publishDiagnostics"));

    private static async Task UntilAsync(TestServer server, params string[] expected)
    {
        var missing = expected.ToHashSet(StringComparer.Ordinal);
        while (missing.Count > 0)
        {
            missing.Remove(await NextAsync(server));
        }
    }

    /// <summary>Waits until the workspace's cards have these titles.</summary>
    private static async Task SymbolsAsync(TestServer server, params string[] titles)
    {
        IEnumerable<string> found;
        do
        {
            var symbols = await server.Client.RequestAsync("workspace/symbol", """{"query":"?"}""");
            found = symbols!.AsArray().Select(symbol => (string)symbol!["name"]!).Order(StringComparer.Ordinal);
        } while (!found.SequenceEqual(titles));
    }

    private static string Text(TestServer server, JsonObject message)
    {
        if ((string?)message["method"] != "textDocument/publishDiagnostics")
        {
            return "";
        }

        var file = Path.GetRelativePath(server.Folder.Path, new Uri((string)message["params"]!["uri"]!).LocalPath);
        var codes = message["params"]!["diagnostics"]!.AsArray().Select(d => (string?)d!["code"]);
        return string.Join(' ', codes.Prepend(file));
    }
}
