using System.IO.Pipelines;
using System.Text.Json.Nodes;
using WsgiLsp.Protocol;
using WsgiLsp.Server.Tests.Workspace;
using WsgiLsp.Study.Reviews;

namespace WsgiLsp.Server.Tests.Support;

/// <summary>A whole server in memory with a client, a folder for decks and a data folder.</summary>
internal sealed class TestServer : IAsyncDisposable
{
    private readonly TempFolder data = new();
    private readonly Pipe toServer = new(new PipeOptions(pauseWriterThreshold: 0));
    private readonly Pipe fromServer = new(new PipeOptions(pauseWriterThreshold: 0));
    private readonly Transport transport;
    private readonly StringWriter error = new();
    private readonly bool ownsFolder;
    private readonly TimeProvider clock;
    private readonly Task<int> exit;

    private TestServer(string? dataFolder, TempFolder? folder = null, TimeProvider? clock = null)
    {
        this.clock = clock ?? TimeProvider.System;
        DataFolder = dataFolder ?? data.Path;
        ownsFolder = folder is null;
        Folder = folder ?? new TempFolder();
        transport = new Transport(toServer.Reader.AsStream(), fromServer.Writer.AsStream());
        Client = new LspClient(toServer.Writer.AsStream(), fromServer.Reader.AsStream());
        exit = RunAsync();
    }

    public LspClient Client { get; }

    public TempFolder Folder { get; }

    public string DataFolder { get; }

    /// <summary>What <c>initialize</c> was answered.</summary>
    public JsonNode Initialized { get; private set; } = new JsonObject();

    /// <summary>Starts a server that is still to be initialized.</summary>
    /// <param name="dataFolder">The data folder; null for one of its own.</param>
    /// <param name="folder">The folder for decks; null for one of its own.</param>
    /// <param name="clock">The clock; null for the system's.</param>
    public static TestServer Create(string? dataFolder = null, TempFolder? folder = null, TimeProvider? clock = null) =>
        new(dataFolder, folder, clock);

    /// <summary>Starts and initializes a server.</summary>
    public static async Task<TestServer> StartAsync(string capabilities = "{}", string options = "null")
    {
        var server = new TestServer(dataFolder: null);
        await server.InitializeAsync(capabilities, options);
        return server;
    }

    public Task InitializeAsync(string capabilities = "{}", string options = "null") =>
        InitializeWithAsync(
            $$"""{"processId":null,"rootUri":null,"clientInfo":{"name":"Tests"},"initializationOptions":{{options}},"capabilities":{{capabilities}}}"""
        );

    /// <summary>Initializes the server.</summary>
    /// <param name="parameters">The params.</param>
    /// <param name="isExact">
    /// Whether the client can no more than the params say; else it knows actions as well as commands, as every editor does.
    /// </param>
    public async Task InitializeWithAsync(string parameters, bool isExact = false)
    {
        Initialized = (await Client.RequestAsync("initialize", isExact ? parameters : WithActions(parameters)))!;
        await Client.NotifyAsync("initialized", "{}");
    }

    /// <summary>The URI of a file in <see cref="Folder"/>.</summary>
    public string Uri(string file = "test.deck.md") => new Uri(Folder[file]).AbsoluteUri;

    public Task OpenAsync(string text, string file = "test.deck.md", int version = 1) =>
        Client.NotifyAsync(
            "textDocument/didOpen",
            $$$"""{"textDocument":{"uri":"{{{Uri(file)}}}","languageId":"markdown","version":{{{version}}},"text":{{{LspClient.Quote(text)}}}}}"""
        );

    /// <summary>Changes a document; each change is a JSON object.</summary>
    public Task ChangeAsync(int version, string changes, string file = "test.deck.md") =>
        Client.SendAsync(ChangeMessage(version, changes, file));

    /// <summary>The message that changes a document.</summary>
    public string ChangeMessage(int version, string changes, string file = "test.deck.md") =>
        LspClient.Notification(
            "textDocument/didChange",
            $$$"""{"textDocument":{"uri":"{{{Uri(file)}}}","version":{{{version}}}},"contentChanges":[{{{changes}}}]}"""
        );

    /// <summary>A change of the whole text.</summary>
    public static string All(string text) => $$"""{"text":{{LspClient.Quote(text)}}}""";

    /// <summary>Params that name a document.</summary>
    public string Document(string file = "test.deck.md") => $$$"""{"textDocument":{"uri":"{{{Uri(file)}}}"}}""";

    /// <summary>The titles of the lenses of a document, a line each.</summary>
    public async Task<string> LensesAsync()
    {
        var lenses = await Client.RequestAsync("textDocument/codeLens", Document());
        return string.Join('\n', lenses!.AsArray().Select(lens => (string)lens!["command"]!["title"]!));
    }

    /// <summary>All that is published up to now: for each time the version and the findings.</summary>
    public async Task<IReadOnlyList<string>> PublishedAsync() =>
        [
            .. (await Client.SettledAsync("textDocument/publishDiagnostics"))
                .Select(message => message["params"]!)
                .Select(p => $"{p["version"]?.ToJsonString() ?? "-"}:{Findings(p)}"),
        ];

    /// <summary>The log's answers: what was asked, graded, given, found right, and the hints.</summary>
    public IReadOnlyList<string> Log()
    {
        using var log = ReviewLog.Open(Study.Reviews.DataFolder.ReviewLogIn(DataFolder), TimeProvider.System);
        return
        [
            .. log.ReadAll()
                .Select(row => row.Event)
                .Where(e => e.Kind == ReviewEventKind.Review)
                .Select(e => $"{e.Item} {e.Mode} {e.Grade} given={e.Given} correct={e.Correct} hints={e.Hints}"),
        ];
    }

    /// <summary>The kinds of the log's events.</summary>
    public IReadOnlyList<string> Kinds()
    {
        using var log = ReviewLog.Open(Study.Reviews.DataFolder.ReviewLogIn(DataFolder), TimeProvider.System);
        return [.. log.ReadAll().Select(row => row.Event.Kind.ToString())];
    }

    public async ValueTask DisposeAsync()
    {
        Client.Hang();
        await Client.ReadToEndAsync();
        await exit;
        transport.Dispose();
        if (ownsFolder)
        {
            Folder.Dispose();
        }

        data.Dispose();
        await error.DisposeAsync();
    }

    private LanguageServerOptions Options =>
        new()
        {
            Version = "1.2.3",
            Error = () => error,
            Environment = name => name == Study.Reviews.DataFolder.Variable ? DataFolder : null,
            Clock = clock,
        };

    private static string WithActions(string parameters)
    {
        var json = JsonNode.Parse(parameters)!;
        if (json["capabilities"] is JsonObject capabilities)
        {
            var documents = capabilities["textDocument"] ??= new JsonObject();
            var actions = documents["codeAction"] ??= new JsonObject();
            actions["codeActionLiteralSupport"] ??= new JsonObject();
        }

        return json.ToJsonString();
    }

    private static string Findings(JsonNode parameters) =>
        string.Concat(
            parameters["diagnostics"]!
                .AsArray()
                .Select(d => $" {(string?)d!["code"]}@{(int?)d["range"]!["start"]!["line"]}")
        );

    private async Task<int> RunAsync()
    {
        var code = await LanguageServer.RunAsync(transport, Options);
        await fromServer.Writer.CompleteAsync();
        return code;
    }
}
