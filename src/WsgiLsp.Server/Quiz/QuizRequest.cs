using System.Text.Json;
using System.Text.Json.Serialization;
using WsgiLsp.Decks.Model;

namespace WsgiLsp.Server.Quiz;

/// <summary>The argument of the command <c>wsgilsp.quiz</c>: what to ask.</summary>
/// <param name="Uri">The deck's document; null for what is due in all decks of the open folders.</param>
/// <param name="Card">The id of one card; null for more.</param>
/// <param name="Path">Titles of the groups to ask, outermost first; null for the whole deck.</param>
internal sealed record QuizRequest(string? Uri = null, string? Card = null, IReadOnlyList<string>? Path = null)
{
    /// <summary>The mode's name; null where each card is asked in its own way.</summary>
    public string? Mode { get; init; }

    /// <summary>Whether only what is due is asked, and new items within the day's limit; else all.</summary>
    public bool Due { get; init; }

    /// <summary>Whether it is asked on a sheet, or by buttons; null for what suits.</summary>
    public bool? Sheet { get; init; }

    /// <summary>
    /// Whether a sheet suits: for one card only where buttons cannot ask it in its own way, for more always, since a sheet
    /// takes fewer keys and stays.
    /// </summary>
    public bool SuitsSheet(Deck? deck) =>
        Sheet
        ?? (
            Card is not { } id
            || deck?.Cards.FirstOrDefault(card => card.Id == id)?.Kind
                is CardKind.Typed
                    or CardKind.Cloze
                    or CardKind.Order
                    or CardKind.Match
        );

    /// <summary>The command's name.</summary>
    public const string Command = "wsgilsp.quiz";

    /// <summary>The request as a command's argument.</summary>
    public JsonElement ToJson() => JsonSerializer.SerializeToElement(this, QuizJsonContext.Default.QuizRequest);

    /// <summary>Reads a command's arguments; null where they are none of ours.</summary>
    public static QuizRequest? Read(IReadOnlyList<JsonElement>? arguments) =>
        // Nobody means to be asked all of all decks.
        OwnJson.First(arguments, QuizJsonContext.Default.QuizRequest)
            is { } request
        && (request.Uri is not null || request.Due)
            ? request
            : null;
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true
)]
[JsonSerializable(typeof(QuizRequest))]
internal sealed partial class QuizJsonContext : JsonSerializerContext;
