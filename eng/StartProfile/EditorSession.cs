using System.Text.Json.Nodes;

namespace StartProfile;

/// <summary>An editor in which decks are opened, read, written and studied.</summary>
internal static class EditorSession
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>What is asked about a deck as a whole.</summary>
    private static readonly string[] OfDeck =
    [
        "textDocument/documentSymbol",
        "textDocument/foldingRange",
        "textDocument/documentLink",
        "textDocument/semanticTokens/full",
        "textDocument/codeLens",
    ];

    /// <summary>What is asked about a place in it.</summary>
    private static readonly string[] OfPlace =
    [
        "textDocument/hover",
        "textDocument/completion",
        "textDocument/definition",
        "textDocument/references",
        "textDocument/documentHighlight",
        "textDocument/prepareRename",
        "textDocument/linkedEditingRange",
    ];

    /// <param name="client">The editor, connected to a server that knows nothing yet.</param>
    /// <param name="folder">Its workspace.</param>
    /// <param name="asks">Whether it asks for findings and has panels, as VS Code does; else it is told, and has sheets.</param>
    public static async Task PlayAsync(Client client, string folder, bool asks)
    {
        await client.AskAsync("initialize", Initialize(folder, asks));
        await client.TellAsync("initialized", Json("{}"));
        foreach (var path in Directory.GetFiles(folder, "*.deck.md"))
        {
            await ReadAsync(client, new Uri(path).AbsoluteUri, await File.ReadAllTextAsync(path), asks);
        }

        await ReadAsync(client, new Uri(Path.Combine(folder, "large.deck.md")).AbsoluteUri, LargeDeck.Text, asks);
        await client.AskAsync("workspace/symbol", Json("""{"query":"what"}"""));
        var quizzed = new Uri(Path.Combine(folder, "mixed.deck.md")).AbsoluteUri;
        await client.AskAsync(
            "workspace/executeCommand",
            Json($$"""{"command":"wsgilsp.quiz","arguments":[{"uri":"{{quizzed}}"}]}""")
        );
        await (asks ? AnswerPanelAsync(client) : AnswerSheetAsync(client));

        // What a pause has the server do.
        await Task.Delay(Pause);
        await client.AskAsync("shutdown", null);
        await client.TellAsync("exit", null);
    }

    private static async Task ReadAsync(Client client, string uri, string text, bool asks)
    {
        await client.TellAsync("textDocument/didOpen", Opened(uri, text));
        var document = $$"""{"uri":"{{uri}}"}""";
        var ofDeck = $$"""{"textDocument":{{document}}}""";
        await FindingsAsync();

        var lines = text.Split('\n');
        foreach (var method in OfDeck)
        {
            await client.AskAsync(method, Json(ofDeck));
        }

        foreach (
            var line in lines.Index().Where(line => line.Item.StartsWith('#') || line.Item.StartsWith("<!--")).Take(12)
        )
        {
            var at = $$"""{"line":{{line.Index}},"character":{{line.Item.Length / 2}}}""";
            var range = $$"""{"start":{{at}},"end":{{at}}}""";
            foreach (var method in OfPlace)
            {
                await client.AskAsync(
                    method,
                    Json(
                        $$$"""{"textDocument":{{{document}}},"position":{{{at}}},"context":{"includeDeclaration":true,"triggerKind":1}}"""
                    )
                );
            }

            await client.AskAsync(
                "textDocument/codeAction",
                Json($$$"""{"textDocument":{{{document}}},"range":{{{range}}},"context":{"diagnostics":[]}}""")
            );
            await client.AskAsync(
                "textDocument/inlayHint",
                Json($$"""{"textDocument":{{document}},"range":{{range}}}""")
            );
            await client.AskAsync(
                "textDocument/selectionRange",
                Json($$"""{"textDocument":{{document}},"positions":[{{at}}]}""")
            );
        }

        var version = 1;
        await TypeAsync(lines.Length - 1, "\n## What is new?\n");
        await TypeAsync(lines.Length + 1, "\nTh");
        await TypeAsync(lines.Length + 2, "at.\n\n- [ ] No");

        // What opens or closes a fence, makes or unmakes a heading, a link or a list, at places of all kinds: each is taken back.
        var step = Math.Max(1, lines.Length / 12);
        for (var line = 1; line < lines.Length; line += step)
        {
            foreach (var typed in (List<string>)["e", "\n", "#", "```\n", "- [ ] ", "[to](#what-is-3) ", "<!-- "])
            {
                await TypeAsync(line, typed);
                await TakeBackAsync(line, typed);
            }
        }

        // Names that come and go.
        foreach (var (line, _) in lines.Index().Where(line => line.Item.StartsWith("## ")).Take(12))
        {
            await ChangeAsync((line, 3), (line, 3), "x");
            await ChangeAsync((line, 3), (line, 4), "");
        }

        await client.AskAsync(
            "textDocument/formatting",
            Json($$$"""{"textDocument":{{{document}}},"options":{"tabSize":2,"insertSpaces":true}}""")
        );
        await client.TellAsync("textDocument/didSave", Json(ofDeck));

        Task TypeAsync(int line, string typed) => ChangeAsync((line, 0), (line, 0), typed);

        Task TakeBackAsync(int line, string typed)
        {
            var rows = typed.Split('\n');
            return ChangeAsync((line, 0), (line + rows.Length - 1, rows[^1].Length), "");
        }

        async Task ChangeAsync((int Line, int Character) start, (int Line, int Character) end, string text)
        {
            await client.TellAsync(
                "textDocument/didChange",
                new JsonObject
                {
                    ["textDocument"] = new JsonObject { ["uri"] = uri, ["version"] = ++version },
                    ["contentChanges"] = new JsonArray(
                        new JsonObject
                        {
                            ["range"] = new JsonObject { ["start"] = Place(start), ["end"] = Place(end) },
                            ["text"] = text,
                        }
                    ),
                }
            );
            await FindingsAsync();
        }

        async Task FindingsAsync()
        {
            if (asks)
            {
                await client.AskAsync("textDocument/diagnostic", Json(ofDeck));
            }
            else
            {
                await client.ReceiveAsync("textDocument/publishDiagnostics");
            }
        }
    }

    private static async Task AnswerPanelAsync(Client client)
    {
        var screen = (await client.ReceiveAsync("wsgilsp/panel"))?["screen"];
        foreach (var line in Scenes.Answers)
        {
            screen = await client.AskAsync(
                "wsgilsp/panel/answer",
                Json($$"""{"session":"{{screen!["session"]}}","taken":{{screen["taken"]}},"lines":["{{line}}"]}""")
            );
        }
    }

    private static async Task AnswerSheetAsync(Client client)
    {
        var shown = await client.ReceiveAsync("window/showDocument");
        var uri = (string)shown!["uri"]!;
        var text = await File.ReadAllTextAsync(new Uri(uri).LocalPath);
        await client.TellAsync("textDocument/didOpen", Opened(uri, text));
        var version = 1;
        foreach (var line in Scenes.Answers.Take(6))
        {
            text += line + "\n";
            await ChangeAsync();
            var edit = (await client.ReceiveAsync("workspace/applyEdit"))?["edit"];
            var reply = edit?["documentChanges"]?[0]!["edits"] ?? edit?["changes"]?[uri];
            text += string.Concat(reply?.AsArray().Select(change => (string?)change!["newText"]) ?? []);
            await ChangeAsync();
        }

        Task ChangeAsync() =>
            client.TellAsync(
                "textDocument/didChange",
                new JsonObject
                {
                    ["textDocument"] = new JsonObject { ["uri"] = uri, ["version"] = ++version },
                    ["contentChanges"] = new JsonArray(new JsonObject { ["text"] = text }),
                }
            );
    }

    private static JsonNode Initialize(string folder, bool asks)
    {
        var root = new Uri(folder).AbsoluteUri;
        var findings = asks
            ? "\"diagnostic\":{}"
            : "\"publishDiagnostics\":{\"relatedInformation\":true,\"versionSupport\":true,\"codeDescriptionSupport\":true,\"tagSupport\":{\"valueSet\":[1,2]}}";
        return Json(
            $$$"""
            {
              "processId": {{{Environment.ProcessId}}},
              "rootUri": "{{{root}}}",
              "workspaceFolders": [{ "uri": "{{{root}}}", "name": "decks" }],
              "initializationOptions": { "panel": {{{(asks ? "true" : "false")}}} },
              "capabilities": {
                "general": { "positionEncodings": ["utf-16"] },
                "window": { "workDoneProgress": true, "showDocument": { "support": true } },
                "workspace": {
                  "applyEdit": true,
                  "configuration": true,
                  "workspaceFolders": true,
                  "didChangeConfiguration": { "dynamicRegistration": true },
                  "didChangeWatchedFiles": { "dynamicRegistration": true },
                  "diagnostics": { "refreshSupport": true },
                  "workspaceEdit": { "documentChanges": true }
                },
                "textDocument": {
                  {{{findings}}},
                  "synchronization": { "didSave": true },
                  "hover": { "contentFormat": ["markdown"] },
                  "completion": { "completionItem": { "snippetSupport": true } },
                  "codeAction": { "codeActionLiteralSupport": { "codeActionKind": { "valueSet": ["quickfix", "refactor"] } } },
                  "documentSymbol": { "hierarchicalDocumentSymbolSupport": true },
                  "foldingRange": { "lineFoldingOnly": true },
                  "inlayHint": {},
                  "semanticTokens": {
                    "requests": { "full": { "delta": true }, "range": true },
                    "formats": ["relative"],
                    "tokenTypes": ["property", "keyword", "number", "variable", "enumMember", "function", "operator", "string", "comment", "decorator", "parameter"],
                    "tokenModifiers": ["declaration"]
                  },
                  "rename": { "prepareSupport": true }
                }
              }
            }
            """
        );
    }

    private static JsonObject Place((int Line, int Character) at) =>
        new() { ["line"] = at.Line, ["character"] = at.Character };

    private static JsonNode Opened(string uri, string text) =>
        new JsonObject
        {
            ["textDocument"] = new JsonObject
            {
                ["uri"] = uri,
                ["languageId"] = "markdown",
                ["version"] = 1,
                ["text"] = text,
            },
        };

    private static JsonNode Json(string text) => JsonNode.Parse(text)!;
}
