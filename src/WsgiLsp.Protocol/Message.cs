using System.Text.Json;

namespace WsgiLsp.Protocol;

/// <summary>A message's envelope. The slices are views of the input buffer, valid until more is read.</summary>
internal readonly record struct Message(
    RpcId? Id,
    bool HasId,
    string? Method,
    ReadOnlyMemory<byte> Params,
    ReadOnlyMemory<byte> Result,
    ReadOnlyMemory<byte> Error
)
{
    /// <summary>Reads the envelope and checks that all of the body is JSON.</summary>
    /// <exception cref="RpcException">The body is no JSON, or no JSON-RPC message.</exception>
    public static Message Parse(ReadOnlyMemory<byte> body)
    {
        try
        {
            var reader = new Utf8JsonReader(body.Span);
            reader.Read();
            return reader.TokenType switch
            {
                JsonTokenType.StartObject => ParseObject(ref reader, body),
                JsonTokenType.StartArray => throw Unusable(ref reader, "Batches are no part of LSP."),
                _ => throw Unusable(ref reader, "A message is a JSON object."),
            };
        }
        // An InvalidOperationException is a string that is not UTF-8, or a lone surrogate.
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw new RpcException(ErrorCodes.ParseError, "The message is not JSON: " + exception.Message, exception);
        }
    }

    /// <summary>The error of a response, as far as it can be understood.</summary>
    public RpcException ReadError()
    {
        var reader = new Utf8JsonReader(Error.Span);
        var error = JsonElement.ParseValue(ref reader);
        return
            error.ValueKind == JsonValueKind.Object
            && error.TryGetProperty("code", out var number)
            && number.ValueKind == JsonValueKind.Number
            && number.TryGetInt32(out var code)
            && error.TryGetProperty("message", out var text)
            ? new(code, text.ToString())
            : new(ErrorCodes.InternalError, error.ToString());
    }

    private static Message ParseObject(ref Utf8JsonReader reader, ReadOnlyMemory<byte> body)
    {
        RpcId? id = null;
        var hasId = false;
        string? method = null;
        var (parameters, result, error) = (
            default(ReadOnlyMemory<byte>),
            default(ReadOnlyMemory<byte>),
            default(ReadOnlyMemory<byte>)
        );
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("id"u8))
            {
                reader.Read();
                (id, hasId) = (RpcId.Read(ref reader), true);
                reader.Skip();
            }
            else if (reader.ValueTextEquals("method"u8))
            {
                reader.Read();
                method = reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
                reader.Skip();
            }
            else if (reader.ValueTextEquals("params"u8))
            {
                parameters = SkipValue(ref reader, body);
            }
            else if (reader.ValueTextEquals("result"u8))
            {
                result = SkipValue(ref reader, body);
            }
            else if (reader.ValueTextEquals("error"u8))
            {
                error = SkipValue(ref reader, body);
            }
            else
            {
                reader.Read();
                reader.Skip();
            }
        }

        // Throws where something follows the object.
        reader.Read();
        return new(id, hasId, method, parameters, result, error);
    }

    private static ReadOnlyMemory<byte> SkipValue(ref Utf8JsonReader reader, ReadOnlyMemory<byte> body)
    {
        reader.Read();
        var start = (int)reader.TokenStartIndex;
        reader.Skip();
        return body[start..(int)reader.BytesConsumed];
    }

    private static RpcException Unusable(ref Utf8JsonReader reader, string reason)
    {
        reader.Skip();
        reader.Read();
        return new(ErrorCodes.InvalidRequest, reason);
    }
}
