using System.Text;
using WsgiLsp.Server.Tests.Support;

namespace WsgiLsp.Server.Tests;

/// <summary>The server as its client sees it.</summary>
public class ServerTests
{
    private const string Deck = "Study 1 new\nQuiz all (1)\nCheat sheet";

    private const string NoKey = "## Which?\n\n- [ ] a\n- [ ] b\n- [ ] c\n";

    private const string VersionedClient =
        """{"textDocument":{"publishDiagnostics":{"versionSupport":true}},"workspace":{"codeLens":{"refreshSupport":true}}}""";

    [Fact]
    public async Task It_says_what_it_can_do()
    {
        await using var server = await TestServer.StartAsync(
            """{"general":{"positionEncodings":["utf-8","utf-16"]}}"""
        );
        Assert.Equal(
            """
            {"capabilities":{"positionEncoding":"utf-16","textDocumentSync":{"openClose":true,"change":2,"save":{"includeText":false}},
            "completionProvider":{"triggerCharacters":["=",",","/","#","(","[","!",":","\u003C"],"resolveProvider":true},
            "hoverProvider":true,"definitionProvider":true,"referencesProvider":true,"documentHighlightProvider":true,
            "documentSymbolProvider":true,"codeActionProvider":{"codeActionKinds":["quickfix","refactor.rewrite","refactor.extract","source.fixAll.wsgilsp"]},"codeLensProvider":{},"documentLinkProvider":{},
            "foldingRangeProvider":true,"selectionRangeProvider":true,"workspaceSymbolProvider":true,"renameProvider":true,"linkedEditingRangeProvider":true,"documentFormattingProvider":true,"documentRangeFormattingProvider":true,
            "documentOnTypeFormattingProvider":{"firstTriggerCharacter":"\n","moreTriggerCharacter":["\r"]},"executeCommandProvider":{"commands":["wsgilsp.quiz","wsgilsp.cheatSheet","wsgilsp.capture","wsgilsp.sheet.answer","wsgilsp.sheet.restore","wsgilsp.sheet.resume","wsgilsp.attachHistory","wsgilsp.startFresh","wsgilsp.askAgain","wsgilsp.detachHistory","wsgilsp.suspend","wsgilsp.select"]}},"serverInfo":{"name":"wsgilsp","version":"1.2.3"}}
            """.ReplaceLineEndings(""),
            server.Initialized.ToJsonString()
        );
    }

    [Theory]
    [InlineData("""["utf-16"]""", "utf-16", 5)]
    [InlineData("""["utf-8"]""", "utf-8", 7)]
    public async Task It_counts_columns_as_agreed(string offered, string chosen, int end)
    {
        await using var server = await TestServer.StartAsync($$$"""{"general":{"positionEncodings":{{{offered}}}}}""");
        await server.OpenAsync("## 🎓\n\nb\n");
        var hover = await server.Client.RequestAsync("textDocument/hover", At(server, 0, 3));
        Assert.Equal(chosen, (string?)server.Initialized["capabilities"]!["positionEncoding"]);
        Assert.Equal(end, (int)hover!["range"]!["end"]!["character"]!);
    }

    [Fact]
    public async Task A_deck_is_published_when_it_is_opened_changed_and_closed()
    {
        await using var server = await TestServer.StartAsync(VersionedClient);
        await server.OpenAsync(NoKey, version: 5);
        Assert.Equal(["5: no-key@0"], await server.PublishedAsync());
        await server.ChangeAsync(6, Edit(2, 3, 2, 4, "x"));
        Assert.Equal(["6:"], await server.PublishedAsync());
        await server.ChangeAsync(7, Edit(2, 3, 2, 4, " "));
        Assert.Equal(["7: no-key@0"], await server.PublishedAsync());
        await server.Client.NotifyAsync("textDocument/didClose", server.Document());
        Assert.Equal(["-:"], await server.PublishedAsync());
    }

    [Fact]
    public async Task A_document_that_is_no_deck_stays_quiet()
    {
        await using var server = await TestServer.StartAsync(VersionedClient);
        await server.OpenAsync(NoKey, "README.md");
        await server.ChangeAsync(2, TestServer.All("# Other\n"), "README.md");
        foreach (var method in new[] { "codeLens", "documentSymbol", "foldingRange" })
        {
            Assert.Null(await server.Client.RequestAsync("textDocument/" + method, server.Document("README.md")));
        }

        await server.Client.NotifyAsync("textDocument/didClose", server.Document("README.md"));
        Assert.Empty(await server.PublishedAsync());
    }

    [Fact]
    public async Task A_deck_that_stops_being_one_is_cleared_once()
    {
        await using var server = await TestServer.StartAsync(VersionedClient);
        await server.OpenAsync("---\ndeck: x\n---\n" + NoKey, "a.md");
        Assert.Equal(["1: no-key@3"], await server.PublishedAsync());
        await server.ChangeAsync(2, Edit(1, 0, 1, 4, "disc"), "a.md");
        Assert.Equal(["-:"], await server.PublishedAsync());
        await server.ChangeAsync(3, Edit(9, 0, 9, 0, "more"), "a.md");
        Assert.Empty(await server.PublishedAsync());
        await server.ChangeAsync(4, Edit(1, 0, 1, 4, "deck"), "a.md");
        Assert.Equal(["4: no-key@3"], await server.PublishedAsync());
    }

    [Fact]
    public async Task A_burst_of_changes_is_published_once_for_the_last_version()
    {
        await using var server = await TestServer.StartAsync(VersionedClient);
        await server.OpenAsync("");
        await server.Client.SettledAsync("textDocument/publishDiagnostics");
        var text = "";
        var burst = new List<byte>();
        for (var version = 2; version <= 40; version++)
        {
            text += NoKey[version - 2 < NoKey.Length ? version - 2 : ^1];
            burst.AddRange(LspClient.Frame(server.ChangeMessage(version, TestServer.All(text))));
        }

        await server.Client.WriteAsync(burst.ToArray());
        Assert.Equal(["40: no-key@0"], await server.PublishedAsync());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Findings_after_edits_are_those_of_the_final_text(int seed)
    {
        const string Pieces =
            "\n|## |- [ ] a\n|- [x] b\n|# T\n|---\n|🎓|<!-- card: levle=x -->\n|```\n|\r\n|True.\n|> ";
        var random = new Random(seed);
        await using var server = await TestServer.StartAsync("""{"general":{"positionEncodings":["utf-8"]}}""");
        await using var fresh = await TestServer.StartAsync("""{"general":{"positionEncodings":["utf-8"]}}""");
        var text = Repository.FirstDeck;
        await server.OpenAsync(text);
        for (var version = 2; version < 60; version++)
        {
            var changes = new List<string>();
            for (var change = random.Next(1, 4); change > 0; change--)
            {
                var piece = random.GetItems(Pieces.Split('|'), 1)[0];
                var start = Border(text, random.Next(text.Length + 1));
                var end = Border(text, Math.Min(text.Length, start + random.Next(60)));
                changes.Add(Edit(text, start, end, piece));
                text = text[..start] + piece + text[end..];
            }

            await server.ChangeAsync(version, string.Join(',', changes));
        }

        await fresh.OpenAsync(text, version: 59);
        var expected = await LastFindingsAsync(fresh);
        Assert.NotEqual("[]", expected);
        Assert.Equal(expected, await LastFindingsAsync(server));
        foreach (var method in new[] { "foldingRange", "documentSymbol", "codeLens" })
        {
            Assert.Equal(await AskAsync(fresh, method), await AskAsync(server, method));
        }
    }

    [Fact]
    public async Task Rules_are_switched_by_the_nearest_configuration_which_is_read_again_on_save()
    {
        await using var server = await TestServer.StartAsync(VersionedClient);
        server.Folder.With("wsgilsp.json", """{"rules":{"no-key":"off"}}""");
        await server.OpenAsync(NoKey);
        Assert.Equal(["1:"], await server.PublishedAsync());
        server.Folder.With("wsgilsp.json", """{"rules":{"no-key":"hint"}}""");
        await server.Client.NotifyAsync("textDocument/didSave", server.Document());
        Assert.Equal(["1: no-key@0"], await server.PublishedAsync());
        server.Folder.With("wsgilsp.json", """{"rules":{"no-key":"off"}}""");
        await server.Client.NotifyAsync("workspace/didChangeWatchedFiles", """{"changes":[]}""");
        Assert.Equal(["1:"], await server.PublishedAsync());
    }

    [Theory]
    [InlineData("""{"codeLens":{"cards":true}}""")]
    [InlineData("""{"wsgilsp":{"codeLens":{"cards":true}}}""")]
    [InlineData("""{"wsgilsp.codeLens.cards":true}""")]
    public async Task Settings_come_with_initialize(string options)
    {
        await using var server = await TestServer.StartAsync(options: options);
        await server.OpenAsync("# T\n\n## A?\n\nB.\n");
        Assert.Equal(Deck + "\nTry", await server.LensesAsync());
    }

    [Fact]
    public async Task Settings_come_when_the_client_is_asked()
    {
        await using var server = await TestServer.StartAsync(
            """{"workspace":{"configuration":true,"codeLens":{"refreshSupport":true}}}"""
        );
        await server.OpenAsync("# T\n\n## A?\n\nB.\n");
        var asked = await server.Client.ReceiveAsync("workspace/configuration");
        Assert.Equal("""{"items":[{"section":"wsgilsp"}]}""", asked["params"]!.ToJsonString());
        Assert.Equal(Deck, await server.LensesAsync());
        await server.Client.RespondAsync(asked, """[{"codeLens":{"cards":true}}]""");
        await server.Client.RespondAsync(await server.Client.ReceiveAsync("workspace/codeLens/refresh"), "null");
        Assert.Equal(Deck + "\nTry", await server.LensesAsync());

        await server.Client.NotifyAsync("workspace/didChangeConfiguration", """{"settings":null}""");
        asked = await server.Client.ReceiveAsync("workspace/configuration");
        await server.Client.RespondAsync(asked, """[{"codeLens":{"cards":false}}]""");
        await server.Client.RespondAsync(await server.Client.ReceiveAsync("workspace/codeLens/refresh"), "null");
        await server.Client.RespondAsync(await server.Client.ReceiveAsync("workspace/codeLens/refresh"), "null");
        Assert.Equal(Deck, await server.LensesAsync());
    }

    [Theory]
    [InlineData("[null]")]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("null")]
    public async Task A_client_without_settings_is_no_trouble(string answer)
    {
        await using var server = await TestServer.StartAsync("""{"workspace":{"configuration":true}}""");
        await server.Client.RespondAsync(await server.Client.ReceiveAsync("workspace/configuration"), answer);
        await server.OpenAsync("# T\n\n## A?\n\nB.\n");
        Assert.Equal(Deck, await server.LensesAsync());
    }

    [Fact]
    public async Task Settings_come_with_a_notification()
    {
        await using var server = await TestServer.StartAsync();
        await server.OpenAsync("# T\n\n## A?\n\nB.\n");
        await server.Client.NotifyAsync(
            "workspace/didChangeConfiguration",
            """{"settings":{"wsgilsp":{"codeLens":{"cards":true}}}}"""
        );
        Assert.Equal(Deck + "\nTry", await server.LensesAsync());
        Assert.DoesNotContain(server.Client.Unread, message => message.ContainsKey("id"));
    }

    [Fact]
    public async Task A_settings_file_holds_where_the_editor_says_nothing()
    {
        await using var server = TestServer.Create();
        await File.WriteAllTextAsync(
            Path.Combine(server.DataFolder, "settings.json"),
            """{"codeLens":{"cards":true}}""",
            TestContext.Current.CancellationToken
        );
        await server.InitializeAsync();
        await server.OpenAsync("# T\n\n## A?\n\nB.\n");
        Assert.Equal(Deck + "\nTry", await server.LensesAsync());
    }

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    public async Task A_broken_settings_file_is_told(string options)
    {
        await using var server = TestServer.Create();
        var path = Path.Combine(server.DataFolder, "settings.json");
        await File.WriteAllTextAsync(path, "{", TestContext.Current.CancellationToken);
        await server.InitializeAsync(options: options);
        var told = await server.Client.SettledAsync("window/logMessage");
        Assert.Contains(told, m => ((string)m["params"]!["message"]!).Contains(path, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Mistakes_in_the_settings_file_are_shown_once()
    {
        await using var server = TestServer.Create();
        var path = Path.Combine(server.DataFolder, "settings.json");
        await File.WriteAllTextAsync(
            path,
            """{"study.peaks":1,"study.limit":0}""",
            TestContext.Current.CancellationToken
        );
        await server.InitializeAsync();

        var shown = Assert.Single(await server.Client.SettledAsync("window/showMessage"))["params"]!;

        Assert.Equal(2, (int)shown["type"]!);
        Assert.Equal(
            "settings.json:1:2: unknown key 'study.peaks'; did you mean 'study.peeks'? "
                + $"settings.json:1:32: 'study.limit' wants a whole number from 1 on; the default holds — {path}",
            (string)shown["message"]!
        );
    }

    [Theory]
    [InlineData("""{"command":"no.such"}""")]
    [InlineData("""{"command":"wsgilsp.quiz"}""")]
    [InlineData("""{"command":"wsgilsp.quiz","arguments":[]}""")]
    [InlineData("""{"command":"wsgilsp.quiz","arguments":[7]}""")]
    [InlineData("""{"command":"wsgilsp.quiz","arguments":[null]}""")]
    [InlineData("""{"command":"wsgilsp.quiz","arguments":[{"card":"x"}]}""")]
    [InlineData("""{"command":"wsgilsp.quiz","arguments":[{"uri":null}]}""")]
    [InlineData("""{"command":"wsgilsp.quiz","arguments":[{"uri":"x","path":"y"}]}""")]
    public async Task A_command_that_is_none_is_refused(string parameters)
    {
        await using var server = await TestServer.StartAsync();
        Assert.Equal(-32602, await server.Client.FailAsync("workspace/executeCommand", parameters));
    }

    [Fact]
    public async Task A_quiz_of_a_document_that_is_no_open_deck_is_refused()
    {
        await using var server = await TestServer.StartAsync();
        await server.OpenAsync("# Prose\n", "README.md");
        foreach (var uri in new[] { server.Uri("README.md"), server.Uri("closed.deck.md") })
        {
            var parameters = $$"""{"command":"wsgilsp.quiz","arguments":[{"uri":"{{uri}}"}]}""";
            Assert.Equal(-32803, await server.Client.FailAsync("workspace/executeCommand", parameters));
        }
    }

    private static string At(TestServer server, int line, int character) =>
        $$$"""{"textDocument":{"uri":"{{{server.Uri()}}}"},"position":{"line":{{{line}}},"character":{{{character}}}}}""";

    private static string Edit(int line, int from, int endLine, int to, string text) =>
        $$$"""{"range":{"start":{"line":{{{line}}},"character":{{{from}}}},"end":{"line":{{{endLine}}},"character":{{{to}}}}},"text":{{{LspClient.Quote(text)}}}}""";

    /// <summary>An edit with columns in bytes.</summary>
    private static string Edit(string text, int start, int end, string replacement)
    {
        var (from, to) = (Place(text, start), Place(text, end));
        return Edit(from.Line, from.Column, to.Line, to.Column, replacement);
    }

    private static (int Line, int Column) Place(string text, int offset)
    {
        var before = text[..offset];
        var lineStart = before.LastIndexOf('\n') + 1;
        return (before.Count(c => c == '\n'), Encoding.UTF8.GetByteCount(before.AsSpan(lineStart)));
    }

    /// <summary>The nearest offset that is in no character and no line end.</summary>
    private static int Border(string text, int offset) =>
        offset > 0
        && offset < text.Length
        && (char.IsLowSurrogate(text[offset]) || (text[offset] == '\n' && text[offset - 1] == '\r'))
            ? offset - 1
            : offset;

    private static async Task<string> LastFindingsAsync(TestServer server)
    {
        var published = await server.Client.SettledAsync("textDocument/publishDiagnostics");
        return published[^1]["params"]!["diagnostics"]!.ToJsonString();
    }

    private static async Task<string> AskAsync(TestServer server, string method)
    {
        var answer = await server.Client.RequestAsync("textDocument/" + method, server.Document());
        return answer!.ToJsonString().Replace(server.Uri(), "", StringComparison.Ordinal);
    }
}
