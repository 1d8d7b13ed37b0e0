using System.Text.Json;
using System.Text.Json.Serialization;
using WsgiLsp.Decks.Completions;
using WsgiLsp.Decks.Names;

namespace WsgiLsp.Server.Features.Completion;

/// <summary>What comes back with a completion whose documentation is wanted.</summary>
/// <param name="Sort">What it is.</param>
/// <param name="Name">What it writes.</param>
/// <param name="Path">The deck that it names, or in which it names something.</param>
/// <param name="Section">The section that it names there.</param>
internal sealed record CompletionData(CompletionSort Sort, string Name, string? Path = null, int? Section = null)
{
    /// <summary>What documents a completion; null where nothing does.</summary>
    public static CompletionData? Of(Decks.Completions.Completion item) =>
        item switch
        {
            { Named: NamedSection named } => new(item.Sort, item.Label, named.Path, named.Section),
            { Named: NamedDeck named } => new(item.Sort, item.Label, named.Path),
            { Sort: CompletionSort.Rule or CompletionSort.Kind } => new(item.Sort, item.Label),
            { Sort: CompletionSort.CardKey or CompletionSort.FrontMatterKey } => new(item.Sort, item.Label),
            { Sort: CompletionSort.Skeleton } => new(item.Sort, item.PlainText),
            _ => null,
        };

    /// <summary>The data as it goes to the client.</summary>
    public JsonElement ToJson() =>
        JsonSerializer.SerializeToElement(this, CompletionJsonContext.Default.CompletionData);

    /// <summary>Reads what came back; null where it is none of ours.</summary>
    public static CompletionData? Read(JsonElement? data) =>
        OwnJson.Read(data, CompletionJsonContext.Default.CompletionData);
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true
)]
[JsonSerializable(typeof(CompletionData))]
internal sealed partial class CompletionJsonContext : JsonSerializerContext;
