using System.Diagnostics;
using System.Text.Json.Nodes;
using WsgiLsp.Server.Tests.Support;

namespace WsgiLsp.Server.Tests;

/// <summary>
/// Sessions in which every served method is called, checked message by message against the official meta model by the
/// program <c>lsp-conformance.py</c>.
/// </summary>
public class ConformanceTests
{
    private const string Checker = "shared/lsp/lsp-conformance.py";
    private const string Recordings = "shared/examples/e2e/caps";

    private const string Deck = """
        # Deck

        ## One?
        <!-- card: id=one tags=x levle=beginner -->

        Yes. See [two](#two) and [else](other.deck.md#else).

        ## Two?
        <!-- card: id=two requires=one -->

        - [x] A
        - [ ] B
        - [ ] C

        """;

    [Theory]
    [InlineData("eglot")]
    [InlineData("nvim")]
    [InlineData("vscode")]
    public async Task Every_method_that_is_served_keeps_to_the_specification(string editor)
    {
        var checker = Repository.Find(Checker);
        var recordings = Repository.Find(Recordings);
        Assert.SkipWhen(checker is null || recordings is null, $"{Checker} is not beside the repository.");
        var initialize = JsonNode.Parse(
            await File.ReadAllTextAsync(
                Path.Combine(recordings, editor + ".json"),
                TestContext.Current.CancellationToken
            )
        )!;
        initialize["processId"] = null;

        using var file = new Workspace.TempFolder();
        await using (var server = TestServer.Create())
        {
            initialize["rootUri"] = new Uri(server.Folder.Path).AbsoluteUri;
            initialize["workspaceFolders"] = null;
            await TalkAsync(server, initialize);
            var rows = server.Client.Talk.Select(message =>
                $$"""{"from":"{{(message.IsOurs ? "client" : "server")}}","msg":{{message.Json}},"raw":null}"""
            );
            file.With("talk.jsonl", string.Join('\n', rows) + "\n");

            var called = server
                .Client.Talk.Where(message => message.IsOurs)
                .Select(message => (string?)JsonNode.Parse(message.Json)!["method"])
                .ToHashSet(StringComparer.Ordinal);
            Assert.DoesNotContain(
                (await ProtocolPageTests.ServedAsync()).Append("shutdown"),
                method => !called.Contains(method)
            );
        }

        var (exitCode, report) = await CheckAsync(checker, file["talk.jsonl"]);
        TestContext.Current.TestOutputHelper?.WriteLine(report);
        Assert.True(exitCode == 0, report);
    }

    private static async Task TalkAsync(TestServer server, JsonNode initialize)
    {
        var client = server.Client;
        server.Folder.With(
            "other.deck.md",
            "# Other\n\n## Else?\n<!-- card: requires=a/one -->\n\n[x](a.deck.md#one)\n"
        );
        await server.InitializeWithAsync(initialize.ToJsonString(), isExact: true);
        await client.NotifyAsync("$/setTrace", """{"value":"verbose"}""");
        await server.OpenAsync(Deck, "a.deck.md");
        await server.OpenAsync("{ \"rulez\": 1 }", "wsgilsp.json");
        await server.ChangeAsync(
            2,
            """{"range":{"start":{"line":5,"character":0},"end":{"line":5,"character":0}},"text":"Oh, "}""",
            "a.deck.md"
        );

        var uri = server.Uri("a.deck.md");
        var id = $$"""{"line":3,"character":15}""";
        var all = """{"start":{"line":0,"character":0},"end":{"line":13,"character":0}}""";
        const string options = ""","options":{"tabSize":2,"insertSpaces":true}""";
        foreach (
            var (method, rest) in new[]
            {
                ("hover", ""","position":{"line":2,"character":4}"""),
                ("codeLens", ""),
                ("documentSymbol", ""),
                ("foldingRange", ""),
                ("definition", ""","position":{"line":5,"character":21}"""),
                ("references", $$""","position":{{id}},"context":{"includeDeclaration":true},"workDoneToken":"w" """),
                ("references", $$""","position":{{id}},"context":{"includeDeclaration":true},"partialResultToken":1"""),
                ("documentHighlight", $$""","position":{{id}}"""),
                ("documentLink", ""),
                ("linkedEditingRange", $$""","position":{{id}}"""),
                ("selectionRange", $$""","positions":[{{id}}]"""),
                ("formatting", options),
                ("rangeFormatting", $$""","range":{{all}}{{options}}"""),
                ("onTypeFormatting", ""","position":{"line":11,"character":0},"ch":"\n" """ + options),
                ("diagnostic", ""),
                ("inlayHint", $$""","range":{{all}}"""),
                ("semanticTokens/full", ""),
                ("semanticTokens/full/delta", ""","previousResultId":"1" """),
                ("semanticTokens/range", $$""","range":{{all}}"""),
                ("prepareRename", $$""","position":{{id}}"""),
                ("rename", $$""","position":{{id}},"newName":"uno" """),
            }
        )
        {
            await AskAsync(server, "textDocument/" + method, $$$"""{"textDocument":{"uri":"{{{uri}}}"}{{{rest}}}}""");
        }

        var actions = await AskAsync(
            server,
            "textDocument/codeAction",
            $$$"""{"textDocument":{"uri":"{{{uri}}}"},"range":{"start":{{{id}}},"end":{{{id}}}},"context":{"diagnostics":[]}}"""
        );
        var action = actions!.AsArray().FirstOrDefault(one => one!["data"] is not null) ?? actions![0]!;
        await AskAsync(server, "codeAction/resolve", action.ToJsonString());
        var completions = await AskAsync(
            server,
            "textDocument/completion",
            $$$"""{"textDocument":{"uri":"{{{uri}}}"},"position":{"line":3,"character":26}}"""
        );
        await AskAsync(server, "completionItem/resolve", completions!["items"]![0]!.ToJsonString());
        await AskAsync(server, "codeAction/resolve", """{"title":"Split it in two","data":{"uri":"x"} }""");
        await AskAsync(server, "workspace/symbol", """{"query":"one","partialResultToken":"p"}""");
        await AskAsync(server, "workspace/diagnostic", """{"previousResultIds":[],"partialResultToken":"d"}""");
        var files = $$"""{"files":[{"oldUri":"{{uri}}","newUri":"{{server.Uri("b.deck.md")}}"}]}""";
        await AskAsync(server, "workspace/willRenameFiles", files);
        await client.NotifyAsync("workspace/didRenameFiles", files);
        await client.NotifyAsync("workspace/didCreateFiles", $$"""{"files":[{"uri":"{{uri}}"}]}""");
        await client.NotifyAsync("workspace/didDeleteFiles", $$"""{"files":[{"uri":"{{server.Uri("c.deck.md")}}"}]}""");
        await client.NotifyAsync("workspace/didChangeWatchedFiles", $$"""{"changes":[{"uri":"{{uri}}","type":2}]}""");
        await client.NotifyAsync("workspace/didChangeConfiguration", """{"settings":{}}""");
        await client.NotifyAsync("workspace/didChangeWorkspaceFolders", """{"event":{"added":[],"removed":[]} }""");
        await client.NotifyAsync("window/workDoneProgress/cancel", """{"token":"w"}""");
        await client.NotifyAsync("$/cancelRequest", """{"id":4000}""");
        await client.NotifyAsync("textDocument/didSave", server.Document("a.deck.md"));
        await AskAsync(
            server,
            "workspace/executeCommand",
            $$$"""{"command":"wsgilsp.quiz","arguments":[{"uri":"{{{uri}}}","card":"two"}]}"""
        );
        await client.NotifyAsync("textDocument/didClose", server.Document("a.deck.md"));
        await AnswerAllAsync(server);
        await client.RequestAsync("shutdown", "null");
        await client.NotifyAsync("exit", "null");
        while (await client.ReadAsync() is not null)
        {
            // What the server still had to say.
        }
    }

    /// <summary>Asks, and answers what the server asks meanwhile as editors do.</summary>
    private static async Task<JsonNode?> AskAsync(TestServer server, string method, string parameters)
    {
        await AnswerAllAsync(server);
        var answer = await server.Client.AnswerAsync(await server.Client.AskAsync(method, parameters));
        Assert.True(answer["error"] is null, answer.ToJsonString());
        return answer["result"];
    }

    private static async Task AnswerAllAsync(TestServer server)
    {
        await server.Client.SettleAsync();
        foreach (
            var request in server.Client.Unread.Where(m => m.ContainsKey("id") && m.ContainsKey("method")).ToList()
        )
        {
            var result = (string)request["method"]! switch
            {
                "workspace/configuration" => "[null]",
                "window/showDocument" => """{"success":true}""",
                "workspace/applyEdit" => """{"applied":true}""",
                _ => "null",
            };
            await server.Client.RespondAsync(await server.Client.ReceiveAsync((string)request["method"]!), result);
        }
    }

    private static async Task<(int ExitCode, string Report)> CheckAsync(string checker, string file)
    {
        var start = new ProcessStartInfo("python3", [checker, "check", file])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var report = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        report += await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, report);
    }
}
