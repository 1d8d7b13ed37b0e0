using System.Text.Json.Nodes;
using WsgiLsp.Server.Tests.Support;

namespace WsgiLsp.Server.Tests.Sheets;

/// <summary>An editor with a sheet open: text, a caret, and a person who types on the last line.</summary>
/// <param name="server">The server.</param>
/// <param name="endsLines">Whether the text always ends with a line end that is no line, as Vim's does.</param>
/// <param name="asks">Whether it asks what follows a line end, as Eglot does.</param>
internal sealed class SheetEditor(TestServer server, bool endsLines, bool asks = false)
{
    private const string Applied = """{"applied":true}""";

    private List<string> lines = [];
    private int version = 1;

    /// <summary>The sheet's file.</summary>
    public string Path { get; private set; } = "";

    public string Uri => new Uri(Path).AbsoluteUri;

    /// <summary>What the person sees.</summary>
    public IReadOnlyList<string> Lines => lines;

    public int CaretLine { get; set; }

    /// <summary>Whether it lets go of what follows a line end, as an editor does where the text changed meanwhile.</summary>
    public bool Forgets { get; set; }

    /// <summary>What the person sees below the last heading.</summary>
    public string Open =>
        string.Join('\n', lines.Skip(lines.FindLastIndex(line => line.StartsWith("## ", StringComparison.Ordinal))));

    private string Text => string.Join('\n', lines) + (endsLines ? "\n" : "");

    /// <summary>Starts a quiz and opens its sheet, the caret on the last line.</summary>
    public async Task BeginAsync(string request = "")
    {
        await server.Client.RequestAsync(
            "workspace/executeCommand",
            $$"""{"command":"wsgilsp.quiz","arguments":[{"uri":"{{server.Uri()}}","sheet":true{{request}}}]}"""
        );
        var message = (string)(await server.Client.ReceiveAsync("window/showMessage"))["params"]!["message"]!;
        Assert.StartsWith("Quiz sheet: ", message, StringComparison.Ordinal);
        await OpenAsync(message["Quiz sheet: ".Length..]);
    }

    /// <summary>Goes on with the quiz of a sheet, and opens that.</summary>
    public async Task ResumeAsync(string path)
    {
        var id = path.Split('-')[^1].Split('.')[0];
        await server.Client.RequestAsync(
            "workspace/executeCommand",
            $$"""{"command":"wsgilsp.sheet.resume","arguments":[{"uri":"{{server.Uri()}}","sheet":"{{id}}"}]}"""
        );
        await server.Client.ReceiveAsync("window/showMessage");
        await OpenAsync(path);
    }

    /// <summary>Starts a quiz, whose sheet the server has shown.</summary>
    public async Task BeginShownAsync()
    {
        await server.Client.RequestAsync(
            "workspace/executeCommand",
            $$"""{"command":"wsgilsp.quiz","arguments":[{"uri":"{{server.Uri()}}","sheet":true}]}"""
        );
        var shown = await server.Client.ReceiveAsync("window/showDocument");
        await OpenAsync(new Uri((string)shown["params"]!["uri"]!).LocalPath);
        Assert.Equal(CaretLine, (int)shown["params"]!["selection"]!["start"]!["line"]!);
        await server.Client.RespondAsync(shown, """{"success":true}""");
    }

    /// <summary>Opens a sheet's file, the caret on the last line.</summary>
    public async Task OpenAsync(string path)
    {
        Path = path;
        var text = await File.ReadAllTextAsync(path);
        lines = [.. text.Split('\n')];
        if (endsLines)
        {
            Assert.Equal("", lines[^1]);
            lines.RemoveAt(lines.Count - 1);
        }

        CaretLine = lines.Count - 1;
        await server.Client.NotifyAsync(
            "textDocument/didOpen",
            $$$"""{"textDocument":{"uri":"{{{Uri}}}","languageId":"markdown","version":{{{version}}},"text":{{{LspClient.Quote(Text)}}}}}"""
        );
    }

    /// <summary>Types; what comes of it is not waited for.</summary>
    public async Task TypeAsync(string keys)
    {
        foreach (var key in keys)
        {
            if (key == '\n')
            {
                lines.Insert(++CaretLine, "");
            }
            else
            {
                lines[CaretLine] += key;
            }

            await ChangedAsync();
            if (key == '\n' && asks)
            {
                await AskAsync();
            }
        }
    }

    /// <summary>Types, and waits until the server has written.</summary>
    public async Task AnswerAsync(string keys)
    {
        await TypeAsync(keys);
        if (!asks)
        {
            await WrittenAsync();
        }
    }

    /// <summary>Waits until the server writes, and takes it.</summary>
    public async Task WrittenAsync()
    {
        var request = await server.Client.ReceiveAsync("workspace/applyEdit");
        Apply(request["params"]!["edit"]!["changes"]![Uri]!.AsArray());
        await server.Client.RespondAsync(request, Applied);
        await ChangedAsync();
    }

    /// <summary>
    /// Takes what the server wants to write into a text that it does not know: an editor tells of keys a while later, and all
    /// at once.
    /// </summary>
    public async Task WrittenLateAsync(Action<List<string>> keys)
    {
        var request = await server.Client.ReceiveAsync("workspace/applyEdit");
        keys(lines);
        Apply(request["params"]!["edit"]!["changes"]![Uri]!.AsArray());
        await server.Client.RespondAsync(request, Applied);
        CaretLine = lines.Count - 1;
        await ChangedAsync();
    }

    /// <summary>The server wants to write, and the editor does not let it.</summary>
    public async Task RefuseAsync() =>
        await server.Client.RespondAsync(
            await server.Client.ReceiveAsync("workspace/applyEdit"),
            """{"applied":false}"""
        );

    /// <summary>Puts a text in the place of all, as an undo may.</summary>
    public async Task ReplaceAsync(IEnumerable<string> text)
    {
        lines = [.. text];
        CaretLine = lines.Count - 1;
        await ChangedAsync();
    }

    /// <summary>The titles of the actions.</summary>
    public async Task<string> ActionsAsync() =>
        string.Join(" | ", (await ActionNodesAsync()).Select(one => (string)one!["title"]!));

    /// <summary>The titles of the actions, one by one.</summary>
    public async Task<List<string>> TitlesAsync() =>
        [.. (await ActionNodesAsync()).Select(one => (string)one!["title"]!)];

    /// <summary>Takes what the server wants to write, until it wants nothing more.</summary>
    public async Task SettleAsync()
    {
        // Actions are told once all earlier work on the sheet is done; what the server wants then is on its way.
        await ActionNodesAsync();
        while (server.Client.Unread.FirstOrDefault(IsRequest) is { } request)
        {
            if ((string?)request["method"] == "workspace/applyEdit")
            {
                await WrittenAsync();
            }
            else
            {
                await server.Client.ReceiveAsync((string)request["method"]!);
                await server.Client.RespondAsync(request, "null");
            }

            await ActionNodesAsync();
        }
    }

    /// <summary>Sends every request that an editor may send of a document.</summary>
    public async Task AskEverythingAsync()
    {
        var document = $$"""{"uri":"{{Uri}}"}""";
        var place = $$"""{"line":{{CaretLine}},"character":0}""";
        foreach (var method in new[] { "codeLens", "documentSymbol", "foldingRange" })
        {
            await server.Client.RequestAsync($"textDocument/{method}", $$"""{"textDocument":{{document}}}""");
        }

        foreach (var method in new[] { "hover", "completion" })
        {
            await server.Client.RequestAsync(
                $"textDocument/{method}",
                $$"""{"textDocument":{{document}},"position":{{place}}}"""
            );
        }
    }

    /// <summary>Takes an action by its title.</summary>
    public async Task PressAsync(string title)
    {
        var action = (await ActionNodesAsync()).Single(one => (string)one!["title"]! == title)!;
        var command = action["command"]!;
        await server.Client.RequestAsync(
            "workspace/executeCommand",
            $$"""{"command":{{command["command"]!.ToJsonString()}},"arguments":{{command["arguments"]!.ToJsonString()}}}"""
        );
    }

    public Task CloseAsync() =>
        server.Client.NotifyAsync("textDocument/didClose", $$$"""{"textDocument":{"uri":"{{{Uri}}}"}}""");

    /// <summary>What is published of the sheet next.</summary>
    public async Task<string> FindingsAsync()
    {
        while (true)
        {
            var message = await server.Client.ReceiveAsync("textDocument/publishDiagnostics");
            if ((string)message["params"]!["uri"]! == Uri)
            {
                return string.Join(
                    '\n',
                    message["params"]!["diagnostics"]!
                        .AsArray()
                        .Select(one => $"{(int)one!["range"]!["start"]!["line"]!}: {(string)one["message"]!}")
                );
            }
        }
    }

    private static bool IsRequest(JsonObject message) => message.ContainsKey("method") && message.ContainsKey("id");

    private async Task<JsonArray> ActionNodesAsync() =>
        (
            await server.Client.RequestAsync(
                "textDocument/codeAction",
                $$$$"""{"textDocument":{"uri":"{{{{Uri}}}}"},"range":{"start":{"line":0,"character":0},"end":{"line":0,"character":0}},"context":{"diagnostics":[]}}"""
            )
        )!.AsArray();

    private async Task AskAsync()
    {
        var edits = await server.Client.RequestAsync(
            "textDocument/onTypeFormatting",
            $$$$"""{"textDocument":{"uri":"{{{{Uri}}}}"},"position":{"line":{{{{CaretLine}}}},"character":0},"ch":"\n","options":{"tabSize":4,"insertSpaces":true}}"""
        );
        if (edits is JsonArray { Count: > 0 } some && !Forgets)
        {
            Apply(some);
            await ChangedAsync();
        }
    }

    private Task ChangedAsync() =>
        server.Client.NotifyAsync(
            "textDocument/didChange",
            $$$"""{"textDocument":{"uri":"{{{Uri}}}","version":{{{++version}}}},"contentChanges":[{"text":{{{LspClient.Quote(Text)}}}}]}"""
        );

    private void Apply(JsonArray edits)
    {
        var edit = Assert.Single(edits)!;
        var (start, end) = (At(edit["range"]!["start"]!), At(edit["range"]!["end"]!));
        var text = Text;
        var written = (string)edit["newText"]!;
        if (CaretLine > (int)edit["range"]!["start"]!["line"]!)
        {
            CaretLine += written.Count(c => c == '\n') - text[start..end].Count(c => c == '\n');
        }

        var changed = text[..start] + written + text[end..];
        lines = [.. (endsLines ? changed[..^1] : changed).Split('\n')];
        CaretLine = Math.Clamp(CaretLine, 0, lines.Count - 1);

        int At(JsonNode position)
        {
            var line = (int)position["line"]!;
            return lines.Take(line).Sum(before => before.Length + 1)
                + Math.Min((int)position["character"]!, lines.ElementAtOrDefault(line)?.Length ?? 0);
        }
    }
}
