using System.Buffers.Text;
using System.Text;
using System.Text.Json;

// The least that a language server on .NET can do: it reads messages, parses no document, and answers each with nothing.
// What a server costs above this is its own work; what is here is the runtime's.
using var input = Console.OpenStandardInput();
using var output = Console.OpenStandardOutput();
var frame = new byte[1 << 16];
var start = 0;
var end = 0;
while (Header() is { } length)
{
    Fill(length);
    var done = Answer(frame.AsSpan(start, length));
    start += length;
    if (done)
    {
        return 0;
    }
}

return 1;

// The length of the next message, or null at the end of input.
int? Header()
{
    while (true)
    {
        var at = frame.AsSpan(start, end - start).IndexOf("\r\n\r\n"u8);
        if (at >= 0)
        {
            var head = frame.AsSpan(start, at);
            var digits = head[(head.IndexOf("Content-Length: "u8) + "Content-Length: ".Length)..];
            _ = Utf8Parser.TryParse(digits, out int length, out _);
            start += at + 4;
            return length;
        }

        if (!More())
        {
            return null;
        }
    }
}

void Fill(int length)
{
    while (end - start < length && More()) { }
}

bool More()
{
    if (start > 0)
    {
        frame.AsSpan(start, end - start).CopyTo(frame);
        (start, end) = (0, end - start);
    }

    if (end == frame.Length)
    {
        Array.Resize(ref frame, frame.Length * 2);
    }

    var read = input.Read(frame.AsSpan(end));
    end += read;
    return read > 0;
}

// Whether it was the last message.
bool Answer(ReadOnlySpan<byte> message)
{
    var reader = new Utf8JsonReader(message);
    ReadOnlySpan<byte> method = default;
    ReadOnlySpan<byte> id = default;
    var uri = "";
    var version = 0L;
    while (reader.Read())
    {
        if (reader.TokenType != JsonTokenType.PropertyName)
        {
            continue;
        }

        var isTop = reader.CurrentDepth == 1;
        if (isTop && reader.ValueTextEquals("method"u8))
        {
            reader.Read();
            method = reader.ValueSpan;
        }
        else if (isTop && reader.ValueTextEquals("id"u8))
        {
            reader.Read();
            id = reader.ValueSpan;
        }
        else if (reader.CurrentDepth == 3 && reader.ValueTextEquals("uri"u8))
        {
            reader.Read();
            uri = reader.GetString() ?? "";
        }
        else if (reader.CurrentDepth == 3 && reader.ValueTextEquals("version"u8))
        {
            reader.Read();
            version = reader.TokenType == JsonTokenType.Number ? reader.GetInt64() : 0;
        }
    }

    if (method.SequenceEqual("exit"u8))
    {
        return true;
    }

    if (method.SequenceEqual("textDocument/didOpen"u8) || method.SequenceEqual("textDocument/didChange"u8))
    {
        Send(
            $$"""{"jsonrpc":"2.0","method":"textDocument/publishDiagnostics","params":{"diagnostics":[],"uri":"{{uri}}","version":{{version}} } }"""
        );
    }
    else if (!id.IsEmpty)
    {
        var result = method.SequenceEqual("initialize"u8)
            ? """{"capabilities":{"textDocumentSync":2,"hoverProvider":true,"completionProvider":{},"documentSymbolProvider":true}}"""
            : "null";
        Send($$"""{"jsonrpc":"2.0","id":{{Encoding.UTF8.GetString(id)}},"result":{{result}}}""");
    }

    return false;
}

void Send(string message)
{
    var body = Encoding.UTF8.GetBytes(message);
    var head = Encoding.ASCII.GetBytes($"Content-Length: {body.Length}\r\n\r\n");
    output.Write([.. head, .. body]);
    output.Flush();
}
