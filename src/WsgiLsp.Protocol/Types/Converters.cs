using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

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

/// <summary>Tells what an array holds, where it may hold one of two things.</summary>
internal static class FirstElement
{
    /// <summary>Whether the first element has a member, of any kind or of the given one.</summary>
    public static bool Has(JsonElement array, string member, JsonValueKind? kind = null) =>
        array.ValueKind == JsonValueKind.Array
        && array.GetArrayLength() > 0
        && array[0].ValueKind == JsonValueKind.Object
        && array[0].TryGetProperty(member, out var value)
        && (kind is null || value.ValueKind == kind);
}

/// <summary>Reads a value from its element as a whole, where only this tells what it is.</summary>
internal abstract class ElementConverter<T> : JsonConverter<T>
    where T : class
{
    public sealed override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Of(JsonElement.ParseValue(ref reader));

    protected abstract T? Of(JsonElement element);
}

/// <summary>Writes a value that has one of two shapes.</summary>
internal static class Either
{
    /// <summary>Writes the first shape if the value has it, else the second.</summary>
    public static void Write<TFirst, TSecond>(
        Utf8JsonWriter writer,
        TFirst? first,
        JsonTypeInfo<TFirst> firstType,
        TSecond second,
        JsonTypeInfo<TSecond> secondType
    )
        where TFirst : class
    {
        if (first is not null)
        {
            JsonSerializer.Serialize(writer, first, firstType);
        }
        else
        {
            JsonSerializer.Serialize(writer, second, secondType);
        }
    }
}

/// <summary>Writes the tree or the list; an array whose elements have a location is read as a list.</summary>
internal sealed class DocumentSymbolResultConverter : ElementConverter<DocumentSymbolResult>
{
    public override void Write(Utf8JsonWriter writer, DocumentSymbolResult value, JsonSerializerOptions options) =>
        Either.Write(
            writer,
            value.List,
            LspJsonContext.Default.IReadOnlyListSymbolInformation,
            value.Tree ?? [],
            LspJsonContext.Default.IReadOnlyListDocumentSymbol
        );

    protected override DocumentSymbolResult Of(JsonElement element) =>
        FirstElement.Has(element, "location")
            ? new(element.Deserialize(LspJsonContext.Default.IReadOnlyListSymbolInformation) ?? [])
            : new(element.Deserialize(LspJsonContext.Default.IReadOnlyListDocumentSymbol) ?? []);
}

/// <summary>Writes what changed or all tokens; an object that has data is read as all.</summary>
internal sealed class SemanticTokensDeltaResultConverter : ElementConverter<SemanticTokensDeltaResult>
{
    public override void Write(Utf8JsonWriter writer, SemanticTokensDeltaResult value, JsonSerializerOptions options) =>
        Either.Write(
            writer,
            value.Full,
            LspJsonContext.Default.SemanticTokens,
            value.Delta!,
            LspJsonContext.Default.SemanticTokensDelta
        );

    protected override SemanticTokensDeltaResult Of(JsonElement element) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty("data", out _)
            ? new(element.Deserialize(LspJsonContext.Default.SemanticTokens)!)
            : new(element.Deserialize(LspJsonContext.Default.SemanticTokensDelta)!);
}

/// <summary>Writes the links or the locations; an array whose elements have a target is read as links.</summary>
internal sealed class DefinitionResultConverter : ElementConverter<DefinitionResult>
{
    public override void Write(Utf8JsonWriter writer, DefinitionResult value, JsonSerializerOptions options) =>
        Either.Write(
            writer,
            value.Links,
            LspJsonContext.Default.IReadOnlyListLocationLink,
            value.Locations ?? [],
            LspJsonContext.Default.IReadOnlyListLocation
        );

    protected override DefinitionResult Of(JsonElement element) =>
        FirstElement.Has(element, "targetUri")
            ? new(element.Deserialize(LspJsonContext.Default.IReadOnlyListLocationLink) ?? [])
            : new(element.Deserialize(LspJsonContext.Default.IReadOnlyListLocation) ?? []);
}

/// <summary>Writes the edit, or the one with two ranges, which is read where there is one to insert at.</summary>
internal sealed class CompletionTextEditConverter : ElementConverter<CompletionTextEdit>
{
    public override void Write(Utf8JsonWriter writer, CompletionTextEdit value, JsonSerializerOptions options) =>
        Either.Write(
            writer,
            value.InsertReplace,
            LspJsonContext.Default.InsertReplaceEdit,
            value.Plain!,
            LspJsonContext.Default.TextEdit
        );

    protected override CompletionTextEdit Of(JsonElement element) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty("insert", out _)
            ? new(element.Deserialize(LspJsonContext.Default.InsertReplaceEdit)!)
            : new(element.Deserialize(LspJsonContext.Default.TextEdit)!);
}

/// <summary>Writes the range, or both of them, which are read where there is one to insert at.</summary>
internal sealed class CompletionEditRangeConverter : ElementConverter<CompletionEditRange>
{
    public override void Write(Utf8JsonWriter writer, CompletionEditRange value, JsonSerializerOptions options) =>
        Either.Write(
            writer,
            value.Both,
            LspJsonContext.Default.EditRangeWithInsertReplace,
            value.Range,
            LspJsonContext.Default.Range
        );

    protected override CompletionEditRange Of(JsonElement element) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty("insert", out _)
            ? new(element.Deserialize(LspJsonContext.Default.EditRangeWithInsertReplace)!)
            : new(element.Deserialize(LspJsonContext.Default.Range));
}

/// <summary>Writes the actions or the commands; an array whose elements have the name of a command is read as commands.</summary>
internal sealed class CodeActionResultConverter : ElementConverter<CodeActionResult>
{
    public override void Write(Utf8JsonWriter writer, CodeActionResult value, JsonSerializerOptions options) =>
        Either.Write(
            writer,
            value.Commands,
            LspJsonContext.Default.IReadOnlyListCommand,
            value.Actions ?? [],
            LspJsonContext.Default.IReadOnlyListCodeAction
        );

    protected override CodeActionResult Of(JsonElement element) =>
        FirstElement.Has(element, "command", JsonValueKind.String)
            ? new(element.Deserialize(LspJsonContext.Default.IReadOnlyListCommand) ?? [])
            : new(element.Deserialize(LspJsonContext.Default.IReadOnlyListCodeAction) ?? []);
}
