using System.Text.Json;
using System.Text.Json.Serialization;
using WsgiLsp.Protocol.Types;
using Range = WsgiLsp.Protocol.Types.Range;

namespace WsgiLsp.Server.Capture;

/// <summary>The argument of the command that makes a card of a selection.</summary>
/// <param name="Uri">The document.</param>
/// <param name="Range">What is selected.</param>
/// <param name="Version">The version of the document in which it is.</param>
internal sealed record CaptureRequest(string Uri, Range Range, int Version)
{
    /// <summary>The command's name.</summary>
    public const string Command = "wsgilsp.capture";

    /// <summary>The command for a selection.</summary>
    public Command Offer() =>
        new(
            "Make a card of the selection",
            Command,
            [JsonSerializer.SerializeToElement(this, CaptureJsonContext.Default.CaptureRequest)]
        );

    /// <summary>Reads a command's arguments; null where they are none of ours.</summary>
    public static CaptureRequest? Read(IReadOnlyList<JsonElement>? arguments) =>
        OwnJson.First(arguments, CaptureJsonContext.Default.CaptureRequest);
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true
)]
[JsonSerializable(typeof(CaptureRequest))]
internal sealed partial class CaptureJsonContext : JsonSerializerContext;
