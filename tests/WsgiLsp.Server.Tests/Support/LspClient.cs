using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace WsgiLsp.Server.Tests.Support;

/// <summary>
/// A client that does what the test says, step by step. It checks that each request is answered once, and that nothing
/// but messages comes over the wire.
/// </summary>
/// <param name="toServer">What the server reads.</param>
/// <param name="fromServer">What the server writes.</param>
internal sealed class LspClient(Stream toServer, Stream fromServer)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly HashSet<int> unanswered = [];
    private readonly List<JsonObject> unread = [];
    private readonly List<string> heard = [];
    private readonly List<(bool IsOurs, string Json)> talk = [];
    private int lastId;

    /// <summary>Messages that came and that the test did not ask for yet.</summary>
    public IReadOnlyList<JsonObject> Unread => unread;

    /// <summary>All messages that came, as they came.</summary>
    public IReadOnlyList<string> Heard => heard;

    /// <summary>All messages of both sides, in the order in which they were sent and read.</summary>
    public IReadOnlyList<(bool IsOurs, string Json)> Talk => talk;

    /// <summary>A text as JSON.</summary>
    public static string Quote(string text) => JsonValue.Create(text).ToJsonString();

    /// <summary>A message as it goes over the wire.</summary>
    public static byte[] Frame(string json)
    {
        var body = Encoding.UTF8.GetBytes(json);
        return [.. Encoding.ASCII.GetBytes($"Content-Length: {body.Length}\r\n\r\n"), .. body];
    }

    public async Task WriteAsync(ReadOnlyMemory<byte> bytes)
    {
        await toServer.WriteAsync(bytes);
        await toServer.FlushAsync();
    }

    public Task SendAsync(string json)
    {
        talk.Add((IsOurs: true, json));
        return WriteAsync(Frame(json));
    }

    /// <summary>Closes the server's input.</summary>
    public void Hang() => toServer.Dispose();

    public Task NotifyAsync(string method, string parameters) => SendAsync(Notification(method, parameters));

    public static string Notification(string method, string parameters) =>
        $$"""{"jsonrpc":"2.0","method":"{{method}}","params":{{parameters}}}""";

    /// <summary>Sends a request and returns its id.</summary>
    public async Task<int> AskAsync(string method, string parameters)
    {
        unanswered.Add(++lastId);
        await SendAsync($$"""{"jsonrpc":"2.0","id":{{lastId}},"method":"{{method}}","params":{{parameters}}}""");
        return lastId;
    }

    /// <summary>The answer to a request of that id.</summary>
    public Task<JsonObject> AnswerAsync(int id) =>
        TakeAsync($"answer to {id}", m => !m.ContainsKey("method") && (int?)m["id"] == id);

    /// <summary>Sends a request and returns the result of its answer.</summary>
    public async Task<JsonNode?> RequestAsync(string method, string parameters)
    {
        var answer = await AnswerAsync(await AskAsync(method, parameters));
        Assert.Null(answer["error"]);
        return answer["result"];
    }

    /// <summary>Sends a request that must fail and returns its error's code.</summary>
    public async Task<int> FailAsync(string method, string parameters)
    {
        var answer = await AnswerAsync(await AskAsync(method, parameters));
        Assert.NotNull(answer["error"]);
        return (int)answer["error"]!["code"]!;
    }

    /// <summary>The next notification or request of that method from the server.</summary>
    public Task<JsonObject> ReceiveAsync(string method) => TakeAsync(method, m => (string?)m["method"] == method);

    /// <summary>Answers a request of the server.</summary>
    public Task RespondAsync(JsonObject request, string result) =>
        SendAsync($$"""{"jsonrpc":"2.0","id":{{request["id"]!.ToJsonString()}},"result":{{result}}}""");

    /// <summary>Answers a request of the server with an error.</summary>
    public Task RefuseAsync(JsonObject request, int code) =>
        SendAsync(
            $$$"""{"jsonrpc":"2.0","id":{{{request["id"]!.ToJsonString()}}},"error":{"code":{{{code}}},"message":"no"}}"""
        );

    /// <summary>
    /// Waits until the server has published what is due: it does so when its input is empty, which it was at the latest
    /// before the second of two round trips.
    /// </summary>
    public async Task SettleAsync()
    {
        await FailAsync("no/such", "{}");
        await FailAsync("no/such", "{}");
    }

    /// <summary>Takes all messages that came up to now and have this method.</summary>
    public async Task<IReadOnlyList<JsonObject>> SettledAsync(string method)
    {
        await SettleAsync();
        List<JsonObject> found = [.. unread.Where(m => (string?)m["method"] == method)];
        unread.RemoveAll(found.Contains);
        return found;
    }

    /// <summary>The next message as it comes; null at the end.</summary>
    public async Task<JsonObject?> ReadAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        if (await ReadHeaderAsync(patience.Token) is not { } header)
        {
            return null;
        }

        Assert.Matches("^Content-Length: [0-9]+\r\n\r\n$", header);
        var body = new byte[int.Parse(header.AsSpan()["Content-Length: ".Length..^4], CultureInfo.InvariantCulture)];
        await fromServer.ReadExactlyAsync(body, patience.Token);
        heard.Add(Encoding.UTF8.GetString(body));
        talk.Add((IsOurs: false, heard[^1]));
        var message = Assert.IsType<JsonObject>(JsonNode.Parse(body));
        Assert.Equal("2.0", (string?)message["jsonrpc"]);
        if (!message.ContainsKey("method") && message["id"] is JsonValue id && id.TryGetValue<int>(out var number))
        {
            Assert.True(unanswered.Remove(number) || number > lastId, $"The request {number} was answered twice.");
        }

        return message;
    }

    /// <summary>All messages up to the end of the server's output, those not asked for yet before them.</summary>
    public async Task<IReadOnlyList<JsonObject>> ReadToEndAsync()
    {
        while (await ReadAsync() is { } message)
        {
            unread.Add(message);
        }

        Assert.Empty(unanswered);
        return unread;
    }

    private async Task<JsonObject> TakeAsync(string what, Func<JsonObject, bool> wanted)
    {
        var message = unread.Find(m => wanted(m));
        if (message is not null)
        {
            unread.Remove(message);
            return message;
        }

        while (await ReadAsync() is { } next)
        {
            if (wanted(next))
            {
                return next;
            }

            unread.Add(next);
        }

        throw new EndOfStreamException($"The server ended before: {what}");
    }

    private async Task<string?> ReadHeaderAsync(CancellationToken patience)
    {
        var header = new StringBuilder();
        var single = new byte[1];
        while (!header.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            if (await fromServer.ReadAsync(single, patience) == 0)
            {
                Assert.True(header.Length == 0, $"The output ends with {header}");
                return null;
            }

            header.Append((char)single[0]);
        }

        return header.ToString();
    }
}
