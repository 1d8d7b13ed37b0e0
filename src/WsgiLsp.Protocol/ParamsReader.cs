using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using WsgiLsp.Protocol.Types;

namespace WsgiLsp.Protocol;

/// <summary>Reads params and results straight from the input buffer.</summary>
internal static class ParamsReader
{
    // More wrong capabilities than any client has.
    private const int MaxRemovals = 64;

    private static readonly ReadOnlyMemory<byte> s_emptyObject = "{}"u8.ToArray();
    private static readonly ReadOnlyMemory<byte> s_null = "null"u8.ToArray();

    /// <summary>
    /// Reads params. None, null and <c>[]</c>, which is how some clients' languages write an empty object, mean <c>{}</c>.
    /// </summary>
    /// <exception cref="JsonException">They do not fit the type.</exception>
    public static T Read<T>(ReadOnlyMemory<byte> json, JsonTypeInfo<T> info)
    {
        var parameters = IsEmpty(json) ? s_emptyObject : json;
        if (typeof(T) != typeof(InitializeParams))
        {
            return Deserialize(parameters, info);
        }

        try
        {
            return Deserialize(parameters, info);
        }
        catch (JsonException exception) when (exception.Path is not null)
        {
            return ReadLeniently(parameters, info, exception);
        }
    }

    /// <summary>Reads a result; an absent one means null.</summary>
    /// <exception cref="JsonException">It does not fit the type.</exception>
    public static T ReadResult<T>(ReadOnlyMemory<byte> json, JsonTypeInfo<T> info) =>
        Deserialize(json.IsEmpty ? s_null : json, info);

    /// <summary>
    /// Leaves out, one after another, the properties that do not fit: one odd capability must not keep a client from
    /// starting.
    /// </summary>
    private static T ReadLeniently<T>(ReadOnlyMemory<byte> json, JsonTypeInfo<T> info, JsonException exception)
    {
        var reader = new Utf8JsonReader(json.Span);
        var node = JsonNode.Parse(ref reader);
        for (var removals = 0; removals < MaxRemovals && TryRemove(node, exception.Path); removals++)
        {
            try
            {
                return node.Deserialize(info)!;
            }
            catch (JsonException next)
            {
                exception = next;
            }
        }

        throw exception;
    }

    /// <summary>Removes what a path such as <c>$.capabilities.window.showDocument</c> or <c>$.a.b[2]</c> names, an array as a whole.</summary>
    private static bool TryRemove(JsonNode? root, string? path)
    {
        var names = path?.Split('.') ?? [];
        var node = root;
        foreach (var name in names.Skip(1).SkipLast(1))
        {
            node = (node as JsonObject)?[name];
        }

        var last = names.Length > 1 ? names[^1].Split('[')[0] : "";
        return node is JsonObject parent && parent.Remove(last);
    }

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
