using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace WsgiLsp.Server;

/// <summary>Reads what the server once handed out, and clients hand back: arguments of commands, data of items.</summary>
internal static class OwnJson
{
    /// <summary>Reads the first argument of a command; null where it is none of ours.</summary>
    public static T? First<T>(IReadOnlyList<JsonElement>? arguments, JsonTypeInfo<T> type)
        where T : class => arguments is [var first, ..] ? Read(first, type) : null;

    /// <summary>Reads data; null where there is none, or it is none of ours.</summary>
    public static T? Read<T>(JsonElement? data, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return data?.Deserialize(type);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
