using System.Diagnostics;
using System.Text.Json;
using Compare.Servers;
using Compare.Wire;

namespace Compare.Measuring;

/// <summary>An editor's session with a server in which one deck is open.</summary>
internal sealed class Session : IDisposable
{
    private static readonly TimeSpan ProbePatience = TimeSpan.FromSeconds(30);

    private readonly JsonElement capabilities;
    private readonly bool isIncremental;
    private EditedDeck? deck;
    private string uri = "";

    /// <summary>Starts the server, and waits until it is initialized.</summary>
    public Session(ServerSpec server, Scratch scratch, bool pulls = true, object? options = null)
    {
        Connection = new(server.Command, scratch.Workspace, scratch.Environment);
        var root = new Uri(scratch.Workspace).AbsoluteUri;
        var answer = Connection.Ask(
            "initialize",
            new
            {
                processId = Environment.ProcessId,
                clientInfo = new { name = "compare", version = "1" },
                locale = "en",
                rootPath = scratch.Workspace,
                rootUri = root,
                capabilities = ClientCapabilities.Of(pulls),
                trace = "off",
                initializationOptions = options,
                workspaceFolders = new[] { new { uri = root, name = "decks" } },
            }
        );
        InitializeTime = Milliseconds(Connection.Started, answer.Time);
        capabilities = answer.Result.GetProperty("capabilities");
        isIncremental = SyncKind() == 2;
        Connection.Tell("initialized", new { });
    }

    public Connection Connection { get; }

    /// <summary>From the start of the process to its answer, in milliseconds.</summary>
    public double InitializeTime { get; }

    /// <summary>Whether diagnostics are asked for; else they are waited for.</summary>
    public bool Pulls { get; private set; }

    /// <summary>Whether diagnostics of all files can be asked for at once.</summary>
    public bool ChecksWorkspaces =>
        capabilities.TryGetProperty("diagnosticProvider", out var provider)
        && provider.TryGetProperty("workspaceDiagnostics", out var all)
        && all.ValueKind == JsonValueKind.True;

    public static double Milliseconds(long from, long to) => Stopwatch.GetElapsedTime(from, to).TotalMilliseconds;

    /// <summary>Whether the server offers something.</summary>
    public bool Has(string capability, string method) =>
        (
            capabilities.TryGetProperty(capability, out var value)
            && value.ValueKind is not (JsonValueKind.Null or JsonValueKind.False)
        ) || Connection.Registered.ContainsKey(method);

    /// <summary>Opens a deck, and waits for its first diagnostics; the time of that since the start in milliseconds.</summary>
    public double Open(string uri, EditedDeck deck)
    {
        this.uri = uri;
        this.deck = deck;
        Connection.Publishes.Clear();
        Connection.Tell(
            "textDocument/didOpen",
            new
            {
                textDocument = new
                {
                    uri,
                    languageId = "markdown",
                    version = deck.Version,
                    text = deck.Text,
                },
            }
        );
        bool MayPull() => Has("diagnosticProvider", "textDocument/diagnostic");
        Message? published = null;
        Connection.Wait(() => MayPull() || (published = Published()) is not null, TimeSpan.FromSeconds(60));
        Pulls = published is null;
        var first = Pulls ? Connection.Ask("textDocument/diagnostic", Document) : published!;
        return Milliseconds(Connection.Started, first.Time);
    }

    /// <summary>How many diagnostics the deck has, as it is.</summary>
    public int CountDiagnostics()
    {
        if (Pulls)
        {
            var report = Connection.Ask("textDocument/diagnostic", Document).Result;
            return report.TryGetProperty("items", out var items) ? items.GetArrayLength() : 0;
        }

        return Connection.Publishes.LastOrDefault() is { } last
            ? last.Json.GetProperty("params").GetProperty("diagnostics").GetArrayLength()
            : 0;
    }

    /// <summary>Strikes a key, and waits for the diagnostics after it; the milliseconds of that.</summary>
    public double Key(Edit edit)
    {
        Connection.Publishes.Clear();
        var change = Change(edit);
        if (Pulls)
        {
            var (id, request) = Connection.Request("textDocument/diagnostic", Document);
            var begun = Send([.. change, .. request]);
            return Milliseconds(begun, Connection.AnswerTo(id).Time);
        }

        var start = Send(change);
        Message? published = null;
        Connection.Wait(() => (published = Published()) is not null, ProbePatience);
        return Milliseconds(start, published!.Time);
    }

    /// <summary>Asks something about the deck, right after a key where there is one; the milliseconds until the answer is there.</summary>
    public double Ask(string method, object parameters, Edit? edit = null)
    {
        var (id, request) = Connection.Request(method, parameters);
        var begun = Send(edit is { } key ? [.. Change(key), .. request] : request);
        var answer = Connection.AnswerTo(id);
        _ = answer.Result;
        return Milliseconds(begun, answer.Time);
    }

    /// <summary>What names the deck in requests.</summary>
    public object Document => new { textDocument = new { uri } };

    /// <summary>What names a place in it.</summary>
    public object Place()
    {
        var (line, character) = deck!.PlaceInProse();
        return new { textDocument = new { uri }, position = new { line, character } };
    }

    /// <summary>Says farewell; the milliseconds until the process is gone.</summary>
    public double End()
    {
        var begun = Stopwatch.GetTimestamp();
        Connection.Ask("shutdown", null);
        Connection.Tell("exit", null);
        return Milliseconds(begun, Connection.WaitForEnd());
    }

    public void Dispose() => Connection.Dispose();

    private byte[] Change(Edit edit)
    {
        object change = isIncremental
            ? new
            {
                range = new
                {
                    start = new { line = edit.Line, character = edit.From },
                    end = new { line = edit.Line, character = edit.To },
                },
                text = edit.Text,
            }
            : new { text = deck!.Text };
        return Connection.Frame(
            "textDocument/didChange",
            new { textDocument = new { uri, version = deck!.Version }, contentChanges = new[] { change } }
        );
    }

    private long Send(byte[] frames)
    {
        var begun = Stopwatch.GetTimestamp();
        Connection.Send(frames);
        return begun;
    }

    /// <summary>The diagnostics of the deck's version; of some, where the server does not tell.</summary>
    private Message? Published() =>
        Connection.Publishes.Find(message =>
            message.Published is var (of, version) && of == uri && (version is null || version == deck!.Version)
        );

    private int SyncKind()
    {
        if (!capabilities.TryGetProperty("textDocumentSync", out var sync))
        {
            return 0;
        }

        return sync.ValueKind == JsonValueKind.Number ? sync.GetInt32()
            : sync.TryGetProperty("change", out var change) ? change.GetInt32()
            : 0;
    }
}
