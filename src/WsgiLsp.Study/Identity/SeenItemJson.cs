using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using WsgiLsp.Decks.Model;

namespace WsgiLsp.Study.Identity;

/// <summary>An item as the log's <c>seen</c> event holds it.</summary>
internal sealed class SeenItemJson
{
    public string? Deck { get; set; }

    public string? Card { get; set; }

    public bool? Explicit { get; set; }

    public string? Item { get; set; }

    public string? Kind { get; set; }

    public string? Prompt { get; set; }

    public string[]? Path { get; set; }

    public string[]? Answer { get; set; }

    public string[]? Distractors { get; set; }

    public static string Write(SeenItem item)
    {
        var json = new SeenItemJson
        {
            Deck = item.DeckId,
            Card = item.CardId,
            Explicit = item.HasExplicitId ? true : null,
            Item = item.Item.Length == 0 ? null : item.Item,
            Kind = item.Kind.Name(),
            Prompt = item.Prompt,
            Path = item.Path.IsEmpty ? null : [.. item.Path],
            Answer = item.Answer.IsEmpty ? null : [.. item.Answer],
            Distractors = item.Distractors.IsEmpty ? null : [.. item.Distractors],
        };
        return JsonSerializer.Serialize(json, SeenItemJsonContext.Readable.SeenItemJson);
    }

    public static SeenItem? Read(string text)
    {
        try
        {
            return JsonSerializer.Deserialize(text, SeenItemJsonContext.Readable.SeenItemJson)?.ToItem();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private SeenItem? ToItem() =>
        Deck is null || Card is null || Prompt is null || Kind is null || Vocabulary.Kind(Kind) is not { } kind
            ? null
            : new SeenItem
            {
                DeckId = Deck,
                CardId = Card,
                HasExplicitId = Explicit ?? false,
                Item = Item ?? "",
                Kind = kind,
                Prompt = Prompt,
                Path = [.. Texts(Path)],
                Answer = [.. Texts(Answer)],
                Distractors = [.. Texts(Distractors)],
            };

    // A list may hold null in a text that somebody else wrote.
    private static IEnumerable<string> Texts(string?[]? texts) => (texts ?? []).OfType<string>();
}

[JsonSerializable(typeof(SeenItemJson))]
internal sealed partial class SeenItemJsonContext : JsonSerializerContext
{
    /// <summary>Letters of all scripts stand as they are: the log is never pasted into HTML.</summary>
    public static SeenItemJsonContext Readable { get; } =
        new(
            new JsonSerializerOptions
            {
                PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
                DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
                Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            }
        );
}
