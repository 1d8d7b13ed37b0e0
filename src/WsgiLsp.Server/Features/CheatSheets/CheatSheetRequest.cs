using System.Text.Json;
using System.Text.Json.Serialization;
using WsgiLsp.Protocol.Types;

namespace WsgiLsp.Server.Features.CheatSheets;

/// <summary>The argument of the command that writes a cheat sheet.</summary>
/// <param name="Uri">The deck's document.</param>
internal sealed record CheatSheetRequest(string Uri)
{
    /// <summary>The command's name.</summary>
    public const string Command = "wsgilsp.cheatSheet";

    /// <summary>The command for a deck.</summary>
    public static Command Offer(string title, string uri) =>
        new(
            title,
            Command,
            [
                JsonSerializer.SerializeToElement(
                    new CheatSheetRequest(uri),
                    CheatSheetJsonContext.Default.CheatSheetRequest
                ),
            ]
        );

    /// <summary>Reads a command's arguments; null where they are none of ours.</summary>
    public static CheatSheetRequest? Read(IReadOnlyList<JsonElement>? arguments) =>
        OwnJson.First(arguments, CheatSheetJsonContext.Default.CheatSheetRequest);
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true
)]
[JsonSerializable(typeof(CheatSheetRequest))]
internal sealed partial class CheatSheetJsonContext : JsonSerializerContext;
