using System.Buffers;
using System.Buffers.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using WsgiLsp.Protocol.Handshake;
using WsgiLsp.Protocol.Types;

namespace WsgiLsp.Protocol;

/// <summary>A message with its header in one rented buffer, ready for one write. Dispose gives the buffer back.</summary>
internal sealed class OutgoingMessage : IBufferWriter<byte>, IDisposable
{
    // Room for "Content-Length: ", ten digits and two line ends, written from the right once the length is known.
    private const int HeaderRoom = 32;
    private const int FirstSize = 4 * 1024;
    private const int LargestFirstSize = 256 * 1024;

    /// <summary>How JSON is written: only our own types are, and the reader of the wire is no HTML page.</summary>
    public static JsonWriterOptions Options { get; } =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    [ThreadStatic]
    private static Utf8JsonWriter? t_writer;

    // Messages are often as long as the last one of their thread: findings at each key above all.
    [ThreadStatic]
    private static int t_lastSize;

    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(Math.Clamp(t_lastSize, FirstSize, LargestFirstSize));
    private int _start = HeaderRoom;
    private int _end = HeaderRoom;

    private OutgoingMessage() { }

    /// <summary>Header and body.</summary>
    public ReadOnlySpan<byte> Bytes => _buffer.AsSpan(_start, _end - _start);

    public int Length => _end - _start;

    public static OutgoingMessage Notification<TParams>(
        string method,
        TParams parameters,
        JsonTypeInfo<TParams> info
    ) =>
        Write(
            (method, parameters, info),
            static (json, message) => WriteCall(json, message.method, message.parameters, message.info)
        );

    public static OutgoingMessage Request<TParams>(
        long id,
        string method,
        TParams parameters,
        JsonTypeInfo<TParams> info
    ) =>
        Write(
            (id, method, parameters, info),
            static (json, message) =>
            {
                json.WriteNumber("id"u8, message.id);
                WriteCall(json, message.method, message.parameters, message.info);
            }
        );

    public static OutgoingMessage Result<TResult>(RpcId id, TResult result, JsonTypeInfo<TResult> info) =>
        Write(
            (id, result, info),
            static (json, message) =>
            {
                WriteId(json, message.id);
                json.WritePropertyName("result"u8);
                JsonSerializer.Serialize(json, message.result, message.info);
            }
        );

    public static OutgoingMessage Result(RpcId id, InitializeResult result) =>
        Write(
            (id, result),
            static (json, message) =>
            {
                WriteId(json, message.id);
                json.WritePropertyName("result"u8);
                InitializeResultWriter.Write(json, message.result);
            }
        );

    public static OutgoingMessage Error(RpcId id, int code, string text) =>
        Write(
            (id, code, text),
            static (json, message) =>
            {
                WriteId(json, message.id);
                json.WriteStartObject("error"u8);
                json.WriteNumber("code"u8, message.code);
                json.WriteString("message"u8, message.text);
                json.WriteEndObject();
            }
        );

    public void Advance(int count) => _end += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return _buffer.AsMemory(_end);
    }

    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return _buffer.AsSpan(_end);
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
    }

    private static void WriteId(Utf8JsonWriter json, RpcId id)
    {
        json.WritePropertyName("id"u8);
        json.WriteRawValue(id.Raw, skipInputValidation: true);
    }

    private static void WriteCall<TParams>(
        Utf8JsonWriter json,
        string method,
        TParams parameters,
        JsonTypeInfo<TParams> info
    )
    {
        json.WriteString("method"u8, method);
        if (parameters is not Nothing)
        {
            json.WritePropertyName("params"u8);
            JsonSerializer.Serialize(json, parameters, info);
        }
    }

    private static OutgoingMessage Write<TState>(TState state, Action<Utf8JsonWriter, TState> body)
    {
        var message = new OutgoingMessage();
        // Taken while in use: a value may be written by code that sends a message of its own, such as a log line.
        var json = t_writer ?? new Utf8JsonWriter(message, Options);
        t_writer = null;
        json.Reset(message);
        try
        {
            json.WriteStartObject();
            json.WriteString("jsonrpc"u8, "2.0"u8);
            body(json, state);
            json.WriteEndObject();
            json.Flush();
        }
        catch
        {
            message.Dispose();
            throw;
        }

        t_writer = json;
        t_lastSize = message._end;
        message.WriteHeader();
        return message;
    }

    private void WriteHeader()
    {
        Span<byte> digits = stackalloc byte[10];
        Utf8Formatter.TryFormat(_end - HeaderRoom, digits, out var count);
        var name = "Content-Length: "u8;
        var end = "\r\n\r\n"u8;
        _start = HeaderRoom - name.Length - count - end.Length;
        var header = _buffer.AsSpan(_start);
        name.CopyTo(header);
        digits[..count].CopyTo(header[name.Length..]);
        end.CopyTo(header[(name.Length + count)..]);
    }

    private void Reserve(int sizeHint)
    {
        var needed = _end + Math.Max(sizeHint, 256);
        if (needed <= _buffer.Length)
        {
            return;
        }

        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(needed, _buffer.Length * 2));
        _buffer.AsSpan(0, _end).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
    }
}
