using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace WsgiLsp.Protocol;

/// <summary>Reads params and results straight from the input buffer.</summary>
internal static class ParamsReader
{
    private static readonly ReadOnlyMemory<byte> s_emptyObject = "{}"u8.ToArray();
    private static readonly ReadOnlyMemory<byte> s_null = "null"u8.ToArray();

    /// <summary>
    /// Reads params. None, null and <c>[]</c>, which is how some clients' languages write an empty object, mean <c>{}</c>.
    /// </summary>
    /// <exception cref="JsonException">They do not fit the type.</exception>
    public static T Read<T>(ReadOnlyMemory<byte> json, JsonTypeInfo<T> info) =>
        Deserialize(IsEmpty(json) ? s_emptyObject : json, info);

    /// <summary>Reads a result; an absent one means null.</summary>
    /// <exception cref="JsonException">It does not fit the type.</exception>
    public static T ReadResult<T>(ReadOnlyMemory<byte> json, JsonTypeInfo<T> info) =>
        Deserialize(json.IsEmpty ? s_null : json, info);

    private static T Deserialize<T>(ReadOnlyMemory<byte> json, JsonTypeInfo<T> info)
    {
        try
        {
            var reader = new Utf8JsonReader(json.Span);
            return JsonSerializer.Deserialize(ref reader, info)!;
        }
        // Strings that are not UTF-8, and polymorphic values without their discriminator.
        catch (Exception exception) when (exception is InvalidOperationException or NotSupportedException)
        {
            throw new JsonException(exception.Message, exception);
        }
    }

    private static bool IsEmpty(ReadOnlyMemory<byte> json)
    {
        if (json.IsEmpty)
        {
            return true;
        }

        var reader = new Utf8JsonReader(json.Span);
        reader.Read();
        return reader.TokenType == JsonTokenType.Null
            || (
                reader.TokenType == JsonTokenType.StartArray
                && reader.Read()
                && reader.TokenType == JsonTokenType.EndArray
            );
    }
}
