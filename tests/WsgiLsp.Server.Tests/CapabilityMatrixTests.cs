using System.Text.Json;
using System.Text.Json.Nodes;
using WsgiLsp.Server.Tests.Support;

namespace WsgiLsp.Server.Tests;

/// <summary>
/// What real editors declare, with each capability taken away in turn: every method still answers, with something, and with
/// nothing that the client does not know.
/// </summary>
public class CapabilityMatrixTests
{
    private const string Recordings = "shared/examples/e2e/caps";

    private const string Deck = """
        ---
        tags: [x]
        ---
        # Deck

        ## Group

        ### One?
        <!-- card: id=one levle=beginner -->

        Yes. See [two](#two).

        ### Two?
        <!-- card: id=two requires=one tags=y -->

        - [x] A
        - [ ] B
        - [ ] C

        > [!HINT]
        > Look.

        """;

    [Theory]
    [InlineData("eglot")]
    [InlineData("nvim")]
    [InlineData("vscode")]
    [InlineData("none")]
    public async Task Nothing_fails_and_everything_has_its_fallback(string editor)
    {
        JsonNode full = new JsonObject();
        if (editor != "none")
        {
            Assert.SkipWhen(Repository.Find(Recordings) is null, $"There are no recordings in {Recordings}.");
            var file = Path.Combine(Repository.Find(Recordings)!, editor + ".json");
            full = JsonNode.Parse(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken))![
                "capabilities"
            ]!;
        }

        // Those that the server does not read make no difference to it.
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var cases = new List<(string Without, JsonNode Capabilities)> { ("nothing", full) };
        seen.Add(AsRead(full));
        foreach (var path in Paths(full, []))
        {
            var less = full.DeepClone();
            var parent = path[..^1].Aggregate(less, (node, name) => node[name]!).AsObject();
            parent.Remove(path[^1]);
            if (seen.Add(AsRead(less)))
            {
                cases.Add((string.Join('.', path), less));
            }
        }

        Assert.True(editor == "none" || cases.Count > 15, $"Only {cases.Count} capabilities make a difference.");
        TestContext.Current.TestOutputHelper?.WriteLine($"{editor}: {cases.Count} sets of capabilities");
        foreach (var (without, capabilities) in cases)
        {
            try
            {
                await RunAsync(capabilities);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                Assert.Fail($"{editor} without {without}: {exception}");
            }
        }
    }

    private static async Task RunAsync(JsonNode can)
    {
        await using var server = TestServer.Create();
        server.Folder.With(
            "other.deck.md",
            "# Other\n\n## Else?\n<!-- card: requires=a/one -->\n\n[x](a.deck.md#one)\n"
        );
        await server.InitializeWithAsync(
            $$"""{"processId":null,"rootUri":"{{new Uri(server.Folder.Path).AbsoluteUri}}","capabilities":{{can.ToJsonString()}}}""",
            isExact: true
        );
        var offer = server.Initialized["capabilities"]!;
        if (Has(can, "window.workDoneProgress"))
        {
            await server.Client.RespondAsync(
                await server.Client.ReceiveAsync("window/workDoneProgress/create"),
                "null"
            );
        }

        await server.OpenAsync(Deck, "a.deck.md");
        await server.OpenAsync("# Broken\n\n## \n<!-- card: id=\n\n```\n[x](", "broken.deck.md");
        await server.OpenAsync("<!-- wsgilsp:sheet=none -->\n# Quiz\n\n1. A?\n\n→ \n", "s.quiz.md");
        await server.OpenAsync("{ \"rulez\": 1 }", "wsgilsp.json");

        Only(offer["renameProvider"] is JsonObject, can, "textDocument.rename.prepareSupport");
        Only(offer["codeActionProvider"] is JsonObject, can, "textDocument.codeAction.codeActionLiteralSupport");
        Only(offer["positionEncoding"] is not null, can, "general.positionEncodings");
        Only(
            offer.ToJsonString().Contains("workDoneProgress", StringComparison.Ordinal),
            can,
            "window.workDoneProgress"
        );
        Only(offer["diagnosticProvider"] is not null, can, "textDocument.diagnostic");
        Only(offer["diagnosticProvider"] is not null, can, "workspace.diagnostics.refreshSupport");
        foreach (var operation in new[] { "didCreate", "didRename", "willRename", "didDelete" })
        {
            Only(
                offer["workspace"]?["fileOperations"]?[operation] is not null,
                can,
                "workspace.fileOperations." + operation
            );
        }

        await DeckAsync(server, can);
        await OtherDocumentsAsync(server);
        await FindingsAsync(server, can, offer);
        Only(
            server.Client.Heard.Any(message => message.Contains("\"$/progress\"", StringComparison.Ordinal)),
            can,
            "window.workDoneProgress"
        );
        foreach (var request in server.Client.Unread.Where(m => m.ContainsKey("id") && m.ContainsKey("method")))
        {
            var path = (string)request["method"]! switch
            {
                "workspace/configuration" => "workspace.configuration",
                "workspace/codeLens/refresh" => "workspace.codeLens.refreshSupport",
                "workspace/inlayHint/refresh" => "workspace.inlayHint.refreshSupport",
                "workspace/semanticTokens/refresh" => "workspace.semanticTokens.refreshSupport",
                "workspace/diagnostic/refresh" => "workspace.diagnostics.refreshSupport",
                "window/workDoneProgress/create" => "window.workDoneProgress",
                "window/showDocument" => "window.showDocument.support",
                "workspace/applyEdit" => "workspace.applyEdit",
                "client/registerCapability" => ((string)request["params"]!["registrations"]![0]!["method"]!).Replace(
                    '/',
                    '.'
                ) + ".dynamicRegistration",
                var method => "no capability for " + method,
            };
            Only(isUsed: true, can, path);
        }
    }

    private static async Task DeckAsync(TestServer server, JsonNode can)
    {
        var hover = await AskAsync(server, "hover", At(12, 5));
        var format = can["textDocument"]?["hover"]?["contentFormat"]?.AsArray().Select(kind => (string)kind!).ToList();
        Assert.Contains((string)hover["contents"]!["kind"]!, format ?? ["plaintext"]);

        var actions = (
            await AskAsync(server, "codeAction", Range(8, 0, 20) + ""","context":{"diagnostics":[]}""")
        ).AsArray();
        foreach (var action in actions)
        {
            Only(action!["command"] is not JsonValue, can, "textDocument.codeAction.codeActionLiteralSupport");
            Only(action["isPreferred"] is not null, can, "textDocument.codeAction.isPreferredSupport");
            Only(action["data"] is not null, can, "textDocument.codeAction.dataSupport");
            Only(action["disabled"] is not null, can, "textDocument.codeAction.disabledSupport");
            Edits(action["edit"], can);
        }

        Assert.Contains(actions, action => ((string)action!["title"]!).StartsWith("Quiz", StringComparison.Ordinal));
        Assert.NotEmpty((await AskAsync(server, "codeLens", "")).AsArray());

        var symbols = (await AskAsync(server, "documentSymbol", "")).AsArray();
        Only(symbols[0]!["location"] is null, can, "textDocument.documentSymbol.hierarchicalDocumentSymbolSupport");

        var folds = (await AskAsync(server, "foldingRange", "")).AsArray();
        Assert.NotEmpty(folds);
        var limit = (int?)can["textDocument"]?["foldingRange"]?["rangeLimit"] ?? int.MaxValue;
        Assert.True(folds.Count <= limit);
        foreach (var fold in folds)
        {
            Only(fold!["collapsedText"] is not null, can, "textDocument.foldingRange.foldingRange.collapsedText");
            Assert.False(Has(can, "textDocument.foldingRange.lineFoldingOnly") && fold["startCharacter"] is not null);
        }

        await CompletionAsync(server, can);
        var definition = (await AskAsync(server, "definition", At(10, 17)))[0]!;
        Only(definition["targetUri"] is not null, can, "textDocument.definition.linkSupport");
        Assert.NotEmpty(
            (await AskAsync(server, "references", At(8, 15) + ""","context":{"includeDeclaration":true}""")).AsArray()
        );
        Assert.NotEmpty((await AskAsync(server, "documentHighlight", At(8, 15))).AsArray());
        foreach (var link in (await AskAsync(server, "documentLink", "")).AsArray())
        {
            Only(link!["tooltip"] is not null, can, "textDocument.documentLink.tooltipSupport");
        }

        Assert.NotNull((await AskAsync(server, "selectionRange", ",\"positions\":[{\"line\":10,\"character\":2}]"))[0]);
        var renamed = await UntilWholeAsync(server);
        Assert.NotNull((await AskAsync(server, "prepareRename", At(8, 15)))["placeholder"]);
        Edits(renamed, can);
        Assert.Contains("uno", renamed.ToJsonString(), StringComparison.Ordinal);
        await server.Client.RequestAsync("textDocument/linkedEditingRange", Document(At(8, 15)));
        const string options = ""","options":{"tabSize":2,"insertSpaces":true}""";
        await server.Client.RequestAsync("textDocument/formatting", Document(options));
        await server.Client.RequestAsync("textDocument/rangeFormatting", Document(Range(0, 0, 3) + options));
        await server.Client.RequestAsync(
            "textDocument/onTypeFormatting",
            Document(At(16, 0) + options + ",\"ch\":\"\\n\"")
        );
        Assert.NotEmpty((await server.Client.RequestAsync("workspace/symbol", """{"query":"one"}"""))!.AsArray());
        await server.Client.RequestAsync(
            "workspace/willRenameFiles",
            $$"""{"files":[{"oldUri":"{{server.Uri("a.deck.md")}}","newUri":"{{server.Uri("b.deck.md")}}"}]}"""
        );

        // A question at once is asked where the client can be asked; else nothing is. Either way the command is taken.
        await server.Client.NotifyAsync("workspace/didChangeConfiguration", """{"settings":{}}""");

        string Document(string rest) => $$$"""{"textDocument":{"uri":"{{{server.Uri("a.deck.md")}}}"}{{{rest}}}}""";
    }

    private static async Task CompletionAsync(TestServer server, JsonNode can)
    {
        const string item = "textDocument.completion.completionItem.";
        foreach (var place in new[] { At(8, 19), At(10, 16), At(9, 0) })
        {
            // Only the first is sure to have some.
            if (await AskAsync(server, "completion", place) is not { } list)
            {
                continue;
            }

            var defaults = can["textDocument"]?["completion"]?["completionList"]?["itemDefaults"]?.AsArray();
            foreach (var (name, _) in list["itemDefaults"]?.AsObject() ?? [])
            {
                Assert.Contains(name, defaults!.Select(known => (string)known!));
            }

            foreach (var one in list["items"]!.AsArray().Take(40))
            {
                Only((int?)one!["insertTextFormat"] == 2, can, item + "snippetSupport");
                Only(one["textEdit"]?["insert"] is not null, can, item + "insertReplaceSupport");
                Only(one["labelDetails"] is not null, can, item + "labelDetailsSupport");
                Only(one["insertTextMode"] is not null, can, item + "insertTextModeSupport");
                Only(one["tags"] is not null, can, item + "tagSupport");
                Only(one["deprecated"] is not null, can, item + "deprecatedSupport");
                Only(one["preselect"] is not null, can, item + "preselectSupport");
                Only(one["commitCharacters"] is not null, can, item + "commitCharactersSupport");
            }
        }

        var first = (await AskAsync(server, "completion", At(8, 19)))["items"]![0]!;
        var resolved = (await server.Client.RequestAsync("completionItem/resolve", first.ToJsonString()))!;
        Assert.Equal((string?)first["label"], (string?)resolved["label"]);
        if (resolved["documentation"] is JsonObject { } documentation)
        {
            var formats = Find(can, item + "documentationFormat")?.AsArray().Select(kind => (string)kind!);
            Assert.Contains((string)documentation["kind"]!, formats ?? ["plaintext"]);
        }
    }

    private static async Task OtherDocumentsAsync(TestServer server)
    {
        foreach (var file in new[] { "broken.deck.md", "s.quiz.md", "wsgilsp.json" })
        {
            foreach (
                var (method, rest) in new[]
                {
                    ("hover", At(3, 2)),
                    ("codeAction", Range(2, 0, 2) + ""","context":{"diagnostics":[]}"""),
                    ("codeLens", ""),
                    ("documentSymbol", ""),
                    ("foldingRange", ""),
                    ("completion", At(3, 5)),
                    ("definition", At(3, 5)),
                    ("references", At(3, 5) + ""","context":{"includeDeclaration":true}"""),
                    ("documentHighlight", At(3, 5)),
                    ("documentLink", ""),
                    ("selectionRange", ",\"positions\":[{\"line\":2,\"character\":2}]"),
                    ("linkedEditingRange", At(3, 5)),
                    ("formatting", ""","options":{"tabSize":2,"insertSpaces":true}"""),
                    ("diagnostic", ""),
                }
            )
            {
                await server.Client.RequestAsync(
                    "textDocument/" + method,
                    $$$"""{"textDocument":{"uri":"{{{server.Uri(file)}}}"}{{{rest}}}}"""
                );
            }
        }
    }

    private static async Task FindingsAsync(TestServer server, JsonNode can, JsonNode offer)
    {
        var isAsked = offer["diagnosticProvider"] is not null;
        var report = await server.Client.RequestAsync("textDocument/diagnostic", server.Document("a.deck.md"));
        var pushed = (await server.Client.SettledAsync("textDocument/publishDiagnostics"))
            .Select(message => message["params"]!)
            .Where(p => (string?)p["uri"] == server.Uri("a.deck.md"))
            .ToList();
        Assert.Equal(isAsked, pushed.Count == 0);
        foreach (var one in pushed)
        {
            Only(one["version"] is not null, can, "textDocument.publishDiagnostics.versionSupport");
        }

        var found = isAsked ? report!["items"]!.AsArray() : pushed[^1]["diagnostics"]!.AsArray();
        Assert.NotEmpty(found);
        foreach (var diagnostic in found)
        {
            Known(diagnostic!["relatedInformation"] is not null, "relatedInformation");
            Known(diagnostic!["codeDescription"] is not null, "codeDescriptionSupport");
            Known(diagnostic!["data"] is not null, "dataSupport");
            Known(diagnostic!["tags"] is not null, "tagSupport");
        }

        Assert.NotNull(await server.Client.RequestAsync("workspace/diagnostic", """{"previousResultIds":[]}"""));

        // An older client says of those that it is told only.
        void Known(bool isUsed, string capability) =>
            Only(
                isUsed,
                can,
                isAsked && Find(can, "textDocument.diagnostic." + capability) is not null
                    ? "textDocument.diagnostic." + capability
                    : "textDocument.publishDiagnostics." + capability
            );
    }

    /// <summary>Renames a card, once all decks are read.</summary>
    private static async Task<JsonNode> UntilWholeAsync(TestServer server)
    {
        while (true)
        {
            var id = await server.Client.AskAsync(
                "textDocument/rename",
                $$$"""{"textDocument":{"uri":"{{{server.Uri("a.deck.md")}}}"},"position":{"line":8,"character":15},"newName":"uno"}"""
            );
            var answer = await server.Client.AnswerAsync(id);
            if (answer["error"] is null)
            {
                return answer["result"]!;
            }

            Assert.Equal(-32803, (int?)answer["error"]!["code"]);
        }
    }

    private static void Edits(JsonNode? edit, JsonNode can)
    {
        if (edit is not null)
        {
            Assert.Equal(
                Has(can, "workspace.workspaceEdit.documentChanges"),
                edit.AsObject().ContainsKey("documentChanges")
            );
        }
    }

    private static async Task<JsonNode> AskAsync(TestServer server, string method, string rest) =>
        (
            await server.Client.RequestAsync(
                "textDocument/" + method,
                $$$"""{"textDocument":{"uri":"{{{server.Uri("a.deck.md")}}}"}{{{rest}}}}"""
            )
        )!;

    private static string At(int line, int character) =>
        $$""","position":{"line":{{line}},"character":{{character}}}""";

    private static string Range(int line, int start, int end) =>
        $$$""","range":{"start":{"line":{{{line}}},"character":{{{start}}}},"end":{"line":{{{line}}},"character":{{{end}}}}}""";

    /// <summary>Fails where something is used that the client does not know.</summary>
    private static void Only(bool isUsed, JsonNode can, string capability) =>
        Assert.True(!isUsed || Has(can, capability), $"{capability} is not declared");

    private static bool Has(JsonNode can, string path) =>
        Find(can, path) is { } found
        && !(found is JsonValue value && value.TryGetValue<bool>(out var isTrue) && !isTrue);

    private static JsonNode? Find(JsonNode can, string path) =>
        path.Split('.').Aggregate((JsonNode?)can, (node, name) => (node as JsonObject)?[name]);

    /// <summary>The capabilities as the server reads them.</summary>
    private static string AsRead(JsonNode capabilities) =>
        JsonSerializer.Serialize(NameDesk.CapabilitiesOf(capabilities.ToJsonString()));

    /// <summary>Every property, however deep.</summary>
    private static IEnumerable<string[]> Paths(JsonNode node, string[] path) =>
        node is JsonObject all
            ? all.SelectMany(property =>
                Paths(property.Value ?? new JsonObject(), [.. path, property.Key]).Prepend([.. path, property.Key])
            )
            : [];
}
