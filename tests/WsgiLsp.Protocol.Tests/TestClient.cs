using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace WsgiLsp.Protocol.Tests;

/// <summary>The client's end of a connection in memory: raw bytes in, messages out, in the order in which they come.</summary>
public sealed class TestClient : IAsyncDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    private readonly Pipe _toServer = new(new PipeOptions(pauseWriterThreshold: 0));
    private readonly Pipe _fromServer;
    private readonly Transport _transport;
    private bool _closed;

    public TestClient(ConnectionOptions? options = null, Action<Connection>? register = null, long unreadBytes = 0)
    {
        _fromServer = new(new PipeOptions(pauseWriterThreshold: unreadBytes, resumeWriterThreshold: unreadBytes / 2));
        _transport = new(_toServer.Reader.AsStream(), _fromServer.Writer.AsStream());
        Connection = new(_transport, options);
        Connection.OnInitialize(parameters =>
        {
            OnInitialize?.Invoke(parameters);
            return new Types.InitializeResult(new());
        });
        register?.Invoke(Connection);
        Exit = Connection.RunAsync();
        _ = CompleteOutputAsync();
    }

    /// <summary>JSON whose characters can be read.</summary>
    public static JsonSerializerOptions Readable { get; } =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Sees the params of <c>initialize</c>.</summary>
    public Action<Types.InitializeParams>? OnInitialize { get; set; }

    /// <summary>The server's end.</summary>
    public Connection Connection { get; }

    /// <summary>The exit code, once the server has ended.</summary>
    public Task<int> Exit { get; }

    public static int Code(JsonObject answer) => (int)answer["error"]!["code"]!;

    public static byte[] Frame(string json)
    {
        var body = Encoding.UTF8.GetBytes(json);
        return [.. Encoding.ASCII.GetBytes($"Content-Length: {body.Length}\r\n\r\n"), .. body];
    }

    public async Task WriteAsync(params byte[][] parts)
    {
        foreach (var part in parts)
        {
            await _toServer.Writer.WriteAsync(part);
        }
    }

    /// <summary>Sends one message for each JSON text.</summary>
    public async Task SendAsync(params string[] json)
    {
        foreach (var message in json)
        {
            await WriteAsync(Frame(message));
        }
    }

    /// <summary>Sends <c>initialize</c> with id 0 and takes its answer.</summary>
    public async Task InitializeAsync(string parameters = """{"capabilities":{},"processId":null,"rootUri":null}""")
    {
        await SendAsync(
            """{"jsonrpc":"2.0","id":0,"method":"initialize","params":%}""".Replace(
                "%",
                parameters,
                StringComparison.Ordinal
            )
        );
        var answer = await ReadAsync();
        Assert.Equal("0", answer["id"]!.ToJsonString());
        Assert.NotNull(answer["result"]);
    }

    /// <summary>Closes the client's end of the server's input.</summary>
    public void Close()
    {
        if (!_closed)
        {
            _closed = true;
            _toServer.Writer.Complete();
        }
    }

    /// <summary>The next message from the server.</summary>
    public async Task<JsonObject> ReadAsync() =>
        await TryReadAsync() ?? throw new EndOfStreamException("The server ended.");

    /// <summary>The next message from the server, or null at the end.</summary>
    public async Task<JsonObject?> TryReadAsync()
    {
        using var patience = new CancellationTokenSource(s_patience);
        while (true)
        {
            var result = await _fromServer.Reader.ReadAsync(patience.Token);
            var buffer = result.Buffer;
            if (TryCut(ref buffer, out var message))
            {
                _fromServer.Reader.AdvanceTo(buffer.Start);
                return message;
            }

            _fromServer.Reader.AdvanceTo(buffer.Start, buffer.End);
            if (result.IsCompleted)
            {
                Assert.True(buffer.IsEmpty, "The server's output ends within a message.");
                return null;
            }
        }
    }

    /// <summary>Closes the input, waits for the end, and takes all that is left.</summary>
    public async Task<IReadOnlyList<JsonObject>> ReadToEndAsync()
    {
        Close();
        var messages = new List<JsonObject>();
        while (await TryReadAsync() is { } message)
        {
            messages.Add(message);
        }

        await Exit.WaitAsync(s_patience);
        return messages;
    }

    /// <summary>Closes the client's end of the server's output.</summary>
    public async Task StopReadingAsync() => await _fromServer.Reader.CompleteAsync();

    public async ValueTask DisposeAsync()
    {
        Close();
        _fromServer.Reader.CancelPendingRead();
        await _fromServer.Reader.CompleteAsync();
        await Exit.WaitAsync(s_patience);
        _transport.Dispose();
    }

    private static bool TryCut(ref ReadOnlySequence<byte> buffer, out JsonObject? message)
    {
        message = null;
        var reader = new SequenceReader<byte>(buffer);
        if (!reader.TryReadTo(out ReadOnlySequence<byte> header, "\r\n\r\n"u8))
        {
            return false;
        }

        var text = Encoding.ASCII.GetString(header);
        Assert.StartsWith("Content-Length: ", text, StringComparison.Ordinal);
        var length = int.Parse(text.AsSpan("Content-Length: ".Length));
        if (reader.Remaining < length)
        {
            return false;
        }

        var json = new Utf8JsonReader(buffer.Slice(reader.Position, length));
        message = (JsonObject)JsonNode.Parse(ref json)!;
        Assert.Equal("2.0", (string?)message["jsonrpc"]);
        buffer = buffer.Slice(buffer.GetPosition(length, reader.Position));
        return true;
    }

    private async Task CompleteOutputAsync()
    {
        await Exit;
        await _fromServer.Writer.CompleteAsync();
    }
}
