using System.Text;
using System.Text.Json;

namespace WsgiLsp.Protocol;

/// <summary>A request's id: <c>Raw</c> is its JSON as received, to be echoed; <c>Key</c> is equal for equal ids however they are escaped.</summary>
internal readonly record struct RpcId(string Raw, string Key)
{
    public static readonly RpcId Null = new("null", "null");

    /// <summary>The id at the reader's token, or null where it is neither a number nor a string.</summary>
    public static RpcId? Read(ref Utf8JsonReader reader)
    {
        if (reader.TokenType is not (JsonTokenType.Number or JsonTokenType.String))
        {
            return null;
        }

        var isString = reader.TokenType == JsonTokenType.String;
        var text = Encoding.UTF8.GetString(reader.ValueSpan);
        return isString
            ? new($"\"{text}\"", reader.ValueIsEscaped ? $"\"{reader.GetString()}\"" : $"\"{text}\"")
            : new(text, text);
    }

    /// <summary>The key of an id that stands in the params of <c>$/cancelRequest</c>.</summary>
    public static string KeyOf(JsonElement id) =>
        id.ValueKind == JsonValueKind.String ? $"\"{id.GetString()}\"" : id.GetRawText();

    public override string ToString() => Raw;
}
