using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace WsgiLsp.Server.Sheets;

/// <summary>The argument of a command about a sheet.</summary>
/// <param name="Uri">The sheet's document; of the deck for <see cref="Resume"/>.</param>
/// <param name="Sheet">The sheet's id.</param>
internal sealed record SheetRequest(string Uri, string Sheet)
{
    /// <summary>Takes a line as if it had been typed.</summary>
    public const string Answer = "wsgilsp.sheet.answer";

    /// <summary>Brings a sheet up to date that is behind its session.</summary>
    public const string Restore = "wsgilsp.sheet.restore";

    /// <summary>Opens a sheet whose session was not ended.</summary>
    public const string Resume = "wsgilsp.sheet.resume";

    /// <summary>All these commands.</summary>
    public static ImmutableArray<string> Commands { get; } = [Answer, Restore, Resume];

    /// <summary>The line, for <see cref="Answer"/>.</summary>
    public string? Line { get; init; }

    /// <summary>How many lines the session had taken when the button was shown: an older button does nothing.</summary>
    public int Taken { get; init; }

    /// <summary>The request as a command's argument.</summary>
    public JsonElement ToJson() => JsonSerializer.SerializeToElement(this, SheetJsonContext.Default.SheetRequest);

    /// <summary>Reads a command's arguments; null where they are none of ours.</summary>
    public static SheetRequest? Read(IReadOnlyList<JsonElement>? arguments) =>
        OwnJson.First(arguments, SheetJsonContext.Default.SheetRequest);
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true
)]
[JsonSerializable(typeof(SheetRequest))]
internal sealed partial class SheetJsonContext : JsonSerializerContext;
