using System.Text.Json;

namespace WsgiLsp.Protocol.Handshake;

/// <summary>Members of an object by their name; null where they are absent, or of another kind.</summary>
internal static class ElementMembers
{
    /// <summary>A member of any kind but null.</summary>
    public static JsonElement? Any(this JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    public static JsonElement? Object(this JsonElement element, string name) =>
        element.Any(name) is { ValueKind: JsonValueKind.Object } value ? value : null;

    public static JsonElement? Array(this JsonElement element, string name) =>
        element.Any(name) is { ValueKind: JsonValueKind.Array } value ? value : null;

    public static string? Text(this JsonElement element, string name) =>
        element.Any(name) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

    public static bool? Flag(this JsonElement element, string name) =>
        element.Any(name) is { ValueKind: JsonValueKind.True or JsonValueKind.False } value ? value.GetBoolean() : null;

    public static int? Number(this JsonElement element, string name) =>
        element.Any(name) is { ValueKind: JsonValueKind.Number } value && value.TryGetInt32(out var number)
            ? number
            : null;

    /// <summary>The strings of an array; what is something else is left out.</summary>
    public static IReadOnlyList<string>? Texts(this JsonElement element, string name)
    {
        if (element.Array(name) is not { } array)
        {
            return null;
        }

        var texts = new List<string>();
        foreach (var one in array.EnumerateArray())
        {
            if (one.ValueKind == JsonValueKind.String)
            {
                texts.Add(one.GetString()!);
            }
        }

        return texts;
    }

    /// <summary>The numbers of an array; what is something else is left out.</summary>
    public static List<int>? Numbers(this JsonElement element, string name)
    {
        if (element.Array(name) is not { } array)
        {
            return null;
        }

        var numbers = new List<int>();
        foreach (var one in array.EnumerateArray())
        {
            if (one.ValueKind == JsonValueKind.Number && one.TryGetInt32(out var number))
            {
                numbers.Add(number);
            }
        }

        return numbers;
    }
}
