using System.Text.Json;
using System.Text.Json.Serialization;

namespace WsgiLsp.Server.Quiz;

/// <summary>The argument of the command <c>wsgilsp.quiz</c>: what to ask.</summary>
/// <param name="Uri">The deck's document.</param>
/// <param name="Card">The id of one card; null for more.</param>
/// <param name="Path">Titles of the groups to ask, outermost first; null for the whole deck.</param>
internal sealed record QuizRequest(string Uri, string? Card = null, IReadOnlyList<string>? Path = null)
{
    /// <summary>The command's name.</summary>
    public const string Command = "wsgilsp.quiz";

    /// <summary>The request as a command's argument.</summary>
    public JsonElement ToJson() => JsonSerializer.SerializeToElement(this, QuizJsonContext.Default.QuizRequest);

    /// <summary>Reads a command's arguments; null where they are none of ours.</summary>
    public static QuizRequest? Read(IReadOnlyList<JsonElement>? arguments)
    {
        try
        {
            return arguments is [var first, ..] ? first.Deserialize(QuizJsonContext.Default.QuizRequest) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true
)]
[JsonSerializable(typeof(QuizRequest))]
internal sealed partial class QuizJsonContext : JsonSerializerContext;
