using System.Text.Json;
using System.Text.Json.Serialization;

namespace WsgiLsp.Protocol.Types;

/// <summary>The params of a message that has none, and the result of a request that answers null.</summary>
[JsonConverter(typeof(NothingConverter))]
public readonly record struct Nothing;

/// <summary>Writes null and reads anything.</summary>
internal sealed class NothingConverter : JsonConverter<Nothing>
{
    public override bool HandleNull => true;

    public override Nothing Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        reader.Skip();
        return default;
    }

    public override void Write(Utf8JsonWriter writer, Nothing value, JsonSerializerOptions options) =>
        writer.WriteNullValue();
}

/// <summary>Writes the tree or the list; an array whose elements have a location is read as a list.</summary>
internal sealed class DocumentSymbolResultConverter : JsonConverter<DocumentSymbolResult>
{
    public override DocumentSymbolResult? Read(
        ref Utf8JsonReader reader,
        Type typeToConvert,
        JsonSerializerOptions options
    )
    {
        var element = JsonElement.ParseValue(ref reader);
        var isList =
            element.ValueKind == JsonValueKind.Array
            && element.GetArrayLength() > 0
            && element[0].ValueKind == JsonValueKind.Object
            && element[0].TryGetProperty("location", out _);
        return isList
            ? new(element.Deserialize(LspJsonContext.Default.IReadOnlyListSymbolInformation) ?? [])
            : new(element.Deserialize(LspJsonContext.Default.IReadOnlyListDocumentSymbol) ?? []);
    }

    public override void Write(Utf8JsonWriter writer, DocumentSymbolResult value, JsonSerializerOptions options)
    {
        if (value.List is { } list)
        {
            JsonSerializer.Serialize(writer, list, LspJsonContext.Default.IReadOnlyListSymbolInformation);
        }
        else
        {
            JsonSerializer.Serialize(writer, value.Tree ?? [], LspJsonContext.Default.IReadOnlyListDocumentSymbol);
        }
    }
}
